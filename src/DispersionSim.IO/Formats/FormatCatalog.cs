namespace DispersionSim.IO;

/// <summary>What a file format holds.</summary>
public enum FormatKind
{
    Surface,
    Distribution,
    Aggregate,
    Table,
    Volume,
    Image,
    State,
}

/// <summary>A file format that can be read or written.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Extensions">File extensions with their dot, lower case.</param>
/// <param name="Kind">What it holds.</param>
public sealed record FormatEntry(string Name, string[] Extensions, FormatKind Kind);

/// <summary>Every file format, one line each.</summary>
public static class FormatCatalog
{
    public static IReadOnlyList<FormatEntry> All { get; } =
    [
        new("Malvern Mastersizer export", [".csv", ".txt", ".xlsx", ".xls"], FormatKind.Distribution),
        new("List of diameters", [".csv", ".txt", ".xlsx", ".xls"], FormatKind.Distribution),
        new("Size and volume % in two columns", [".csv", ".txt", ".xlsx", ".xls"], FormatKind.Distribution),
        new("FracVAL aggregate", [".dat"], FormatKind.Aggregate),
        new("Spheres as x y z r", [".dat", ".txt", ".csv", ".xyz"], FormatKind.Aggregate),
        new("MUSEN text scene", [".txt"], FormatKind.Aggregate),
        new("al3d", [".al3d"], FormatKind.Surface),
        new("dektak", [".csv"], FormatKind.Surface),
        new("frt", [".frt"], FormatKind.Surface),
        new("gwyddion", [".gwy"], FormatKind.Surface),
        new("nanoscope", [".di", ".spm", ".001", ".002", ".003"], FormatKind.Surface),
        new("opd", [".opd"], FormatKind.Surface),
        new("plu", [".plu"], FormatKind.Surface),
        new("sdf", [".sdf"], FormatKind.Surface),
        new("sur", [".sur"], FormatKind.Surface),
        new("text-matrix", [".txt", ".asc", ".csv", ".dat"], FormatKind.Surface),
        new("wsxm", [".top", ".stp", ".tom", ".cur"], FormatKind.Surface),
        new("x3p", [".x3p"], FormatKind.Surface),
        new("xyz", [".xyz", ".txt"], FormatKind.Surface),
        new("h5", [".h5"], FormatKind.State),
        new("vtp", [".vtp"], FormatKind.State),
        new("extended xyz", [".xyz"], FormatKind.State),
        new("dump", [".dump"], FormatKind.State),
        new("csv", [".csv"], FormatKind.State),
        new("tif", [".tif", ".tiff"], FormatKind.Volume),
        new("vti", [".vti"], FormatKind.Volume),
        new("raw", [".raw", ".bin"], FormatKind.Volume),
        new("npy", [".npy"], FormatKind.Volume),
    ];
}
