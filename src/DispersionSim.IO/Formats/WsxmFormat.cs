using System.Globalization;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>WSxM images (.top, .stp): a text header, then integers or floats whose whole range is the amplitude that the header states.</summary>
internal sealed class WsxmFormat : ISurfaceFormat
{
    private const string HeaderEnd = "[Header end]";

    public string Name => "wsxm";

    public bool Recognises(SurfaceSource source) => source.StartsWith("WSxM file copyright"u8);

    public HeightMap Read(SurfaceSource source)
    {
        string text = Encoding.Latin1.GetString(source.Bytes);
        int end = text.IndexOf(HeaderEnd, StringComparison.Ordinal);
        if (end < 0)
        {
            source.Refuse("is cut off: its header has no end.");
        }

        Dictionary<string, string> header = Header(text[..end]);
        int countX = (int)Number(source, header, "Number of columns"), countY = (int)Number(source, header, "Number of rows");
        double sizeX = Length(source, header, "X Amplitude"), sizeY = Length(source, header, "Y Amplitude");
        int start = text.IndexOf('\n', end) + 1;
        if (start == 0)
        {
            source.Refuse("is cut off: nothing follows its header.");
        }

        double[] stored = Stored(source, source.Cursor(start), source.Points(countX, countY, sizeof(short)), header.GetValueOrDefault("Image Data Type", "short"));
        double[] valid = [.. stored.Where(double.IsFinite).DefaultIfEmpty(double.NaN)];
        double range = valid.Max() - valid.Min();
        double scale = range > 0 ? Length(source, header, "Z Amplitude") / range : 0;
        return source.Map(countX, countY, sizeX / countX, sizeY / countY, [.. stored.Select(h => h * scale)]);
    }

    private static double[] Stored(SurfaceSource source, SurfaceBytes cursor, int count, string type)
    {
        double[] stored = new double[count];
        for (int i = 0; i < count; i++)
        {
            stored[i] = type switch
            {
                "short" or "integer" => cursor.Int16(),
                "float" => cursor.Single(),
                "double" => cursor.Double(),
                _ => throw source.Error($"states data of type \"{type}\"; short, float and double are known."),
            };
        }

        return stored;
    }

    private static Dictionary<string, string> Header(string text) => text.Split('\n').Select(l => l.Split(':', 2)).Where(p => p.Length == 2)
        .GroupBy(p => p[0].Trim(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last()[1].Trim(), StringComparer.Ordinal);

    private static double Number(SurfaceSource source, Dictionary<string, string> header, string key) =>
        header.TryGetValue(key, out string? text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw source.Error($"its header gives no usable \"{key}\".");

    private static double Length(SurfaceSource source, Dictionary<string, string> header, string key)
    {
        string[] parts = header.GetValueOrDefault(key, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && SurfaceLengthUnit.Metres(parts[1]) is { } unit
            ? value * unit
            : throw source.Error($"its header gives no length as \"{key}\" (\"{string.Join(' ', parts)}\"): no topography.");
    }
}
