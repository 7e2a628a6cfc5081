using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Alicona's .al3d: tags of fixed length, then a depth image of single-precision heights in metres.</summary>
/// <remarks>Rows are padded to 8 bytes. Invalid: NaN, or the tag InvalidPixelValue within single-precision rounding.</remarks>
internal sealed class Al3dFormat : ISurfaceFormat
{
    private const int KeyLength = 20;
    private const int ValueLength = 30;

    public string Name => "al3d";

    public bool Recognises(SurfaceSource source) => source.StartsWith("AliconaImaging\0\r\n"u8);

    public HeightMap Read(SurfaceSource source)
    {
        Dictionary<string, string> tags = Tags(source);
        int countX = (int)Number(source, tags, "Cols"), countY = (int)Number(source, tags, "Rows");
        double[] heights = new double[source.Points(countX, countY, sizeof(float))];
        double invalid = tags.ContainsKey("InvalidPixelValue") ? Number(source, tags, "InvalidPixelValue") : double.NaN;
        SurfaceBytes cursor = source.Cursor((int)Number(source, tags, "DepthImageOffset"));
        int padding = ((countX * 4) + 7) / 8 * 8 - (countX * 4);
        for (int y = 0, i = 0; y < countY; y++)
        {
            for (int x = 0; x < countX; x++, i++)
            {
                float h = cursor.Single();
                heights[i] = Math.Abs(h - invalid) <= 1.5e-7 * Math.Abs(invalid) ? double.NaN : h;
            }

            cursor.Skip(y < countY - 1 ? padding : 0);
        }

        return source.Map(countX, countY, Number(source, tags, "PixelSizeXMeter"), Number(source, tags, "PixelSizeYMeter"), heights);
    }

    private static Dictionary<string, string> Tags(SurfaceSource source)
    {
        SurfaceBytes cursor = source.Cursor(17);
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        Tag(source, cursor, tags);
        Tag(source, cursor, tags);
        int count = (int)Number(source, tags, "TagCount");
        for (int i = 0; i < count; i++)
        {
            Tag(source, cursor, tags);
        }

        return tags;
    }

    private static void Tag(SurfaceSource source, SurfaceBytes cursor, Dictionary<string, string> tags)
    {
        string key = cursor.Text(KeyLength);
        tags[key] = cursor.Text(ValueLength);
        if (!cursor.Take(2).SequenceEqual("\r\n"u8))
        {
            source.Refuse($"is damaged: tag \"{key}\" does not end where it should.");
        }
    }

    private static double Number(SurfaceSource source, Dictionary<string, string> tags, string key) =>
        tags.TryGetValue(key, out string? text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw source.Error($"is damaged: no usable tag {key}.");
}
