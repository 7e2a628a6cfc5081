using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Shear rates that the slurry meets in a mixer's high-shear zone: lognormal over the passes.</summary>
/// <param name="Median">Median shear rate, 1/s.</param>
/// <param name="Spread">Geometric standard deviation.</param>
/// <param name="ExtensionShare">Share of the passes that are planar extension: what narrows or nips draws out.</param>
/// <remarks>
/// Agglomerates break where dissipation is greatest, not at its mean, so a history is sampled: one pass, one rate. Medians and spreads are assumed:
/// a spread of 1.8 puts 95 % of the passes within the decade that is usual for the mixer (stirrer 10–10², planetary 10²–10³, rotor–stator 10⁴–10⁵,
/// gaps of roll and bead mills 10⁵–10⁶ 1/s). Ultrasonic: G = √(ε/ν), ν of the binder solution at G (small-scale shear of turbulence; kolmogorov-1941).
/// </remarks>
public sealed record EquipmentProfile(double Median, double Spread, double ExtensionShare)
{
    private const double Decade = 1.8;

    /// <summary>Where the recipe gives a spread or a share of extension, it goes before the equipment's.</summary>
    public static EquipmentProfile Of(DispersionOptions options, SlurryOptions slurry)
    {
        EquipmentProfile usual = options.Equipment switch
        {
            Equipment.Stirrer => new(50, Decade, 0),
            Equipment.PlanetaryMixer => new(500, Decade, 0),
            Equipment.RotorStator => new(3e4, Decade, 0),
            Equipment.ThreeRollMill => new(2e5, Decade, 0.3),
            Equipment.BeadMill => new(3e5, Decade, 0.3),
            Equipment.Ultrasonic => new(TurbulentRate(options.PowerDensity, slurry), Decade, 0.5),
            _ => new(options.ShearRate, 1, 0),
        };
        return usual with { Spread = options.RateSpread ?? usual.Spread, ExtensionShare = options.ExtensionShare ?? usual.ExtensionShare };
    }

    /// <summary>G = √(ε/ν(G)), 1/s: the shear of the smallest eddies.</summary>
    public static double TurbulentRate(double powerDensity, SlurryOptions slurry)
    {
        double rate = 1;
        for (int k = 0; k < 60; k++)
        {
            rate = Math.Sqrt(powerDensity / KinematicViscosity(slurry, rate));
        }

        return rate;
    }

    /// <summary>Kolmogorov's length η = (ν³/ε)^¼, m: flow about what is smaller is homogeneous shear.</summary>
    public static double KolmogorovLength(double powerDensity, SlurryOptions slurry) =>
        Math.Pow(Math.Pow(KinematicViscosity(slurry, TurbulentRate(powerDensity, slurry)), 3) / powerDensity, 0.25);

    private static double KinematicViscosity(SlurryOptions slurry, double rate) =>
        CarreauYasuda.Viscosity(slurry, rate) / MaterialCatalog.Solvent.Density.Value;
}
