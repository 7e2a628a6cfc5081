using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Spheres as x y z r, one a line, separated by spaces, tabs, commas or semicolons; header lines start with #.</summary>
/// <remarks>FracVAL writes this, with N, Df, kf and the radius of gyration as "name: value" in the header.</remarks>
internal static partial class SphereTable
{
    private static readonly char[] Separators = [' ', '\t', ',', ';', '\r'];

    public static AggregateGeometry Read(string text, string fileName)
    {
        var position = new List<Vector3d>();
        var radius = new List<double>();
        var stated = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (line.TrimStart().StartsWith('#'))
            {
                ReadHeader(line, stated);
            }
            else if (line.Trim().Length > 0 && !(radius.Count == 0 && IsHeading(line)))
            {
                double[] sphere = Sphere(line, $"{fileName}:{number}");
                position.Add(new(sphere[0], sphere[1], sphere[2]));
                radius.Add(sphere[3]);
            }
        }

        return radius.Count == 0 ? throw new InputException($"{fileName}: there are no spheres; lines of x y z r are wanted")
            : new(Path.GetFileNameWithoutExtension(fileName), [.. position], [.. radius], [], []) { Stated = StatedIn(stated) };
    }

    private static void ReadHeader(string line, Dictionary<string, double> stated)
    {
        Match match = Entry().Match(line);
        if (match.Success && double.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            stated[match.Groups["name"].Value] = value;
        }
    }

    private static StatedAggregate StatedIn(Dictionary<string, double> stated)
    {
        double? Value(params string[] names) => names.Where(stated.ContainsKey).Select(name => (double?)stated[name]).FirstOrDefault();
        double? count = Value("N_particles_actual", "N");
        return new(count is >= 0 and <= int.MaxValue ? (int)count : null, Value("Df"), Value("kf"), Value("radius_of_gyration", "Rg"));
    }

    /// <summary>A line of column names over a table.</summary>
    private static bool IsHeading(string line) => line.Split(Separators, StringSplitOptions.RemoveEmptyEntries) is { Length: 4 } cells
        && Array.TrueForAll(cells, cell => cell.Trim('"').All(c => char.IsLetter(c) || c == '_'))
        && !Array.Exists(cells, cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private static double[] Sphere(string line, string place)
    {
        string[] cells = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (cells.Length != 4)
        {
            throw new InputException($"{place}: {cells.Length} columns (\"{RecipePlace.OneLine(line)}\"); a sphere is x y z r");
        }

        double[] sphere = [.. cells.Select(cell => Number(cell, place))];
        return sphere[3] > 0 ? sphere : throw new InputException($"{place}: radius {cells[3]}: must be positive");
    }

    /// <summary>A finite number whose cube stays finite: volumes are summed.</summary>
    internal static double Number(string cell, string place) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) < 1e90
            ? value
            : throw new InputException($"{place}: \"{RecipePlace.OneLine(cell)}\" is not a finite number");

    [GeneratedRegex(@"^\s*#\s*(?<name>\w+)\s*[:=]\s*(?<value>\S+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
