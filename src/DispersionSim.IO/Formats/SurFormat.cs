using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Digital Surf's .sur, uncompressed: a header of fixed layout, then 16- or 32-bit integer heights.</summary>
/// <remarks>
/// Height = stored value times spacing, in the header's unit. The format marks points that were not measured by the value Zmin − 2;
/// common programs take these as heights, and so does this reader unless <see cref="SurfaceReadOptions.DropSpecialPoints"/> is set.
/// </remarks>
internal sealed class SurFormat : ISurfaceFormat
{
    public string Name => "sur";

    public bool Recognises(SurfaceSource source) => source.StartsWith("DIGITAL SURF"u8) || source.StartsWith("DSCOMPRESSED"u8);

    public HeightMap Read(SurfaceSource source)
    {
        if (source.StartsWith("DSCOMPRESSED"u8))
        {
            source.Refuse("is a compressed .sur; only uncompressed files are read: save it without compression or as .x3p.");
        }

        SurfaceBytes cursor = source.Cursor(12);
        cursor.Skip(4 * 2 + 30 + 30 + (3 * 2));
        bool special = cursor.UInt16() == 1;
        cursor.Skip(2 + 4 + 4);
        int bits = cursor.UInt16(), lowest = cursor.Int32();
        cursor.Skip(4);
        int countX = cursor.Int32(), countY = cursor.Int32();
        cursor.Skip(4);
        float stepX = cursor.Single(), stepY = cursor.Single(), stepZ = cursor.Single();
        cursor.Skip(3 * 16);
        double unitX = Unit(source, cursor.Text(16)), unitY = Unit(source, cursor.Text(16)), unitZ = Unit(source, cursor.Text(16));
        cursor.Skip((3 * 16) + (3 * 4) + (3 * 2) + (3 * 4) + (7 * 2) + 4 + 4 + 4 + 2);
        int comment = cursor.UInt16(), remark = cursor.UInt16();
        cursor.Skip(128 + (3 * 4) + 34 + comment + remark);
        double[] heights = Heights(source, cursor, source.Points(countX, countY), bits, special && source.Options.DropSpecialPoints ? lowest - 2L : long.MinValue, stepZ * unitZ);
        return source.Map(countX, countY, stepX * unitX, stepY * unitY, heights);
    }

    private static double[] Heights(SurfaceSource source, SurfaceBytes cursor, int count, int bits, long invalid, double scale)
    {
        if (bits is not (16 or 32))
        {
            source.Refuse($"states {bits} bits a height; 16 and 32 are known.");
        }

        double[] heights = new double[count];
        for (int i = 0; i < count; i++)
        {
            int stored = bits == 16 ? cursor.Int16() : cursor.Int32();
            heights[i] = stored == invalid ? double.NaN : stored * scale;
        }

        return heights;
    }

    private static double Unit(SurfaceSource source, string word) =>
        SurfaceLengthUnit.Metres(word) ?? throw source.Error($"states the unit \"{word}\", which is no length.");
}
