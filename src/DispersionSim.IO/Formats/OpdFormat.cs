using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Wyko/Veeco .opd: a directory of named blocks; the raw data as integers or single precision in wavelengths.</summary>
/// <remarks>Height = stored · wavelength / multiplier, wavelength in nm; pixel size in mm. Invalid: integers from 32 766 up, floats from 1e38 up.</remarks>
internal sealed class OpdFormat : ISurfaceFormat
{
    private const int BlockLength = 24;

    public string Name => "opd";

    public bool Recognises(SurfaceSource source) => source.StartsWith("\u0001\0Directory\0"u8);

    public HeightMap Read(SurfaceSource source)
    {
        Dictionary<string, int> blocks = Blocks(source);
        string name = Array.Find(["RAW_DATA", "RAW DATA", "OPD", "Raw"], blocks.ContainsKey) ?? throw source.Error("holds no block of raw heights.");
        double pixel = source.Cursor(Need(source, blocks, "Pixel_size")).Single() * 1e-3;
        double aspect = blocks.TryGetValue("Aspect", out int at) ? source.Cursor(at).Single() : 1;
        double multiplier = blocks.TryGetValue("Mult", out int mult) ? source.Cursor(mult).UInt16() : 1;
        double scale = source.Cursor(Need(source, blocks, "Wavelength")).Single() * 1e-9 / multiplier;
        SurfaceBytes cursor = source.Cursor(blocks[name]);
        int countX = cursor.UInt16(), countY = cursor.UInt16(), bytes = cursor.UInt16();
        double[] heights = new double[source.Points(countX, countY, sizeof(short))];
        // Columns are stored one after another.
        for (int x = 0; x < countX; x++)
        {
            for (int y = 0; y < countY; y++)
            {
                heights[x + (y * countX)] = scale * Stored(source, cursor, bytes);
            }
        }

        return source.Map(countX, countY, pixel, pixel * aspect, heights);
    }

    private static double Stored(SurfaceSource source, SurfaceBytes cursor, int bytes)
    {
        double value = bytes switch
        {
            2 => cursor.Int16() is var code && code >= 32766 ? double.NaN : code,
            4 => cursor.Single(),
            _ => throw source.Error($"stores heights in {bytes} bytes; 2 and 4 are known."),
        };
        return value < 1e38 ? value : double.NaN;
    }

    private static Dictionary<string, int> Blocks(SurfaceSource source)
    {
        SurfaceBytes cursor = source.Cursor(2);
        (_, int length) = Block(cursor);
        int at = 2 + length;
        Dictionary<string, int> blocks = new(StringComparer.Ordinal);
        for (int i = 1; i < length / BlockLength; i++)
        {
            (string name, int size) = Block(cursor);
            if (size > 0)
            {
                blocks.TryAdd(name, at);
                at += size;
            }
        }

        return blocks;
    }

    private static (string Name, int Length) Block(SurfaceBytes cursor)
    {
        string name = cursor.Text(16);
        cursor.Skip(2);
        int length = cursor.Int32();
        cursor.Skip(2);
        return (name, length);
    }

    private static int Need(SurfaceSource source, Dictionary<string, int> blocks, string name) =>
        blocks.TryGetValue(name, out int at) ? at : throw source.Error($"has no block {name}: its heights have no scale.");
}
