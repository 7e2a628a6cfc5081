using System.IO.Compression;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Digital Surf's .sur: a header of fixed layout, then 16- or 32-bit integer heights, plain or deflated in pieces.</summary>
/// <remarks>
/// Height = stored value times spacing, in the header's unit. The format marks points that were not measured by the value Zmin − 2;
/// common programs take these as heights, and so does this reader unless <see cref="SurfaceReadOptions.DropSpecialPoints"/> is set.
/// Read are a profile or a surface, and the surface of one that comes with intensities or colours; series, layers and images are refused.
/// </remarks>
internal sealed class SurFormat : ISurfaceFormat
{
    public string Name => "sur";

    public bool Recognises(SurfaceSource source) => source.StartsWith("DIGITAL SURF"u8) || source.StartsWith("DSCOMPRESSED"u8);

    public HeightMap Read(SurfaceSource source)
    {
        SurfaceBytes cursor = source.Cursor(12);
        cursor.Skip(3 * 2);
        CheckObject(source, cursor.Int16());
        cursor.Skip(30 + 30 + (3 * 2));
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
        bool isPacked = source.StartsWith("DSCOMPRESSED"u8);
        int points = source.Points(countX, countY, isPacked ? 0 : sizeof(short));
        SurfaceBytes data = isPacked ? Unpacked(source, cursor, points, bits) : cursor;
        double[] heights = Heights(source, data, points, bits, special && source.Options.DropSpecialPoints ? lowest - 2L : long.MinValue, stepZ * unitZ);
        return source.Map(countX, countY, stepX * unitX, stepY * unitY, heights);
    }

    private static void CheckObject(SurfaceSource source, int type)
    {
        if (type is not (1 or 2 or 11 or 13 or 16))
        {
            source.Refuse($"holds an object of type {type}; a profile (1) or one surface (2, 11, 13, 16) is read.");
        }
    }

    /// <summary>The heights of a compressed file: a number of pieces, their lengths unpacked and packed, then zlib streams.</summary>
    private static SurfaceBytes Unpacked(SurfaceSource source, SurfaceBytes cursor, int points, int bits)
    {
        uint pieces = cursor.UInt32();
        (uint Long, uint Packed)[] lengths = new (uint, uint)[cursor.Left / 8 >= pieces ? pieces : throw source.Error($"is cut off or damaged: it states {pieces} compressed pieces.")];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = (cursor.UInt32(), cursor.UInt32());
        }

        long total = lengths.Sum(l => (long)l.Long);
        if (total != (long)points * bits / 8 || lengths.Any(l => l.Long / SurfaceSource.LargestPacking > l.Packed))
        {
            source.Refuse($"is damaged: its compressed pieces do not hold {points} points of {bits} bits.");
        }

        byte[] whole = new byte[total];
        int at = 0;
        foreach ((uint length, uint packed) in lengths)
        {
            Unpack(source, cursor.Take(packed).ToArray(), whole.AsSpan(at, (int)length));
            at += (int)length;
        }

        return new(source with { Bytes = whole }, 0);
    }

    private static void Unpack(SurfaceSource source, byte[] packed, Span<byte> into)
    {
        try
        {
            using ZLibStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
            stream.ReadExactly(into);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InputException($"{source.Path}: is damaged: a compressed piece of it does not unpack.", e);
        }
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
