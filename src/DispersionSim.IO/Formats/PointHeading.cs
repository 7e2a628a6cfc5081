using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The heading of a column of a point table: x, y, z, r or label, a length perhaps with its unit: <c>x (nm)</c>, <c>R [um]</c>.</summary>
/// <param name="Name">The column's name in small letters.</param>
/// <param name="Scale">Metres in its unit; micrometres where it has none.</param>
internal sealed partial record PointHeading(string Name, double Scale)
{
    /// <summary>The columns there are, for messages.</summary>
    public const string Columns = "x,y[,z][,r][,label]";

    private const double Micrometre = 1e-6;
    private static readonly string[] Lengths = ["x", "y", "z", "r"];

    /// <summary>Reads the headings of a table, each known and named once, x and y among them.</summary>
    /// <exception cref="InputException">They are not.</exception>
    public static PointHeading[] Read(IReadOnlyList<string> cells, string path)
    {
        PointHeading[] headings = [.. cells.Select(cell => Of(cell, path))];
        if (!headings.Any(h => h.Name == "x") || !headings.Any(h => h.Name == "y"))
        {
            throw new InputException($"{path}:1: the first line must name the columns, {Columns}, in micrometres or with a unit, x (nm)");
        }

        if (headings.FirstOrDefault(h => double.IsNaN(h.Scale)) is { } unknown)
        {
            throw new InputException($"{path}:1: column \"{unknown.Name}\" is not known; columns are {Columns}");
        }

        return headings.GroupBy(h => h.Name).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new InputException($"{path}:1: column \"{twice.Key}\" is named {twice.Count()} times; name each once")
            : headings;
    }

    /// <summary>A heading; one that is not known has no scale.</summary>
    private static PointHeading Of(string cell, string path)
    {
        string whole = cell.ToLowerInvariant();
        if (whole == "label" || Lengths.Contains(whole))
        {
            return new(whole, Micrometre);
        }

        Match parts = WithUnit().Match(cell);
        string name = parts.Groups["name"].Value.ToLowerInvariant(), unit = parts.Groups["unit"].Value;
        if (!parts.Success || !Lengths.Contains(name))
        {
            return new(whole, double.NaN);
        }

        return Quantity.TryParse($"1 {unit}", "m", out double metres, out string fault)
            ? new(name, metres)
            : throw new InputException($"{path}:1: column \"{cell}\": {fault}");
    }

    [GeneratedRegex(@"^(?<name>\w+)\s*[\(\[]\s*(?<unit>[^\)\]]+?)\s*[\)\]]$", RegexOptions.ExplicitCapture)]
    private static partial Regex WithUnit();
}
