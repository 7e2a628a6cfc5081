using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>.sdf (ISO 25178-71, older EUR 15178): a header of names and values, then heights row by row; ASCII or binary.</summary>
/// <remarks>Height = stored number times Zscale, metres. In the ASCII form, heights stand between two lines with a star and the word BAD is an invalid point; the binary form: <see cref="SdfBinary"/>.</remarks>
internal sealed class SdfFormat : ISurfaceFormat
{
    public string Name => "sdf";

    public bool Recognises(SurfaceSource source) => source.StartsWith("aISO-"u8) || source.StartsWith("aBCR-"u8) || source.StartsWith("bISO-"u8) || source.StartsWith("bBCR-"u8);

    public HeightMap Read(SurfaceSource source) => source.Bytes[0] == (byte)'b' ? SdfBinary.Read(source) : ReadText(source);

    private static HeightMap ReadText(SurfaceSource source)
    {
        string[] sections = source.Text.Split('*');
        if (sections.Length < 2)
        {
            source.Refuse("is cut off: no line with a star ends its header.");
        }

        Dictionary<string, string> header = Header(sections[0]);
        int countX = (int)Number(source, header, "NumPoints"), countY = (int)Number(source, header, "NumProfiles");
        double scale = Number(source, header, "Zscale");
        string[] words = sections[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != source.Points(countX, countY))
        {
            source.Refuse($"states {countX} x {countY} points but holds {words.Length} values (cut off?).");
        }

        double[] heights = [.. words.Select(w => SurfaceText.TryNumber(w, out double h) ? scale * h : throw source.Error($"\"{w}\" is not a number."))];
        return source.Map(countX, countY, Number(source, header, "Xscale"), Number(source, header, "Yscale"), heights);
    }

    private static Dictionary<string, string> Header(string text) => text.Split('\n').Select(l => l.Split('=', 2)).Where(p => p.Length == 2)
        .GroupBy(p => p[0].Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First()[1].Trim(), StringComparer.OrdinalIgnoreCase);

    private static double Number(SurfaceSource source, Dictionary<string, string> header, string key) =>
        header.TryGetValue(key, out string? text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw source.Error($"its header gives no usable {key}.");
}
