using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A list of points as a file gives it.</summary>
/// <param name="Dimensions">2 or 3.</param>
/// <param name="Positions">Coordinates, m; z = 0 in the plane.</param>
/// <param name="Radii">Radii, m; empty where the file has none.</param>
/// <param name="Labels">Kinds; empty where the file has none.</param>
public sealed record PointTable(int Dimensions, Vector3d[] Positions, double[] Radii, string[] Labels);

/// <summary>Reads points from a table with columns x, y[, z][, r][, label], lengths in micrometres.</summary>
public static class PointTableReader
{
    private const double Micrometre = 1e-6;
    private static readonly string[] Known = ["x", "y", "z", "r", "label"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is absent, has no such columns, or a row is not numbers, repeats a point or has a radius below 0.</exception>
    public static PointTable Read(string path)
    {
        IReadOnlyList<TableRow> rows = DelimitedText.Rows(ImportFile.Text(path), path);
        string[] header = rows.Count == 0 ? [] : [.. rows[0].Cells.Select(c => c.ToLowerInvariant())];
        if (!header.Contains("x") || !header.Contains("y"))
        {
            throw new InputException($"{path}:1: the first line must name the columns, x,y[,z][,r][,label], in micrometres");
        }

        if (header.FirstOrDefault(h => !Known.Contains(h)) is { } unknown)
        {
            throw new InputException($"{path}:1: column \"{unknown}\" is not known; columns are x,y[,z][,r][,label]");
        }

        if (header.GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InputException($"{path}:1: column \"{twice.Key}\" is named {twice.Count()} times; name each once");
        }

        bool inSpace = header.Contains("z");
        var cells = new Columns(path, header);
        Vector3d[] positions = [.. rows.Skip(1).Select(r => new Vector3d(cells.Length(r, "x"), cells.Length(r, "y"), inSpace ? cells.Length(r, "z") : 0))];
        double[] radii = header.Contains("r") ? [.. rows.Skip(1).Select(cells.Radius)] : [];
        string[] labels = header.Contains("label") ? [.. rows.Skip(1).Select(r => r.Text(Array.IndexOf(header, "label")))] : [];
        RefuseTwins(path, rows, positions);

        // A column of zeros says that points have no size.
        return new(inSpace ? 3 : 2, positions, Array.TrueForAll(radii, r => r == 0) ? [] : radii, labels);
    }

    private static void RefuseTwins(string path, IReadOnlyList<TableRow> rows, Vector3d[] positions)
    {
        var seen = new Dictionary<Vector3d, int>();
        foreach ((int k, Vector3d p) in positions.Index())
        {
            if (!seen.TryAdd(p, rows[k + 1].Line))
            {
                throw new InputException($"{path}:{rows[k + 1].Line}: the point of line {seen[p]} again; remove one of the two");
            }
        }
    }

    private sealed record Columns(string Path, string[] Header)
    {
        public double Length(TableRow row, string name)
        {
            int column = Array.IndexOf(Header, name);
            return row.TryNumber(column, out double value) && double.IsFinite(value)
                ? value * Micrometre
                : throw new InputException($"{Path}:{row.Line}: {name} = \"{row.Text(column)}\": must be a finite number of micrometres");
        }

        public double Radius(TableRow row)
        {
            double r = Length(row, "r");
            return r >= 0 ? r : throw new InputException($"{Path}:{row.Line}: r = {row.Text(Array.IndexOf(Header, "r"))}: must not be negative");
        }
    }
}
