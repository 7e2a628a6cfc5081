using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads spheres from a table with a line of column names: x, y, z, r, and where they are there id, rho, vx, vy, vz, wx, wy, wz; SI units.</summary>
/// <remarks>A first line <c># box xlo xhi ylo yhi zlo zhi [rho]</c> states the box and the density of all. Columns may stand in any order.</remarks>
public static partial class GrainTableReader
{
    private static readonly string[] Needed = ["x", "y", "z", "r"];
    private static readonly string[] Known = [.. Needed, "id", "rho", "vx", "vy", "vz", "wx", "wy", "wz"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be used, in one line.</exception>
    public static GrainTable ReadFile(string path) => Read(ImportFile.Text(path), path);

    /// <summary>Reads the content of a file.</summary>
    /// <exception cref="InputException">The content cannot be used, in one line.</exception>
    public static GrainTable Read(string text, string fileName)
    {
        IReadOnlyList<TableRow> rows = DelimitedText.Rows(text, fileName);
        TableRow head = rows.Count > 0 ? rows[0] : throw new InputException($"{fileName}: the file is empty; a line of column names such as x,y,z,r is wanted");
        var columns = new Columns(head, fileName);
        TableRow[] body = [.. rows.Skip(1)];
        columns.CheckWidths(body);
        long[] ids = columns.Ids(body);
        (Vector3d, Vector3d)? box = ReadBox(text, fileName, out double density);
        return body.Length == 0 ? throw new InputException($"{fileName}: there are no particles below the column names") : new()
        {
            Place = [.. body.Select(row => $"{fileName}:{row.Line}")],
            Id = ids,
            Position = [.. body.Select(row => columns.Vector(row, "x", "y", "z"))],
            Radius = [.. body.Select(row => columns.Number(row, "r", 0))],
            Density = [.. body.Select(row => columns.Number(row, "rho", density))],
            Velocity = [.. body.Select(row => columns.Vector(row, "vx", "vy", "vz"))],
            Spin = [.. body.Select(row => columns.Vector(row, "wx", "wy", "wz"))],
            Box = box,
            Unused = columns.Unused,
        };
    }

    private static (Vector3d Low, Vector3d High)? ReadBox(string text, string fileName, out double density)
    {
        density = double.NaN;
        string first = text.AsSpan()[..(text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length)].Trim().ToString();
        if (!BoxLine().IsMatch(first))
        {
            return null;
        }

        double[] n = [.. first.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w != "box").Skip(1)
            .Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) && double.IsFinite(v) ? v : throw Fault(w))];
        density = n.Length == 7 ? n[6] : double.NaN;
        return n.Length is 6 or 7 && n[0] < n[1] && n[2] < n[3] && n[4] < n[5]
            ? (new(n[0], n[2], n[4]), new(n[1], n[3], n[5]))
            : throw Fault(first);

        InputException Fault(string what) => new($"{fileName}:1: \"{RecipePlace.OneLine(what)}\": a box is # box xlo xhi ylo yhi zlo zhi and may end with a density");
    }

    [GeneratedRegex(@"^#\s*box\b")]
    private static partial Regex BoxLine();

    /// <summary>Where each column stands.</summary>
    private sealed class Columns
    {
        private readonly string fileName;
        private readonly Dictionary<string, int> at = new(StringComparer.Ordinal);

        public Columns(TableRow head, string fileName)
        {
            this.fileName = fileName;
            if (Enumerable.Range(0, head.Cells.Length).All(k => head.TryNumber(k, out _)))
            {
                throw new InputException($"{fileName}:{head.Line}: \"{RecipePlace.OneLine(string.Join(',', head.Cells))}\": a line of column names such as x,y,z,r must come first");
            }

            for (int k = 0; k < head.Cells.Length; k++)
            {
                if (!at.TryAdd(head.Cells[k], k))
                {
                    throw new InputException($"{fileName}:{head.Line}: the column \"{RecipePlace.OneLine(head.Cells[k])}\" is there twice");
                }
            }

            string[] missing = [.. Needed.Where(name => !at.ContainsKey(name))];
            if (missing.Length > 0)
            {
                throw new InputException($"{fileName}:{head.Line}: no column {string.Join(", ", missing)} in \"{RecipePlace.OneLine(string.Join(',', head.Cells))}\"; columns are {string.Join(",", Known)}, of which {string.Join(",", Needed)} must be there");
            }

            Unused = [.. head.Cells.Except(Known, StringComparer.Ordinal).Where(name => name.Length > 0)];
        }

        public IReadOnlyList<string> Unused { get; }

        /// <summary>Refuses rows that hold more than the line of names: numbers in them stand under the wrong name.</summary>
        /// <exception cref="InputException">A row with too many cells.</exception>
        public void CheckWidths(IEnumerable<TableRow> rows)
        {
            if (rows.FirstOrDefault(row => row.Cells.Skip(at.Count).Any(cell => cell.Length > 0)) is { } row)
            {
                throw new InputException($"{fileName}:{row.Line}: {row.Cells.Length} cells under {at.Count} columns; a decimal sign between commas must be a point");
            }
        }

        /// <summary>The particles' numbers, in order of rows where none are given; outputs name particles by them.</summary>
        /// <exception cref="InputException">One that is not whole, or that a former row has.</exception>
        public long[] Ids(TableRow[] rows)
        {
            if (!at.ContainsKey("id"))
            {
                return [.. rows.Select((_, i) => i + 1L)];
            }

            var lines = new Dictionary<long, int>();
            return [.. rows.Select(row => Whole(row, "id") is var id && lines.TryAdd(id, row.Line) ? id
                : throw new InputException($"{fileName}:{row.Line}: id = {id}: stands in line {lines[id]} already; each particle must have a number of its own"))];
        }

        public Vector3d Vector(TableRow row, string x, string y, string z) => new(Number(row, x, 0), Number(row, y, 0), Number(row, z, 0));

        public double Number(TableRow row, string name, double absent) =>
            !at.TryGetValue(name, out int column) ? absent
            : row.TryNumber(column, out double value) && Math.Abs(value) < 1e90 ? value
            : throw new InputException($"{fileName}:{row.Line}: {name} = \"{RecipePlace.OneLine(row.Text(column))}\" is not a finite number");

        private long Whole(TableRow row, string name)
        {
            double value = Number(row, name, 0);
            return value == Math.Floor(value) && Math.Abs(value) < 1e15 ? (long)value : throw new InputException($"{fileName}:{row.Line}: {name} = {value} is not a whole number");
        }
    }
}
