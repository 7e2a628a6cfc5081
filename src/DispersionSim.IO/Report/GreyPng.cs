using System.Buffers.Binary;
using System.IO.Compression;

namespace DispersionSim.IO;

/// <summary>Pixels of a grey PNG of 8 or 16 bits, and a palette PNG made from such pixels: all that masks need.</summary>
internal static class GreyPng
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1))];

    /// <summary>Width, height and grey values; null where the picture is no plain grey PNG of 8 or 16 bits.</summary>
    public static (int Width, int Height, ushort[] Grey)? Decode(byte[] png)
    {
        if (png.Length < 33 || !png.AsSpan(0, 8).SequenceEqual(Signature))
        {
            return null;
        }

        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        int depth = png[24];
        bool plain = depth is 8 or 16 && png[25] == 0 && png[28] == 0;
        return plain && width > 0 && height > 0 ? (width, height, Pixels(png, width, height, depth / 8)) : null;
    }

    /// <summary>A palette PNG; entries beyond 255 are not possible.</summary>
    public static byte[] EncodePalette(int width, int height, byte[] indices, IReadOnlyList<(byte Red, byte Green, byte Blue)> palette)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, [.. palette.SelectMany(c => new[] { c.Red, c.Green, c.Blue })]);
        WriteChunk(png, "IDAT"u8, Deflate(width, height, indices));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
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

    private static byte[] Deflate(int width, int height, byte[] indices)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(indices, y * width, width);
            }
        }

        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        png.Write(word);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc(type, data));
        png.Write(word);
    }

    private static uint Crc(ReadOnlySpan<byte> type, byte[] data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in (byte[])[.. type, .. data])
        {
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }
}
