namespace DispersionSim.IO;

/// <summary>What a file format carries.</summary>
public enum FormatKind
{
    SizeDistribution,
    Aggregate,
    Surface,
    Volume,
    Image,
    Points,
    State,
    Table,
}

/// <summary>A file format that the program reads or writes.</summary>
public sealed record FormatEntry(string Name, string[] Extensions, FormatKind Kind);

/// <summary>Every file format, one line each.</summary>
public static class FormatCatalog
{
    public static IReadOnlyList<FormatEntry> All { get; } =
    [
        new("Malvern Mastersizer export", [".csv", ".txt", ".xlsx", ".xls"], FormatKind.SizeDistribution),
        new("List of diameters", [".csv", ".txt", ".xlsx", ".xls"], FormatKind.SizeDistribution),
        new("Size and volume % in two columns", [".csv", ".txt", ".xlsx", ".xls"], FormatKind.SizeDistribution),
        new("FracVAL aggregate", [".dat"], FormatKind.Aggregate),
        new("Spheres as x y z r", [".dat", ".txt", ".csv", ".xyz"], FormatKind.Aggregate),
        new("MUSEN text scene", [".txt"], FormatKind.Aggregate),
    ];
}
