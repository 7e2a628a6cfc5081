using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The table that Malvern Mastersizer software exports: one row a measurement, class edges in the row below the headings.</summary>
/// <remarks>
/// The heading "Result Between User Sizes (Sizes in um)" stands over the first edge. The share of the class between edge k and
/// edge k + 1 stands under edge k + 1, so that the cell under the first edge is empty.
/// </remarks>
internal sealed partial class MastersizerTable
{
    private const string Marker = "Result Between User Sizes";

    /// <summary>Instrument and program take class means differently; more than this is a sign of a damaged file.</summary>
    private const double MeanTolerance = 0.01;

    /// <summary>Shares in percent that add up to something else by more than this are reported.</summary>
    private const double SumTolerance = 1;

    private readonly string fileName;
    private readonly TableRow headings;
    private readonly TableRow[] measurements;
    private readonly int first;
    private readonly double unit;
    private readonly double[] edges;

    private MastersizerTable(IReadOnlyList<TableRow> rows, int heading, string fileName)
    {
        this.fileName = fileName;
        headings = rows[heading];
        first = Array.FindIndex(headings.Cells, IsMarker);
        unit = UnitOf(headings.Cells[first]);
        edges = heading + 1 < rows.Count ? ReadEdges(rows[heading + 1]) : throw new InputException($"{fileName}:{headings.Line}: the row of class edges is missing");
        measurements = [.. rows.Skip(heading + 2)];
    }

    public IReadOnlyList<string> Names => [.. measurements.Select(NameOf)];

    /// <summary>The table in a file; null where the file is none of this kind.</summary>
    public static MastersizerTable? Find(IReadOnlyList<TableRow> rows, string fileName)
    {
        int heading = rows.Take(20).ToList().FindIndex(row => Array.Exists(row.Cells, IsMarker));
        return heading < 0 ? null : new(rows, heading, fileName);
    }

    public SizeDistribution Read(DistributionImport import)
    {
        TableRow row = import.Row >= 0 && import.Row < measurements.Length ? measurements[import.Row]
            : throw new InputException(measurements.Length == 0 ? $"{fileName}: there is no measurement below the headings" : $"{fileName}: row {import.Row} is wanted, the measurements are numbered from 0 to {measurements.Length - 1}");
        RefuseOtherUnit(import.Unit);
        RefuseOtherWeights(row);
        double[] volume = [.. Enumerable.Range(1, edges.Length - 1).Select(k => Share(row, first + k))];
        SizeDistribution sizes = SizeDistribution.FromClasses($"{fileName}:{row.Line}", edges, volume) with { Name = NameOf(row), Stated = StatedIn(row) };
        return sizes with { Warnings = [.. WarningsFor(sizes, volume.Sum())] };
    }

    private static bool IsMarker(string cell) => cell.StartsWith(Marker, StringComparison.OrdinalIgnoreCase);

    private double UnitOf(string heading)
    {
        Match match = SizesIn().Match(heading);
        string symbol = match.Success ? match.Groups["unit"].Value : "um";
        return Quantity.TryParse($"1 {symbol}", "m", out double metres, out string error) ? metres : throw new InputException($"{fileName}:{headings.Line}: \"{heading}\": {error}");
    }

    private double[] ReadEdges(TableRow row)
    {
        var sizes = new List<double>();
        for (int column = first; row.TryNumber(column, out double size); column++)
        {
            sizes.Add(size * unit);
        }

        return sizes.Count >= 2 ? [.. sizes] : throw new InputException($"{fileName}:{row.Line}: class edges are expected in column {first + 1} and on, below \"{Marker}\"; found {sizes.Count}");
    }

    private double Share(TableRow row, int column) =>
        !row.TryNumber(column, out double share) ? throw new InputException($"{fileName}:{row.Line}: column {column + 1} holds \"{RecipePlace.OneLine(row.Text(column))}\"; a volume share in percent is wanted")
        : share >= 0 && double.IsFinite(share) ? share
        : throw new InputException($"{fileName}:{row.Line}: column {column + 1} holds {share}; a volume share must be zero or positive");

    private string NameOf(TableRow row) => row.Text(Math.Max(0, Column("Sample Name"))) is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(fileName);

    private int Column(string heading) => Array.FindIndex(headings.Cells, cell => Squeezed(cell).StartsWith(Squeezed(heading), StringComparison.OrdinalIgnoreCase));

    private static string Squeezed(string text) => text.Replace(" ", "");

    private StatedSizes StatedIn(TableRow row) => new(Stated(row, "D[4,3]"), Stated(row, "D[3,2]"), Stated(row, "d(0.1)"), Stated(row, "d(0.5)"), Stated(row, "d(0.9)"));

    private double? Stated(TableRow row, string heading) => Column(heading) is int column and >= 0 && row.TryNumber(column, out double size) ? size * unit : null;

    private void RefuseOtherUnit(string? wanted)
    {
        if (wanted is not null && (!Quantity.TryParse($"1 {wanted}", "m", out double metres, out _) || metres != unit))
        {
            throw new InputException($"{fileName}: unit = \"{wanted}\": the file states its own unit, {Quantity.Format(unit, "m")}; leave the unit out");
        }
    }

    private void RefuseOtherWeights(TableRow row)
    {
        string weights = Column("Result transform type") is int column and >= 0 ? row.Text(column) : "";
        if (weights.Length > 0 && !weights.Equals("Volume", StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"{fileName}:{row.Line}: the result is given by {weights.ToLowerInvariant()}; export it by volume");
        }
    }

    private static IEnumerable<string> WarningsFor(SizeDistribution sizes, double sum)
    {
        if (Math.Abs(sum - 100) > SumTolerance)
        {
            yield return $"the shares add up to {sum:0.##} % and were scaled to 100 %";
        }

        if (sizes.Stated?.MeanD43 is double stated && Math.Abs(sizes.MeanD43 - stated) > MeanTolerance * stated)
        {
            yield return $"D[4,3] from the classes is {Quantity.Rounded(sizes.MeanD43, "m")}, the instrument states {Quantity.Rounded(stated, "m")}";
        }
    }

    [GeneratedRegex(@"sizes in (?<unit>[^)]+)\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SizesIn();
}
