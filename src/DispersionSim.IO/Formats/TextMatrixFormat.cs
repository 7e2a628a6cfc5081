using System.Globalization;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Heights as a matrix of numbers in text, row by row, with or without a header that gives size and unit.</summary>
/// <remarks>
/// Headers known: Gwyddion's (<c># Width: 10.00 um</c>, <c># Height:</c>, <c># Value units:</c>) and one with
/// <c>pixel size=… m</c> and <c>height conversion factor (-> m)=…</c>. Without a header unit and pixel size are asked for.
/// </remarks>
internal sealed partial class TextMatrixFormat : ISurfaceFormat
{
    public string Name => "text-matrix";

    public bool Recognises(SurfaceSource source) => SurfaceText.IsText(source);

    public HeightMap Read(SurfaceSource source)
    {
        string[] lines = SurfaceText.Lines(source.Text);
        int first = Array.FindIndex(lines, SurfaceText.IsNumberLine);
        if (first < 0)
        {
            string line = lines[0].Trim();
            source.Refuse($"is not a surface: no line of numbers in it (it begins \"{(line.Length > 40 ? line[..40] : line)}\").");
        }

        Header header = Header.Parse(lines[..first]);
        (int countX, int countY, double[] heights) = Matrix(source, lines, first);
        source.Points(countX, countY);
        CheckStatedCounts(source, header, countX, countY);
        double unit = header.HeightFactor ?? source.HeightUnit(header.HeightUnit);
        (double stepX, double stepY) = Steps(source, header, countX, countY);
        return source.Map(countX, countY, stepX, stepY, [.. heights.Select(h => h * unit)]);
    }

    private static (int CountX, int CountY, double[] Heights) Matrix(SurfaceSource source, string[] lines, int first)
    {
        List<double> heights = [];
        int countX = 0, countY = 0;
        for (int i = first; i < lines.Length; i++)
        {
            string[] fields = SurfaceText.Fields(lines[i]);
            if (fields.Length == 0)
            {
                continue;
            }

            foreach (string field in fields)
            {
                heights.Add(SurfaceText.TryNumber(field, out double h) ? h : throw source.Error(i + 1, $"\"{field}\" is not a number."));
            }

            countX = countX == 0 ? fields.Length : countX;
            countY++;
            if (fields.Length != countX)
            {
                throw source.Error(i + 1, $"{fields.Length} values where the rows before have {countX}.");
            }
        }

        return (countX, countY, [.. heights]);
    }

    private static void CheckStatedCounts(SurfaceSource source, Header header, int countX, int countY)
    {
        if ((header.CountX ?? countX) != countX || (header.CountY ?? countY) != countY)
        {
            source.Refuse($"holds {countX} x {countY} values but its header states {header.CountX} x {header.CountY} (cut off?).");
        }
    }

    private static (double X, double Y) Steps(SurfaceSource source, Header header, int countX, int countY)
    {
        if (header.Width is { } width && header.Height is { } height)
        {
            return (width / countX, height / countY);
        }

        double pixel = header.PixelSize ?? source.Options.PixelSize
            ?? throw source.Error("does not say its size: give the spacing of its points, e.g. pixel_size = \"0.1 um\" in a recipe, --pixel-size \"0.1 um\" with analyze.");
        return (pixel, pixel);
    }

    private sealed partial record Header(double? Width, double? Height, double? PixelSize, string? HeightUnit, double? HeightFactor, int? CountX, int? CountY)
    {
        public static Header Parse(string[] lines)
        {
            string text = string.Join('\n', lines);
            return new(
                Length(WidthLine().Match(text)),
                Length(HeightLine().Match(text)),
                Length(PixelLine().Match(text)),
                UnitLine().Match(text) is { Success: true } unit ? unit.Groups["unit"].Value.Trim() : null,
                SurfaceText.Finite(FactorLine().Match(text).Groups["value"].Value),
                Count(text, "w"),
                Count(text, "h"));
        }

        private static double? Length(Match match) =>
            SurfaceText.Finite(match.Groups["value"].Value) * SurfaceLengthUnit.Metres(match.Groups["unit"].Value);

        private static int? Count(string text, string letter) =>
            CountWord().Matches(text).FirstOrDefault(m => m.Groups["axis"].Value == letter) is { } match ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : null;

        [GeneratedRegex(@"^[# \t]*Width:\s*(?<value>[-+0-9.eE]+)\s*(?<unit>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex WidthLine();

        [GeneratedRegex(@"^[# \t]*Height:\s*(?<value>[-+0-9.eE]+)\s*(?<unit>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex HeightLine();

        [GeneratedRegex(@"^[# \t]*pixel size\s*[=:]\s*(?<value>[-+0-9.eE]+)\s*(?<unit>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex PixelLine();

        [GeneratedRegex(@"^[# \t]*(?:Value units|data unit)\s*[=:]\s*(?<unit>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex UnitLine();

        [GeneratedRegex(@"^[# \t]*height conversion factor \(-> m\)\s*[=:]\s*(?<value>[-+0-9.eE]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
        private static partial Regex FactorLine();

        [GeneratedRegex(@"\b(?<axis>[wh])=(?<count>\d{1,9})\b", RegexOptions.ExplicitCapture)]
        private static partial Regex CountWord();
    }
}
