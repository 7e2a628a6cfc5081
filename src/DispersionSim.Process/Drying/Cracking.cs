namespace DispersionSim.Process;

/// <summary>Whether a drying layer cracks: an indicator, which decides nothing.</summary>
/// <remarks>
/// A film bound to its foil cracks where the elastic energy that a crack frees pays for it (Griffith). For spheres in Hertzian contact under a
/// capillary stress σ_c R/Γ = 0.1877 (2R/h)^(2/3) (G M φ R/Γ)^(1/3): R radius, h thickness, G shear modulus of the particles, M their
/// contacts (6), φ their volume fraction, Γ energy per area of crack: 2γ of the liquid without binder; its gel is tougher.
/// Source: tirumkudulu-russel-2005 (there for Γ = 2γ).
/// </remarks>
/// <param name="ShearModulus">G, Pa.</param>
/// <param name="Radius">R, m.</param>
/// <param name="Fraction">φ.</param>
/// <param name="Energy">Γ, J/m².</param>
public sealed record Cracking(double ShearModulus, double Radius, double Fraction, double Energy)
{
    private const double Contacts = 6, Coefficient = 0.1877;

    /// <summary>Stress at which a layer of a thickness (m) cracks, Pa.</summary>
    public double Stress(double thickness) =>
        Coefficient * Energy / Radius * Math.Pow(2 * Radius / thickness, 2.0 / 3) * Math.Cbrt(ShearModulus * Contacts * Fraction * Radius / Energy);

    /// <summary>Thickness from which a layer cracks under a capillary pressure (Pa), m.</summary>
    public double Thickness(double pressure) => Radius * Math.Pow(Stress(Radius) / pressure, 1.5);
}
