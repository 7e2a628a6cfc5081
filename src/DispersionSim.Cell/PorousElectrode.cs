using MathNet.Numerics.RootFinding;

namespace DispersionSim.Cell;

/// <summary>An electrode in which every particle of a phase sees the same electrolyte and potential: the single-particle model.</summary>
/// <remarks>
/// φ = U(c_surf/c_max) + (2RT/F) asinh(F N/2j₀) for each phase, ΣF N_k S_k = current (S_k the surface per area). One phase takes the
/// whole current; several share it so that their potentials agree, solved with the concentrations at the end of the step.
/// Valid where potential and concentration differ little through the thickness (slow rates, thin layers).
/// </remarks>
public sealed class PorousElectrode : IElectrode
{
    private readonly ActivePhase[] phases;
    private readonly SphericalDiffusion[] particles;
    private readonly double electrolyte;
    private readonly double[] flux;
    private bool delithiating;

    /// <summary>An electrode whose phases all have one stoichiometry.</summary>
    /// <param name="phases">The kinds of particles.</param>
    /// <param name="stoichiometry">Of every phase at the start.</param>
    /// <param name="electrolyte">Salt concentration, mol/m³.</param>
    /// <param name="shells">Shells of each particle.</param>
    public PorousElectrode(IReadOnlyList<ActivePhase> phases, double stoichiometry, double electrolyte, int shells = 40)
    {
        this.phases = [.. phases];
        this.electrolyte = electrolyte;
        flux = new double[phases.Count];
        particles = [.. phases.Select(p => new SphericalDiffusion(p.Radius, p.Material.Diffusivity, stoichiometry * p.Material.MaximumConcentration, shells))];
    }

    private PorousElectrode(PorousElectrode other)
    {
        (phases, electrolyte, delithiating) = (other.phases, other.electrolyte, other.delithiating);
        flux = [.. other.flux];
        particles = [.. other.particles.Select(p => p.Copy())];
    }

    /// <inheritdoc/>
    public double Lithium => phases.Zip(particles, (phase, particle) => phase.VolumePerArea * particle.MeanConcentration).Sum();

    /// <summary>Mean stoichiometry of a phase.</summary>
    public double Stoichiometry(int phase = 0) => particles[phase].MeanConcentration / phases[phase].Material.MaximumConcentration;

    /// <inheritdoc/>
    public double Potential(double current)
    {
        Turn(current);
        if (phases.Length == 1)
        {
            return PotentialAt(0, Share(current), particles[0].SurfaceConcentration(Share(current)));
        }

        return Balance(current, [.. particles.Select(p => (p.SurfaceConcentration(0), p.SurfaceConcentration(1) - p.SurfaceConcentration(0)))]);
    }

    /// <inheritdoc/>
    public double Step(double current, double time)
    {
        Turn(current);
        if (phases.Length == 1)
        {
            flux[0] = Share(current);
        }
        else if (Balance(current, [.. particles.Select(p => p.SurfaceResponse(time))]) is var balanced && !double.IsFinite(balanced))
        {
            return balanced;
        }

        for (int k = 0; k < phases.Length; k++)
        {
            particles[k].Advance(flux[k], time);
        }

        return PotentialAt(0, flux[0], particles[0].SurfaceConcentration(flux[0]));
    }

    public IElectrode Copy() => new PorousElectrode(this);

    private double Share(double current) => current / (CellConstants.Faraday * phases[0].SurfacePerArea);

    private void Turn(double current) => delithiating = current > 0 || (current == 0 && delithiating);

    private double PotentialAt(int phase, double outward, double surface)
    {
        ActiveMaterial material = phases[phase].Material;
        if (surface <= 0 || surface >= material.MaximumConcentration)
        {
            return surface <= 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }

        double x = surface / material.MaximumConcentration;
        return (delithiating ? material.Delithiation(x) : material.Lithiation(x))
            + ButlerVolmer.Overpotential(CellConstants.Faraday * outward, ButlerVolmer.ExchangeCurrent(material, electrolyte, surface));
    }

    /// <summary>Fills the fluxes so that all phases agree and returns their potential; infinite where the current cannot be carried.</summary>
    private double Balance(double current, (double Offset, double Slope)[] response)
    {
        double Excess(double potential)
        {
            double sum = 0;
            for (int k = 0; k < phases.Length; k++)
            {
                flux[k] = FluxAt(k, potential, response[k]);
                sum += CellConstants.Faraday * phases[k].SurfacePerArea * flux[k];
            }

            return sum - current;
        }

        if (!Brent.TryFindRoot(Excess, -3, 8, 1e-10, 200, out double found))
        {
            return current > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        }

        Excess(found);
        return found;
    }

    private double FluxAt(int phase, double potential, (double Offset, double Slope) response)
    {
        // Between the flux that fills the surface and the one that empties it; the potential grows with the flux.
        double full = (phases[phase].Material.MaximumConcentration - response.Offset) / response.Slope, empty = -response.Offset / response.Slope;
        for (int i = 0; i < 100; i++)
        {
            double middle = (full + empty) / 2;
            bool tooHigh = PotentialAt(phase, middle, response.Offset + (response.Slope * middle)) > potential;
            (full, empty) = tooHigh ? (full, middle) : (middle, empty);
        }

        return (full + empty) / 2;
    }
}
