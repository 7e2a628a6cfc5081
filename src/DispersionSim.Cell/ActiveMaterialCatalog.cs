namespace DispersionSim.Cell;

/// <summary>The active materials that the cell knows.</summary>
public static class ActiveMaterialCatalog
{
    /// <summary>Silicon. 278 000 mol/m³ is 3198 mAh/g; the potential curves belong to it.</summary>
    public static ActiveMaterial Silicon { get; } = new()
    {
        Name = "silicon",
        MaximumConcentration = 278000,
        Diffusivity = 1.67e-14,
        RatePrefactor = 6.48e-7 * 28700 / 278000,
        Lithiation = SiliconPotential.Lithiation,
        Delithiation = SiliconPotential.Delithiation,
        Source = "ai-2022",
    };

    /// <summary>Graphite of the LG M50 cell, for validation.</summary>
    public static ActiveMaterial Graphite { get; } = new()
    {
        Name = "graphite",
        MaximumConcentration = 33133,
        Diffusivity = 3.3e-14,
        RatePrefactor = 6.48e-7,
        Lithiation = GraphitePotential.At,
        Delithiation = GraphitePotential.At,
        Source = "chen-2020",
    };

    /// <summary>NMC 811 of the LG M50 cell.</summary>
    public static ActiveMaterial Nmc { get; } = new()
    {
        Name = "NMC 811",
        MaximumConcentration = 63104,
        Diffusivity = 4e-15,
        RatePrefactor = 3.42e-6,
        Lithiation = NmcPotential.At,
        Delithiation = NmcPotential.At,
        Source = "chen-2020",
    };

    /// <summary>Lithium cobalt oxide.</summary>
    public static ActiveMaterial CobaltOxide { get; } = new()
    {
        Name = "LiCoO2",
        MaximumConcentration = 49943,
        Diffusivity = 5.387e-15,
        RatePrefactor = 1e-11 * CellConstants.Faraday,
        Lithiation = CobaltOxidePotential.At,
        Delithiation = CobaltOxidePotential.At,
        Source = "ai-2020",
    };

    public static IReadOnlyList<ActiveMaterial> All { get; } = [Silicon, Graphite, Nmc, CobaltOxide];
}
