namespace DispersionSim.Process;

/// <summary>Flow of a thermoplastic binder above its glass transition (Frenkel coalescence).</summary>
/// <remarks>
/// x² = 1.5 a γ ∫dt/η, x ≤ a; γ = 0.04 N/m (assumed). η falls from 10¹² Pa s at T_g by the universal WLF law,
/// log₁₀ η = 12 − 17.44 (T − T_g)/(51.6 K + T − T_g), to the melt's 10⁵ Pa s (assumed) and no further.
/// At 10⁵ Pa s x = a after 0.4 s for a = 250 nm. A Kapton-type binder has no flow. What flow does to the layer: <see cref="BinderLevelling"/>.
/// </remarks>
/// <param name="glassTransition">T_g, K; null for a binder that does not flow.</param>
public sealed class BinderFlow(double? glassTransition)
{
    /// <summary>T_g, K; null for a binder that does not flow.</summary>
    public double? GlassTransition => glassTransition;

    private const double SurfaceTension = 0.04, GlassViscosity = 1e12, MeltViscosity = 1e5;

    private double fluidity;

    /// <summary>Viscosity at a temperature, Pa s; infinite below the glass transition.</summary>
    public double Viscosity(double temperature)
    {
        if (glassTransition is not { } transition || temperature < transition)
        {
            return double.PositiveInfinity;
        }

        double above = temperature - transition;
        return Math.Max(MeltViscosity, GlassViscosity * Math.Pow(10, -17.44 * above / (51.6 + above)));
    }

    public void Advance(double temperature, double time) => fluidity += time / Viscosity(temperature);

    /// <summary>Radius of the binder neck over particle radius a (m), 0…1.</summary>
    public double RadiusRatio(double radius) => Math.Min(1, Math.Sqrt(1.5 * SurfaceTension * fluidity / radius));
}
