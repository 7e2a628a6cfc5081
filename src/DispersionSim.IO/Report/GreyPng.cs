using System.Buffers.Binary;
using System.IO.Compression;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Pixels of a grey PNG of 8 or 16 bits: all that masks need.</summary>
internal static class GreyPng
{
    /// <summary>Width, height and grey values; null where the picture is no plain grey PNG of 8 or 16 bits.</summary>
    public static (int Width, int Height, ushort[] Grey)? Decode(byte[] png)
    {
        if (png.Length < 33 || !png.AsSpan(0, 8).SequenceEqual(Png.Signature))
        {
            return null;
        }

        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        int depth = png[24];
        bool plain = depth is 8 or 16 && png[25] == 0 && png[28] == 0;
        return plain && width > 0 && height > 0 ? (width, height, Pixels(png, width, height, depth / 8)) : null;
    }

    private static ushort[] Pixels(byte[] png, int width, int height, int bytes)
    {
        int stride = width * bytes;
        byte[] line = new byte[stride], above = new byte[stride];
        ushort[] grey = new ushort[width * height];
        using var zlib = new ZLibStream(Data(png), CompressionMode.Decompress);
        for (int y = 0; y < height; y++)
        {
            int filter = zlib.ReadByte();
            zlib.ReadExactly(line);
            Unfilter(filter, line, above, bytes);
            for (int x = 0; x < width; x++)
            {
                grey[x + (y * width)] = bytes == 1 ? line[x] : BinaryPrimitives.ReadUInt16BigEndian(line.AsSpan(2 * x));
            }

            (line, above) = (above, line);
        }

        return grey;
    }

    /// <summary>The IDAT chunks, one after the other.</summary>
    private static MemoryStream Data(byte[] png)
    {
        var data = new MemoryStream();
        for (int at = 8; at + 12 <= png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        return data;
    }

    /// <summary>The five filters of the PNG specification, section 9.</summary>
    private static void Unfilter(int filter, byte[] line, byte[] above, int bytes)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int left = i >= bytes ? line[i - bytes] : 0, up = above[i], corner = i >= bytes ? above[i - bytes] : 0;
            line[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner, a = Math.Abs(estimate - left), b = Math.Abs(estimate - up), c = Math.Abs(estimate - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
