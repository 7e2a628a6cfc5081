using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What the rings of cured binder carry.</summary>
/// <remarks>
/// A ring of radius b fails where the binder lets go of the particle: F = σ_a π b², σ_a = 75 MPa (assumed; adhesion of polyimide 50–100 MPa).
/// Tensile cohesion of the layer, by the virial of its rings at that force: σ = (1/3V) Σ F_k (a_i + a_j); for equal spheres φ Z F/4πa²
/// (rumpf-1962). About 4 µN and 15 MPa for a = 250 nm with half of the binder in rings.
/// </remarks>
public static class BinderStrength
{
    private const double Adhesion = 75e6;

    /// <summary>Force at which a ring of radius b (m) lets go, N.</summary>
    public static double Force(double ringRadius) => Adhesion * Math.PI * ringRadius * ringRadius;

    /// <summary>Tensile cohesion of a layer, Pa.</summary>
    /// <param name="bonds">Its bonds; those of binder count.</param>
    /// <param name="radius">Particle radii, m.</param>
    /// <param name="volume">Of the layer, m³.</param>
    public static double Cohesion(IEnumerable<Bond> bonds, double[] radius, double volume) =>
        bonds.Where(b => b.Origin == BondOrigin.Binder).Sum(b => Force(b.Radius) * (radius[b.I] + radius[b.J])) / (3 * volume);
}
