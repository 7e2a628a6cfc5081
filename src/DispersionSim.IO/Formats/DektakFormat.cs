using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Bruker Dektak stylus profiles exported as CSV: a block of parameters, then "Scan Data" with lateral position and raw height among its columns, in any order. Read as a map with one row.</summary>
internal sealed partial class DektakFormat : ISurfaceFormat
{
    public string Name => "dektak";

    public bool Recognises(SurfaceSource source) => source.StartsWith("Scan Parameters"u8);

    public HeightMap Read(SurfaceSource source)
    {
        string[] lines = SurfaceText.Lines(source.Text);
        int head = Array.FindIndex(lines, l => ColumnOf(l, "Lateral") is not null);
        if (head < 0 || ColumnOf(lines[head], "Lateral") is not { } lateral || ColumnOf(lines[head], "Raw") is not { } raw)
        {
            throw source.Error("has no table of scan data with lateral position and raw height, each with its unit of length.");
        }

        List<double> heights = [];
        for (int i = head + 1; i < lines.Length && lines[i].Trim().Length > 0; i++)
        {
            string[] fields = lines[i].Split(',');
            heights.Add(fields.Length > raw.Index && SurfaceText.TryNumber(fields[raw.Index].Trim(), out double h) ? h * raw.Metres : throw source.Error(i + 1, "is not a position and a height."));
        }

        source.Points(heights.Count, 1);
        double step = (Position(source, lines, head + heights.Count, lateral.Index) - Position(source, lines, head + 1, lateral.Index)) * lateral.Metres / (heights.Count - 1);
        return source.Map(heights.Count, 1, step, step, [.. heights]);
    }

    /// <summary>Place and unit of a column, by the first word of its title.</summary>
    private static (int Index, double Metres)? ColumnOf(string line, string title)
    {
        string[] fields = line.Split(',');
        int index = Array.FindIndex(fields, f => Title().Match(f.Trim()) is { Success: true } match && match.Groups["name"].Value == title);
        return index >= 0 && SurfaceLengthUnit.Metres(Title().Match(fields[index].Trim()).Groups["unit"].Value) is { } metres ? (index, metres) : null;
    }

    private static double Position(SurfaceSource source, string[] lines, int line, int column)
    {
        string[] fields = lines[line].Split(',');
        return fields.Length > column && double.TryParse(fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x : throw source.Error(line + 1, "has no lateral position.");
    }

    [GeneratedRegex(@"^(?<name>\w+) (?<unit>\S+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Title();
}
