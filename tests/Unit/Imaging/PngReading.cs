using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DispersionSim.Tests.Unit;

/// <summary>Grey PNGs read by other means than those that wrote them: chunks by hand, rows inflated, unfiltered rows alone.</summary>
internal sealed record PngReading(int Width, int Height, int Bits, int[] Grey, Dictionary<string, byte[]> Chunks)
{
    public int this[int x, int y] => Grey[(y * Width) + x];

    public uint PixelsPerMetre => BinaryPrimitives.ReadUInt32BigEndian(Chunks["pHYs"]);

    public static PngReading Of(byte[] png)
    {
        Dictionary<string, byte[]> chunks = [];
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = Encoding.ASCII.GetString(png, at + 4, 4);
            chunks[type] = png[(at + 8)..(at + 8 + length)];
            at += 12 + length;
        }

        byte[] header = chunks["IHDR"];
        int width = BinaryPrimitives.ReadInt32BigEndian(header), height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)), bits = header[8];
        return new(width, height, bits, Inflate(chunks["IDAT"], width, height, bits / 8), chunks);
    }

    private static int[] Inflate(byte[] data, int width, int height, int bytes)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        int[] grey = new int[width * height];
        byte[] line = new byte[1 + (width * bytes)];
        for (int y = 0; y < height; y++)
        {
            zlib.ReadExactly(line);
            if (line[0] != 0)
            {
                throw new InvalidDataException($"row {y} is filtered");
            }

            for (int x = 0; x < width; x++)
            {
                grey[(y * width) + x] = bytes == 1 ? line[1 + x] : (line[1 + (2 * x)] << 8) | line[2 + (2 * x)];
            }
        }

        return grey;
    }
}
