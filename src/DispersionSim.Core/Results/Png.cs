using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DispersionSim.Core;

/// <summary>Writes PNG files of grey or palette pixels, which no library at hand writes as they are wanted: 16-bit grey, palettes, pixel sizes.</summary>
/// <remarks>Chunks IHDR, those given, IDAT (zlib, rows unfiltered), IEND: PNG specification, third edition.</remarks>
public static class Png
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1))];

    /// <summary>The eight bytes that every file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Puts the pixels of a row into a line, 16-bit ones with the high byte first.</summary>
    public delegate void RowFiller(int row, Span<byte> line);

    /// <summary>A grey picture.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="bits">8 or 16 a pixel.</param>
    /// <param name="further">Chunks between header and pixels.</param>
    /// <param name="fill">Gives the pixels.</param>
    public static byte[] Grey(int width, int height, int bits, IEnumerable<(string Type, byte[] Data)> further, RowFiller fill) =>
        Encode(width, height, (byte)bits, 0, further, fill, CompressionLevel.Optimal);

    /// <summary>A picture of palette entries, one byte a pixel.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="palette">At most 256 colours.</param>
    /// <param name="fill">Gives the pixels.</param>
    /// <param name="level">How long to look for what is alike: noise is not, and takes as many bytes at any level.</param>
    public static byte[] Palette(int width, int height, IReadOnlyList<(byte Red, byte Green, byte Blue)> palette, RowFiller fill, CompressionLevel level = CompressionLevel.Optimal) =>
        Encode(width, height, 8, 3, [("PLTE", [.. palette.SelectMany(c => new[] { c.Red, c.Green, c.Blue })])], fill, level);

    private static byte[] Encode(int width, int height, byte bits, byte kind, IEnumerable<(string Type, byte[] Data)> further, RowFiller fill, CompressionLevel level)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (bits, kind);
        Chunk(png, "IHDR", header);
        foreach ((string type, byte[] data) in further)
        {
            Chunk(png, type, data);
        }

        Chunk(png, "IDAT", Deflate(width * bits / 8, height, fill, level));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Deflate(int bytesPerRow, int height, RowFiller fill, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true))
        {
            byte[] line = new byte[1 + bytesPerRow];
            for (int row = 0; row < height; row++)
            {
                fill(row, line.AsSpan(1));
                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] data)
    {
        byte[] name = Encoding.ASCII.GetBytes(type), word = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        png.Write(word);
        png.Write(name);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, name), data));
        png.Write(word);
    }

    private static uint Crc(uint crc, byte[] data)
    {
        foreach (byte b in data)
        {
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return crc;
    }
}
