namespace DispersionSim.Core;

/// <summary>Every material the program knows, one line each.</summary>
public static class MaterialCatalog
{
    public static Material Silicon { get; } = new()
    {
        Name = "silicon",
        Density = new(2330, "kg/m^3", "crc-handbook"),
        YoungModulus = new(160e9, "Pa", "hopcroft-2010"),
        PoissonRatio = new(0.22, "-", "hopcroft-2010"),
        Hardness = new(11.5e9, "Pa", "assumed"),
        Backscatter = new(0.165, "-", "goldstein-2018"),
    };

    public static Material ConductiveCarbon { get; } = new()
    {
        Name = "conductive carbon",
        Density = new(1900, "kg/m^3", "assumed"),
        YoungModulus = new(15e9, "Pa", "assumed"),
        PoissonRatio = new(0.25, "-", "assumed"),
        Hardness = new(1e9, "Pa", "assumed"),
        Backscatter = new(0.06, "-", "goldstein-2018"),
    };

    public static Material Polyimide { get; } = new()
    {
        Name = "polyimide (PMDA-ODA)",
        Density = new(1420, "kg/m^3", "kapton-datasheet"),
        YoungModulus = new(2.5e9, "Pa", "kapton-datasheet"),
        PoissonRatio = new(0.34, "-", "kapton-datasheet"),
        Hardness = new(0.2e9, "Pa", "assumed"),
        Backscatter = new(0.06, "-", "goldstein-2018"),
    };

    /// <summary>Polyamic acid, the soluble precursor of polyimide.</summary>
    public static Material PolyamicAcid { get; } = new()
    {
        Name = "polyamic acid",
        Density = new(1350, "kg/m^3", "assumed"),
    };

    /// <summary>N-methyl-2-pyrrolidone.</summary>
    public static Material Solvent { get; } = new()
    {
        Name = "NMP",
        Density = new(1030, "kg/m^3", "crc-handbook"),
    };

    public static Material Copper { get; } = new()
    {
        Name = "copper",
        Density = new(8960, "kg/m^3", "crc-handbook"),
        YoungModulus = new(120e9, "Pa", "crc-handbook"),
        PoissonRatio = new(0.34, "-", "crc-handbook"),
        Hardness = new(1e9, "Pa", "assumed"),
        Backscatter = new(0.30, "-", "goldstein-2018"),
    };

    public static IReadOnlyList<Material> All { get; } = [Silicon, ConductiveCarbon, Polyimide, PolyamicAcid, Solvent, Copper];
}
