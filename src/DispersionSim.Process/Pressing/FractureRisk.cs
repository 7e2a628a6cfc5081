namespace DispersionSim.Process;

/// <summary>How likely primaries are to crack under the loads of their contacts.</summary>
/// <remarks>
/// A sphere between two opposite loads F has the tensile stress σ = 0.7 F/(π r²) over its core (hiramatsu-oka-1966); the greatest contact load counts. Strength grows
/// with falling size as of flaws that are a fixed share of it, σ_0(d) = σ_1 √(1 µm / d), and scatters after Weibull: P = 1 − exp(−(σ/σ_0)^m). Nothing breaks in the
/// simulation: it is a risk that is reported. Below some hundred nanometres silicon yields before it cracks, so the figure is an upper bound there.
/// </remarks>
public static class FractureRisk
{
    private const double ReferenceDiameter = 1e-6;

    /// <summary>Tensile stress in a sphere, Pa.</summary>
    /// <param name="force">Load, N.</param>
    /// <param name="radius">m.</param>
    public static double Stress(double force, double radius) => 0.7 * force / (Math.PI * radius * radius);

    /// <summary>Probability that a sphere cracks.</summary>
    /// <param name="force">Greatest load of a contact, N.</param>
    /// <param name="radius">m.</param>
    /// <param name="strength">σ_1, strength of a sphere of 1 µm, Pa.</param>
    /// <param name="modulus">Weibull modulus m.</param>
    public static double Of(double force, double radius, double strength, double modulus)
    {
        double own = strength * Math.Sqrt(ReferenceDiameter / (2 * radius));
        return 1 - Math.Exp(-Math.Pow(Stress(Math.Max(0, force), radius) / own, modulus));
    }
}
