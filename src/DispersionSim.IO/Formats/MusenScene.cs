using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A scene that the DEM program MUSEN exports as text: spheres and solid bonds, one object a line.</summary>
/// <remarks>
/// A line is a chain of numbered commands with a fixed count of arguments each: 0 id, 1 type (1 sphere, 9 solid bond), 5 geometry
/// (radius and contact radius; or two ids, diameter and length), 24 activity interval, 12 coordinates, and so on. Numbers of
/// commands occur among the arguments as well, so a line can only be read in order, never searched. Of several time
/// points the last one counts. Source: the format's own reader, MUSEN (BSD-3-Clause), ImportFromText.
/// </remarks>
internal sealed class MusenScene(string text, string fileName)
{
    private const int Sphere = 1;
    private const int SolidBond = 9;

    /// <summary>Arguments of the commands that an object's line can hold and that do not matter here.</summary>
    private static readonly Dictionary<string, int> Skipped = new(StringComparer.Ordinal)
    {
        ["2"] = 1,
        ["10"] = 3,
        ["11"] = 3,
        ["15"] = 3,
        ["16"] = 3,
        ["17"] = 3,
        ["18"] = 1,
        ["20"] = 3,
        ["23"] = 1,
        ["31"] = 4,
        ["36"] = 9,
        ["37"] = 1,
    };

    private readonly Dictionary<long, int> indexOf = [];
    private readonly List<Vector3d> position = [];
    private readonly List<double> radius = [];
    private readonly List<(long I, long J, int Line)> links = [];

    /// <summary>Whether the first line of a text is an object: "0 id 1 type 5 ...".</summary>
    public static bool Recognises(string text) =>
        text.AsSpan().TrimStart().ToString().Split('\n', 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["0", _, "1", _, "5", ..];

    public AggregateGeometry Read()
    {
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (line.StartsWith("0 ", StringComparison.Ordinal))
            {
                ReadObject(line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries), number);
            }
        }

        return radius.Count == 0 ? throw new InputException($"{fileName}: the scene holds no spheres")
            : new(Path.GetFileNameWithoutExtension(fileName), [.. position], [.. radius], [.. links.Select(Resolve).Distinct().Order()], []);
    }

    private void ReadObject(string[] words, int line)
    {
        string place = $"{fileName}:{line}";
        long id = Whole(words, 1, place);
        long type = words.Length > 4 && words[2] == "1" && words[4] == "5" ? Whole(words, 3, place) : throw new InputException($"{place}: an object is wanted, \"0 id 1 type 5 ...\"");
        if (type == Sphere)
        {
            AddSphere(id, words, place);
        }
        else if (type == SolidBond)
        {
            links.Add((Whole(words, 5, place), Whole(words, 6, place), line));
        }
    }

    private void AddSphere(long id, string[] words, string place)
    {
        double r = SphereTable.Number(Word(words, 5, place), place);
        if (!(r > 0))
        {
            throw new InputException($"{place}: radius {words[5]}: must be positive");
        }

        // Older scenes leave the contact radius out; no radius is written as the bare number of a command.
        int at = words.Length > 6 && words[6] is not ("23" or "24" or "2" or "12") ? 7 : 6;
        if (!indexOf.TryAdd(id, radius.Count))
        {
            throw new InputException($"{place}: sphere {id} is given twice");
        }

        radius.Add(r);
        position.Add(LastCoordinates(words, at, place));
    }

    private static Vector3d LastCoordinates(string[] words, int at, string place)
    {
        Vector3d? found = null;
        while (at < words.Length)
        {
            string command = words[at++];
            if (command == "12")
            {
                found = new(SphereTable.Number(Word(words, at, place), place), SphereTable.Number(Word(words, at + 1, place), place), SphereTable.Number(Word(words, at + 2, place), place));
                at += 3;
            }
            else
            {
                at += command == "24" ? 2
                    : Skipped.TryGetValue(command, out int arguments) ? arguments
                    : throw new InputException($"{place}: command \"{RecipePlace.OneLine(command)}\" is not known in a MUSEN scene");
            }
        }

        return found ?? throw new InputException($"{place}: the sphere has no coordinates (command 12)");
    }

    private (int I, int J) Resolve((long I, long J, int Line) link) =>
        link.I != link.J && indexOf.TryGetValue(link.I, out int i) && indexOf.TryGetValue(link.J, out int j)
            ? (Math.Min(i, j), Math.Max(i, j))
            : throw new InputException($"{fileName}:{link.Line}: the bond joins {link.I} and {link.J}, which are not two spheres of the scene");

    private static long Whole(string[] words, int at, string place) =>
        double.TryParse(Word(words, at, place), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value == Math.Floor(value) && Math.Abs(value) < 1e15
            ? (long)value
            : throw new InputException($"{place}: \"{RecipePlace.OneLine(words[at])}\" is not a whole number");

    private static string Word(string[] words, int at, string place) => at < words.Length ? words[at] : throw new InputException($"{place}: the line ends too early");
}
