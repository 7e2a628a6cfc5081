using System.IO.Compression;
using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A micrograph with the outlines of the particles that were found, to be checked by eye.</summary>
public static class MicrographOverlay
{
    /// <summary>Greys; the entry behind them is the outline's.</summary>
    private const int Greys = 255;

    /// <summary>Pixels that tell the range of greys.</summary>
    private const int Sampled = 200_000;

    private static readonly (byte Red, byte Green, byte Blue)[] Palette = [.. Enumerable.Range(0, Greys).Select(k => (byte)Math.Round(k * 255.0 / (Greys - 1))).Select(g => (g, g, g)), (255, 196, 0)];

    /// <summary>Draws the picture in grey, stretched to its range, and a bright outline inside each particle.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="basins">Particle of each pixel, −1 outside.</param>
    /// <param name="name">File name without suffix.</param>
    /// <param name="caption">What it shows.</param>
    public static Picture Draw(GreyImage image, int[] basins, string name, string caption)
    {
        (int w, int h) = (image.Width, image.Height);
        int every = Math.Max(7, image.Values.Length / Sampled);
        float[] ordered = [.. Enumerable.Range(0, ((w * h) + every - 1) / every).Select(i => image.Values[i * every]).Order()];
        float low = ordered[(int)(0.005 * (ordered.Length - 1))], high = Math.Max(ordered[(int)(0.995 * (ordered.Length - 1))], low + float.Epsilon);
        byte[] png = Png.Palette(
            w,
            h,
            Palette,
            (y, line) =>
            {
                for (int x = 0; x < w; x++)
                {
                    int at = (y * w) + x, own = basins[at];
                    bool edge = own >= 0 && ((x > 0 && basins[at - 1] != own) || (x < w - 1 && basins[at + 1] != own) || (y > 0 && basins[at - w] != own) || (y < h - 1 && basins[at + w] != own));
                    line[x] = edge ? (byte)Greys : (byte)((Greys - 1) * Math.Clamp((image.Values[at] - low) / (high - low), 0, 1));
                }
            },
            CompressionLevel.Fastest);
        return new($"{name}.png", "image/png", caption, png);
    }
}
