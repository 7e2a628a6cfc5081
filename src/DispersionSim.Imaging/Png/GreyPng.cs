using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DispersionSim.Imaging;

/// <summary>Grey PNG of 8 or 16 bits with its pixel size; Skia writes no 16-bit grey.</summary>
/// <remarks>Chunks IHDR, pHYs (pixels per metre), tEXt, IDAT (zlib, rows unfiltered), IEND: PNG specification, third edition.</remarks>
internal static class GreyPng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Encode(int width, int height, byte[] grey, double pixelSize, IEnumerable<(string Key, string Text)> texts) =>
        Encode(width, height, 8, pixelSize, texts, (row, line) => grey.AsSpan(row * width, width).CopyTo(line));

    public static byte[] Encode(int width, int height, ushort[] grey, double pixelSize, IEnumerable<(string Key, string Text)> texts) =>
        Encode(width, height, 16, pixelSize, texts, (row, line) =>
        {
            for (int x = 0; x < width; x++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(line[(2 * x)..], grey[(row * width) + x]);
            }
        });

    private delegate void RowFiller(int row, Span<byte> line);

    private static byte[] Encode(int width, int height, byte bits, double pixelSize, IEnumerable<(string Key, string Text)> texts, RowFiller fill)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = bits;
        Chunk(png, "IHDR", header);
        Chunk(png, "pHYs", Resolution(pixelSize));
        foreach ((string key, string text) in texts)
        {
            Chunk(png, "tEXt", Encoding.Latin1.GetBytes($"{key}\0{text}"));
        }

        Chunk(png, "IDAT", Deflate(width * bits / 8, height, fill));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    // A pixel below 0.24 nm would overflow pixels per metre; the text chunk states the size in any case.
    private static byte[] Resolution(double pixelSize)
    {
        byte[] data = new byte[9];
        uint perMetre = (uint)Math.Min(int.MaxValue, Math.Round(1 / pixelSize));
        BinaryPrimitives.WriteUInt32BigEndian(data, perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), perMetre);
        data[8] = 1;
        return data;
    }

    private static byte[] Deflate(int bytesPerRow, int height, RowFiller fill)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
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
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data], word = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        png.Write(word);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc(body));
        png.Write(word);
    }

    private static uint Crc(byte[] body)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in body)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
