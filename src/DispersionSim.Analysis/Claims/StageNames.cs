namespace DispersionSim.Analysis;

/// <summary>Names of the stages' measurements that claims are decided on.</summary>
public static class StageNames
{
    /// <summary>Mass of cured binder left after heat treatment over that of the cured binder without decomposition.</summary>
    public const string BinderRemaining = "binder remaining fraction";

    /// <summary>Degree of imidisation after heat treatment, 0…1.</summary>
    public const string Imidisation = "imidisation degree";

    /// <summary>Filtered ISO Ra of the foil on its virtual 4 mm profile, m.</summary>
    public const string Roughness = "foil Ra";

    /// <summary>Ra of a measured surface profile by profile, m; its definition begins with "not ISO" where the profiles are shorter than the evaluation length.</summary>
    public const string MeasuredRoughness = "Ra";

    /// <summary>Density of the layer after pressing over that before, less 1.</summary>
    public const string DensityRise = "density rise";

    /// <summary>Median over the primaries of the shear stress over the critical stress of a touching pair.</summary>
    public const string StressMargin = "stress margin";

    /// <summary>Share of the primaries whose stress margin is below 1.</summary>
    public const string BelowCriticalStress = "share of primaries below stress margin 1";
}
