namespace DispersionSim.IO;

/// <summary>What a file of a format holds.</summary>
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

/// <summary>A file format that the program reads or writes.</summary>
public sealed record FormatEntry(string Name, string[] Extensions, FormatKind Kind);

/// <summary>Every file format, one line each.</summary>
public static class FormatCatalog
{
    public static IReadOnlyList<FormatEntry> All { get; } =
    [
        // States and volumes.
        new("h5", [".h5"], FormatKind.State),
        new("vtp", [".vtp"], FormatKind.State),
        new("xyz", [".xyz"], FormatKind.State),
        new("dump", [".dump"], FormatKind.State),
        new("csv", [".csv"], FormatKind.State),
        new("tif", [".tif", ".tiff"], FormatKind.Volume),
        new("vti", [".vti"], FormatKind.Volume),
        new("raw", [".raw", ".bin"], FormatKind.Volume),
        new("npy", [".npy"], FormatKind.Volume),
    ];
}
