using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Bruker Dektak stylus profiles exported as CSV: a block of parameters, then "Scan Data" with lateral position and height. Read as a map with one row.</summary>
internal sealed partial class DektakFormat : ISurfaceFormat
{
    public string Name => "dektak";

    public bool Recognises(SurfaceSource source) => source.StartsWith("Scan Parameters"u8);

    public HeightMap Read(SurfaceSource source)
    {
        string[] lines = SurfaceText.Lines(source.Text);
        int head = Array.FindIndex(lines, l => l.StartsWith("Lateral", StringComparison.Ordinal));
        Match units = head < 0 ? Match.Empty : Columns().Match(lines[head]);
        if (SurfaceLengthUnit.Metres(units.Groups["x"].Value) is not { } lateral || SurfaceLengthUnit.Metres(units.Groups["z"].Value) is not { } vertical)
        {
            throw source.Error("has no table of scan data with lateral position and height.");
        }

        List<double> heights = [];
        for (int i = head + 1; i < lines.Length && lines[i].Trim().Length > 0; i++)
        {
            string[] fields = lines[i].Split(',');
            heights.Add(fields.Length > 1 && SurfaceText.TryNumber(fields[1].Trim(), out double h) ? h * vertical : throw source.Error(i + 1, "is not a position and a height."));
        }

        source.Points(heights.Count, 1);
        double step = (Position(source, lines, head + heights.Count) - Position(source, lines, head + 1)) * lateral / (heights.Count - 1);
        return source.Map(heights.Count, 1, step, step, [.. heights]);
    }

    private static double Position(SurfaceSource source, string[] lines, int line) =>
        double.TryParse(lines[line].Split(',')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double x) ? x : throw source.Error(line + 1, "has no lateral position.");

    [GeneratedRegex(@"^Lateral (?<x>\S+?),Raw (?<z>\S+?),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Columns();
}
