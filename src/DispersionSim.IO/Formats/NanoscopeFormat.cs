using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Bruker/Veeco/Digital Instruments Nanoscope images (.spm, .di, .001): a text header and integer data for several channels.</summary>
/// <remarks>Height = stored / 65536 · z scale (V) · sensitivity (length/V); 32-bit data carry a further 1/65536.</remarks>
internal sealed partial class NanoscopeFormat : ISurfaceFormat
{
    public string Name => "nanoscope";

    public bool Recognises(SurfaceSource source) => source.StartsWith("\\*File list\r\n"u8) || source.StartsWith("\\*File list\n"u8);

    public HeightMap Read(SurfaceSource source)
    {
        string[] header = Header(source);
        Dictionary<string, string> common = new(StringComparer.OrdinalIgnoreCase);
        List<Dictionary<string, string>> images = [];
        Dictionary<string, string> current = common;
        foreach (string line in header)
        {
            if (line.StartsWith("\\*", StringComparison.Ordinal))
            {
                current = line.Contains("image list", StringComparison.OrdinalIgnoreCase) ? new(StringComparer.OrdinalIgnoreCase) : common;
                images.AddRange(ReferenceEquals(current, common) ? [] : [current]);
            }
            else if (line.Split(": ", 2) is [var key, var value])
            {
                current[key.TrimStart('\\')] = value.Trim();
            }
        }

        Channel[] channels = [.. images.Select(i => Channel.Parse(i, common))];
        int pick = SurfaceChannel.Pick(source, [.. channels.Select(c => c.Name)], [.. channels.Select(c => c.Scale is not null)]);
        return Map(source, images[pick], channels[pick].Scale!.Value);
    }

    private static string[] Header(SurfaceSource source)
    {
        int end = source.Bytes.AsSpan().IndexOf("\\*File list end"u8);
        if (end < 0)
        {
            source.Refuse("is cut off: its header has no end.");
        }

        return [.. Encoding.Latin1.GetString(source.Bytes, 0, end).Split('\n').Select(l => l.Trim())];
    }

    private static HeightMap Map(SurfaceSource source, Dictionary<string, string> image, double scale)
    {
        int countX = Whole(source, image, "Samps/line"), countY = Whole(source, image, "Number of lines"), bytes = BytesEach(source, image, (long)countX * countY);
        (double sizeX, double sizeY) = Size(source, image);
        SurfaceBytes cursor = source.Cursor(Whole(source, image, "Data offset"));
        double[] heights = new double[source.Points(countX, countY, sizeof(short))];
        for (int i = 0; i < heights.Length; i++)
        {
            heights[i] = scale * bytes switch
            {
                2 => cursor.Int16(),
                4 => cursor.Int32() / 65536.0,
                _ => throw source.Error($"stores {bytes} bytes a point; 2 and 4 are known."),
            };
        }

        return source.Map(countX, countY, sizeX / countX, sizeY / countY, heights);
    }

    /// <summary>Bytes of a point. Later versions write four whatever "Bytes/pixel" says; the length of the data tells.</summary>
    private static int BytesEach(SurfaceSource source, Dictionary<string, string> image, long points) =>
        long.TryParse(image.GetValueOrDefault("Data length"), NumberStyles.Integer, CultureInfo.InvariantCulture, out long length) && points > 0 && length == 4 * points
            ? 4
            : Whole(source, image, "Bytes/pixel");

    private static int Whole(SurfaceSource source, Dictionary<string, string> image, string key) =>
        int.TryParse(image.GetValueOrDefault(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : throw source.Error($"its header gives no usable \"{key}\".");

    private static (double X, double Y) Size(SurfaceSource source, Dictionary<string, string> image)
    {
        string text = image.GetValueOrDefault("Scan Size", "");
        // Nanoscope writes a tilde for the micro sign.
        string[] parts = text.Replace('~', 'u').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 && SurfaceLengthUnit.Metres(parts[2]) is { } unit
            && SurfaceText.Finite(parts[0]) is { } x && SurfaceText.Finite(parts[1]) is { } y
            ? (x * unit, y * unit)
            : throw source.Error($"its header gives no scan size (\"{text}\").");
    }

    private readonly partial record struct Channel(string Name, double? Scale)
    {
        public static Channel Parse(Dictionary<string, string> image, Dictionary<string, string> common)
        {
            Match name = QuotedName().Match(image.GetValueOrDefault("@2:Image Data", ""));
            Match scale = ZScale().Match(image.GetValueOrDefault("@2:Z scale", ""));
            return new(name.Success ? name.Groups["name"].Value : "?", scale.Success ? Metres(scale, common) : null);
        }

        /// <summary>Metres in one stored unit; null where the sensitivity is no length per volt.</summary>
        private static double? Metres(Match scale, Dictionary<string, string> common)
        {
            Match sensitivity = Sensitivity().Match(common.GetValueOrDefault("@" + scale.Groups["quantity"].Value, ""));
            return SurfaceText.Finite(scale.Groups["volt"].Value) / 65536 * SurfaceText.Finite(sensitivity.Groups["value"].Value)
                * SurfaceLengthUnit.Metres(sensitivity.Groups["unit"].Value);
        }

        [GeneratedRegex(@"^S \[(?<name>.*?)\]", RegexOptions.ExplicitCapture)]
        private static partial Regex QuotedName();

        [GeneratedRegex(@"^V \[(?<quantity>.*?)\] \(.*?\) (?<volt>[-+0-9.eE]+) V$", RegexOptions.ExplicitCapture)]
        private static partial Regex ZScale();

        [GeneratedRegex(@"^V (?<value>[-+0-9.eE]+) (?<unit>\S+)/V$", RegexOptions.ExplicitCapture)]
        private static partial Regex Sensitivity();
    }
}
