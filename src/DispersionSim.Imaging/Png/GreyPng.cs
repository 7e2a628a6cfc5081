using System.Buffers.Binary;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Grey PNG of 8 or 16 bits with its pixel size; Skia writes no 16-bit grey.</summary>
internal static class GreyPng
{
    public static byte[] Encode(int width, int height, byte[] grey, double pixelSize, IEnumerable<(string Key, string Text)> texts) =>
        Png.Grey(width, height, 8, Described(pixelSize, texts), (row, line) => grey.AsSpan(row * width, width).CopyTo(line));

    public static byte[] Encode(int width, int height, ushort[] grey, double pixelSize, IEnumerable<(string Key, string Text)> texts) =>
        Png.Grey(width, height, 16, Described(pixelSize, texts), (row, line) =>
        {
            for (int x = 0; x < width; x++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(line[(2 * x)..], grey[(row * width) + x]);
            }
        });

    /// <summary>Pixels per metre, and texts.</summary>
    private static IEnumerable<(string Type, byte[] Data)> Described(double pixelSize, IEnumerable<(string Key, string Text)> texts) =>
        [("pHYs", Resolution(pixelSize)), .. texts.Select(t => ("tEXt", Encoding.Latin1.GetBytes($"{t.Key}\0{t.Text}")))];

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
}
