using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Tables of one column (diameters) or two (size and share), with or without headings.</summary>
internal sealed partial class PlainSizes
{
    private readonly string fileName;
    private readonly DistributionImport import;
    private readonly TableRow? headings;
    private readonly TableRow[] rows;

    public PlainSizes(IReadOnlyList<TableRow> all, string fileName, DistributionImport import)
    {
        this.fileName = fileName;
        this.import = import;
        headings = Array.TrueForAll(all[0].Cells, cell => cell.Length == 0 || !double.TryParse(cell.Replace(',', '.'), out _)) ? all[0] : null;
        rows = [.. all.Skip(headings is null ? 0 : 1)];
    }

    public SizeDistribution Read()
    {
        CheckShape();
        bool radii = Radii().IsMatch(Heading(0));
        double unit = radii ? 2 * Unit() : Unit();
        double[] sizes = [.. rows.Select(row => Number(row, 0, "a size") * unit)];
        SizeDistribution read = ColumnCount == 1 ? SizeDistribution.FromDiameters(fileName, sizes) : ReadShares(sizes);
        return read with { Name = Name, Warnings = radii ? [$"\"{Heading(0)}\" was taken as radii and doubled", .. read.Warnings] : read.Warnings };
    }

    private string Name => Path.GetFileNameWithoutExtension(fileName);

    private int ColumnCount => rows[0].Cells.Length;

    private string Heading(int column) => headings?.Text(column) ?? "";

    private void CheckShape()
    {
        if (rows.Length == 0)
        {
            throw new InputException($"{fileName}: there are no numbers below the headings");
        }

        if (import.Row != 0)
        {
            throw new InputException($"{fileName}: row {import.Row} is wanted, the file holds one distribution (row 0)");
        }

        int width = headings?.Cells.Length ?? ColumnCount;
        TableRow? odd = Array.Find(rows, row => row.Cells.Length != width);
        if (odd is not null)
        {
            throw new InputException($"{fileName}:{odd.Line}: {odd.Cells.Length} columns, {width} are expected; write decimals with a point and no thousands separators");
        }

        if (width > 2)
        {
            throw new InputException($"{fileName}: {width} columns; keep one (diameters) or two (size and volume %), or bring a Mastersizer export");
        }
    }

    private double Number(TableRow row, int column, string what)
    {
        if (!row.TryNumber(column, out double value) || !double.IsFinite(value))
        {
            throw new InputException($"{fileName}:{row.Line}: \"{RecipePlace.OneLine(row.Text(column))}\" is not a number; {what} is wanted in column {column + 1}");
        }

        return value >= 0 && (column > 0 || value > 0) ? value : throw new InputException($"{fileName}:{row.Line}: {value} in column {column + 1}: {what} must be positive");
    }

    /// <summary>Metres in the file's unit: from the heading ("Diameter (nm)") or from the user, and not two different ones.</summary>
    private double Unit()
    {
        Match match = UnitInHeading().Match(Heading(0));
        string? inFile = match.Success && Quantity.TryParse($"1 {match.Groups["unit"].Value}", "m", out _, out _) ? match.Groups["unit"].Value : null;
        string symbol = import.Unit ?? inFile ?? throw new InputException(
            $"{fileName}: the sizes{(Heading(0).Length > 0 ? $" (\"{Heading(0)}\")" : "")} have no unit; give one, e.g. unit = \"um\", or write it into the heading: Diameter (um)");
        if (!Quantity.TryParse($"1 {symbol}", "m", out double metres, out string error))
        {
            throw new InputException($"{fileName}: unit = \"{symbol}\": {error}");
        }

        return inFile is null || (Quantity.TryParse($"1 {inFile}", "m", out double stated, out _) && stated == metres)
            ? metres
            : throw new InputException($"{fileName}: unit = \"{symbol}\": the heading says \"{Heading(0)}\"; leave the unit out or change the heading");
    }

    private SizeDistribution ReadShares(double[] sizes)
    {
        double[] shares = [.. rows.Select(row => Number(row, 1, "a share"))];
        bool cumulative = Cumulative().IsMatch(Heading(1)), byNumber = ByNumber().IsMatch(Heading(1));
        if (cumulative && byNumber)
        {
            throw new InputException($"{fileName}: \"{Heading(1)}\": a cumulative distribution is read by volume only");
        }

        if (cumulative && FirstFall(sizes, shares) is { } line)
        {
            throw new InputException($"{fileName}:{line}: the cumulative share falls with growing size; an oversize curve is given as 100 less each of its values");
        }

        if (sizes.Length < 2)
        {
            throw new InputException($"{fileName}: one class alone has no edges; at least two rows are needed");
        }

        var classes = new SizeClasses(sizes, shares, cumulative ? null : import.SizeMeaning);
        SizeDistribution read = classes.ToDistribution(fileName, byNumber);
        string[] warnings = [.. classes.Warnings, .. byNumber ? [$"\"{Heading(1)}\" was taken as shares by number and turned into volume"] : Array.Empty<string>()];
        return read with { Warnings = warnings };
    }

    /// <summary>The line of the first cumulative share below that of a smaller size; null where the curve never falls.</summary>
    private int? FirstFall(double[] sizes, double[] shares)
    {
        int k = Enumerable.Range(1, shares.Length - 1).FirstOrDefault(i => (shares[i] - shares[i - 1]) * (sizes[i] - sizes[i - 1]) < 0);
        return k > 0 ? rows[k].Line : null;
    }

    [GeneratedRegex(@"^\W*(radius|radii|r)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Radii();

    [GeneratedRegex(@"[\(\[\{,/_ ]\s*(?<unit>[^\s\(\)\[\]\{\},/_]+)\s*[\)\]\}]?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex UnitInHeading();

    [GeneratedRegex("cum|under|pass|q3", RegexOptions.IgnoreCase)]
    private static partial Regex Cumulative();

    [GeneratedRegex("number|count|freq|q0", RegexOptions.IgnoreCase)]
    private static partial Regex ByNumber();
}
