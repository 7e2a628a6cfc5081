using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The binary form of .sdf: a header of 81 bytes, then little-endian numbers.</summary>
/// <remarks>
/// Data types: 0 uint8, 1 uint16, 2 uint32, 3 float, 4 int8, 5 int16, 6 int32, 7 double. Invalid: the least number of a signed type of 16 or 32 bits,
/// the greatest of an unsigned one, NaN or the greatest number of a floating type. Some instruments write eight bytes more before the heights.
/// </remarks>
internal static class SdfBinary
{
    private const int CountsAt = 8 + 10 + 12 + 12;
    private const int HeaderLength = 81;
    private const int ExtraLength = 8;

    public static HeightMap Read(SurfaceSource source)
    {
        SurfaceBytes cursor = source.Cursor(CountsAt);
        int countX = cursor.UInt16(), countY = cursor.UInt16();
        double stepX = cursor.Double(), stepY = cursor.Double(), scale = cursor.Double();
        cursor.Skip(sizeof(double));
        int compression = cursor.Byte(), type = cursor.Byte();
        if (compression != 0)
        {
            source.Refuse("is a compressed .sdf; only uncompressed ones are read.");
        }

        int bytes = Bytes(source, type);
        double[] heights = new double[source.Points(countX, countY, bytes)];
        bool isLonger = source.Bytes.Length == HeaderLength + ExtraLength + ((long)heights.Length * bytes);
        cursor.Position = HeaderLength + (isLonger ? ExtraLength : 0);
        for (int i = 0; i < heights.Length; i++)
        {
            heights[i] = scale * Stored(cursor, type);
        }

        return source.Map(countX, countY, stepX, stepY, heights);
    }

    private static int Bytes(SurfaceSource source, int type) => type switch
    {
        0 or 4 => 1,
        1 or 5 => 2,
        2 or 3 or 6 => 4,
        7 => 8,
        _ => throw source.Error($"states data type {type}; 0 to 7 are known."),
    };

    private static double Stored(SurfaceBytes cursor, int type) => type switch
    {
        0 => cursor.Byte(),
        1 => cursor.UInt16() is var code && code == ushort.MaxValue ? double.NaN : code,
        2 => cursor.UInt32() is var code && code == uint.MaxValue ? double.NaN : code,
        3 => cursor.Single() is var value && Math.Abs(value) < float.MaxValue ? value : double.NaN,
        4 => (sbyte)cursor.Byte(),
        5 => cursor.Int16() is var code && code == short.MinValue ? double.NaN : code,
        6 => cursor.Int32() is var code && code == int.MinValue ? double.NaN : code,
        _ => cursor.Double() is var value && Math.Abs(value) < double.MaxValue ? value : double.NaN,
    };
}
