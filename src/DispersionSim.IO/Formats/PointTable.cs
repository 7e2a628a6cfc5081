using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A list of points as a file gives it.</summary>
/// <param name="Dimensions">2 or 3.</param>
/// <param name="Positions">Coordinates, m; z = 0 in the plane.</param>
/// <param name="Radii">Radii, m; empty where the file has none.</param>
/// <param name="Labels">Kinds; empty where the file has none.</param>
public sealed record PointTable(int Dimensions, Vector3d[] Positions, double[] Radii, string[] Labels);

/// <summary>Reads points from a table with columns x, y[, z][, r][, label], lengths in micrometres or in the unit of their heading.</summary>
public static class PointTableReader
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is absent, has no such columns, or a row is not numbers, has more cells than columns, repeats a point or has a radius below 0.</exception>
    public static PointTable Read(string path)
    {
        IReadOnlyList<TableRow> rows = DelimitedText.Rows(ImportFile.Text(path), path);
        var cells = new Columns(path, PointHeading.Read(rows.Count == 0 ? [] : rows[0].Cells, path));
        TableRow[] points = [.. rows.Skip(1)];
        RefuseLongRows(path, points, rows[0].Cells.Length);
        Vector3d[] positions = [.. points.Select(r => new Vector3d(cells.Length(r, "x"), cells.Length(r, "y"), cells.Has("z") ? cells.Length(r, "z") : 0))];
        double[] radii = cells.Has("r") ? [.. points.Select(cells.Radius)] : [];
        string[] labels = cells.Has("label") ? [.. points.Select(r => cells.Text(r, "label"))] : [];
        RefuseTwins(path, points, positions);

        // A column of zeros says that points have no size.
        return new(cells.Has("z") ? 3 : 2, positions, Array.TrueForAll(radii, r => r == 0) ? [] : radii, labels);
    }

    /// <summary>More values than columns: 1,5 and 2,5 between commas would be read as 1 and 5.</summary>
    private static void RefuseLongRows(string path, TableRow[] rows, int width)
    {
        if (Array.Find(rows, r => r.Cells.Skip(width).Any(cell => cell.Length > 0)) is { } row)
        {
            throw new InputException($"{path}:{row.Line}: {row.Cells.Length} values for {width} columns; write decimals with a point, or separate columns by semicolons or tabs");
        }
    }

    private static void RefuseTwins(string path, TableRow[] rows, Vector3d[] positions)
    {
        var seen = new Dictionary<Vector3d, int>();
        foreach ((int k, Vector3d p) in positions.Index())
        {
            if (!seen.TryAdd(p, rows[k].Line))
            {
                throw new InputException($"{path}:{rows[k].Line}: the point of line {seen[p]} again; remove one of the two");
            }
        }
    }

    private sealed record Columns(string Path, PointHeading[] Headings)
    {
        public bool Has(string name) => Column(name) >= 0;

        public string Text(TableRow row, string name) => row.Text(Column(name));

        public double Length(TableRow row, string name)
        {
            int column = Column(name);
            return row.TryNumber(column, out double value) && double.IsFinite(value)
                ? value * Headings[column].Scale
                : throw new InputException($"{Path}:{row.Line}: {name} = \"{row.Text(column)}\": must be a finite number{(Headings[column].Scale == 1e-6 ? " of micrometres" : "")}");
        }

        public double Radius(TableRow row)
        {
            double r = Length(row, "r");
            return r >= 0 ? r : throw new InputException($"{Path}:{row.Line}: r = {Text(row, "r")}: must not be negative");
        }

        private int Column(string name) => Array.FindIndex(Headings, h => h.Name == name);
    }
}
