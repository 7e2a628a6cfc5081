namespace DispersionSim.Process;

/// <summary>Two silicon spheres that sinter by diffusion along the grain boundary of their neck: a demonstrator for 800 to 1100 °C.</summary>
/// <remarks>
/// Parhami and McMeeking: F = (πx⁴/8Δ) v − πγ [4a(1 − cos ψ/2) + x sin ψ/2], F the compression and v the speed of approach, Δ = Ω δD_b/kT.
/// The neck grows as the spheres approach, x ẋ = 2a v, so that with F = 0 and U = ∫Δ dt
///   d(x⁶)/dU = 96 γ a [4a(1 − cos ψ/2) + x sin ψ/2],
/// for small necks x⁶ = 384 (1 − cos ψ/2) γ a² U. γ = 1.24 J/m², Ω = 2·10⁻²⁹ m³, dihedral angle ψ = 150°,
/// δD_b = 0.5 nm times 10⁵ of the lattice's diffusivity (assumed). Clean surfaces; ends at x = a. Source: parhami-mcmeeking-1998.
/// No particle of the layer is moved by it.
/// </remarks>
public sealed class BoundaryDiffusion
{
    private const double SurfaceEnergy = NeckGrowth.SurfaceEnergy, BoundaryWidth = 0.5e-9, Enhancement = 1e5;
    private const double HalfDihedral = 75 * Math.PI / 180;

    /// <summary>Steps of the integration of x⁶ over U.</summary>
    private const int Steps = 400;

    /// <summary>U = ∫ Ω δD_b/kT dt, m⁶/J.</summary>
    public double Transported { get; private set; }

    /// <summary>Δ at a temperature (K), m⁶/(J s).</summary>
    public static double Mobility(double temperature) =>
        NeckGrowth.AtomicVolume * BoundaryWidth * Enhancement * NeckGrowth.Diffusivity.At(temperature) / (KineticConstants.Boltzmann * temperature);

    /// <summary>Compression that holds two spheres of radius a (m) with a neck of radius x (m) where they are against sintering: negative, a tension, N.</summary>
    public static double HoldingForce(double neck, double radius) => -Math.PI * SurfaceEnergy * Pull(neck, radius);

    /// <summary>Speed at which they approach under a compression (N), m/s.</summary>
    public static double ApproachSpeed(double neck, double radius, double temperature, double compression) =>
        8 * Mobility(temperature) * (compression - HoldingForce(neck, radius)) / (Math.PI * Math.Pow(neck, 4));

    public void Advance(double temperature, double time) => Transported += Mobility(temperature) * time;

    /// <summary>Neck over particle radius a (m) of two spheres that sinter freely, 0…1.</summary>
    public double RadiusRatio(double radius)
    {
        double step = Transported / Steps, sixth = 0;
        for (int k = 0; k < Steps; k++)
        {
            double middle = sixth + (step / 2 * Growth(sixth, radius));
            sixth = Math.Min(sixth + (step * Growth(middle, radius)), Math.Pow(radius, 6));
        }

        return Math.Pow(sixth, 1.0 / 6) / radius;
    }

    /// <summary>Share by which the distance of their centres shrinks: x² = 4a·h of a distance 2a − h.</summary>
    public double Shrinkage(double radius) => RadiusRatio(radius) is var neck ? neck * neck / 8 : 0;

    /// <summary>d(x⁶)/dU, m⁶ per m⁶/J.</summary>
    private static double Growth(double sixth, double radius) => 96 * SurfaceEnergy * radius * Pull(Math.Pow(sixth, 1.0 / 6), radius);

    /// <summary>4a(1 − cos ψ/2) + x sin ψ/2, m.</summary>
    private static double Pull(double neck, double radius) => (4 * radius * (1 - Math.Cos(HalfDihedral))) + (neck * Math.Sin(HalfDihedral));
}
