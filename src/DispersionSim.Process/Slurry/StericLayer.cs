using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>Layers of polymer adsorbed on two spheres, in SI: <see cref="StericLaw{TReal}"/>.</summary>
/// <remarks>Spheres, by Derjaguin's approximation: F = 2πR* ∫_D^2δ P dD'. Valid for D ≪ a, D &gt; about δ/5. Source: de-gennes-1987.</remarks>
/// <param name="Thickness">δ, m.</param>
/// <param name="Spacing">s, m: distance of anchored chains.</param>
/// <param name="ThermalEnergy">kT, J.</param>
public readonly record struct StericLayer(double Thickness, double Spacing, double ThermalEnergy)
{
    /// <summary>P(D), Pa.</summary>
    public double Pressure(double separation) => Law.Pressure(new(separation)).Value;

    /// <summary>Energy of an area, J/m²: what it takes to bring two flat surfaces to a separation.</summary>
    public double Energy(double separation) => Law.Energy(new(separation)).Value;

    /// <summary>Repulsion between spheres, N.</summary>
    public double Force(double reducedRadius, double separation) => 2 * Math.PI * reducedRadius * Energy(separation);

    private StericLaw<Precise> Law => new(new(2 * Thickness), new(ThermalEnergy / (Spacing * Spacing * Spacing)));
}
