using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A slice of labels as a picture in colours.</summary>
public static class LabelSlice
{
    private const int GoodSide = 480;

    /// <summary>A palette PNG; small slices are enlarged by a whole factor.</summary>
    /// <param name="labels">Row by row, counted from 0 in <paramref name="names"/>.</param>
    /// <param name="columns">Length of a row.</param>
    /// <param name="names">Labels of the file, in the order of the colours.</param>
    /// <param name="name">File name without suffix.</param>
    /// <param name="caption">What it shows.</param>
    public static Picture Png(byte[] labels, int columns, IReadOnlyList<byte> names, string name, string caption)
    {
        int rows = labels.Length / columns, scale = Math.Max(1, GoodSide / Math.Max(rows, columns));
        byte[] pixels = new byte[labels.Length * scale * scale];
        for (int i = 0; i < pixels.Length; i++)
        {
            int x = i % (columns * scale) / scale, y = i / (columns * scale) / scale;
            pixels[i] = labels[(y * columns) + x];
        }

        return new($"{name}.png", "image/png", caption, Core.Png.Palette(columns * scale, rows * scale, [.. names.Select((_, k) => Colour(k, names.Count))], (row, line) => pixels.AsSpan(row * columns * scale, columns * scale).CopyTo(line)));
    }

    /// <summary>Dark to light, told apart in grey too.</summary>
    private static (byte Red, byte Green, byte Blue) Colour(int k, int count)
    {
        (byte, byte, byte)[] few = [(38, 42, 54), (86, 180, 233), (230, 159, 0), (0, 158, 115), (213, 94, 0), (204, 121, 167), (240, 228, 66)];
        return k < few.Length ? few[k] : ((byte)(255 * k / count), (byte)(255 * k / count), (byte)(255 * k / count));
    }
}
