using DispersionSim.Core;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>A micrograph with the outlines of the particles that were found, to be checked by eye.</summary>
public static class MicrographOverlay
{
    /// <summary>Draws the picture in grey, stretched to its range, and a bright outline inside each particle.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="basins">Particle of each pixel, −1 outside.</param>
    /// <param name="name">File name without suffix.</param>
    /// <param name="caption">What it shows.</param>
    public static Picture Png(GreyImage image, int[] basins, string name, string caption)
    {
        (int w, int h) = (image.Width, image.Height);
        float[] ordered = [.. image.Values.Where((_, i) => i % 7 == 0).Order()];
        float low = ordered[(int)(0.005 * (ordered.Length - 1))], high = Math.Max(ordered[(int)(0.995 * (ordered.Length - 1))], low + float.Epsilon);
        using var bitmap = new SKBitmap(new SKImageInfo(w, h, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Span<byte> rgba = bitmap.GetPixelSpan();
        for (int y = 0; y < h; y++)
        {
            for (int x = 0; x < w; x++)
            {
                int at = (y * w) + x, own = basins[at];
                bool edge = own >= 0 && ((x > 0 && basins[at - 1] != own) || (x < w - 1 && basins[at + 1] != own) || (y > 0 && basins[at - w] != own) || (y < h - 1 && basins[at + w] != own));
                byte grey = (byte)(255 * Math.Clamp((image.Values[at] - low) / (high - low), 0, 1));
                Span<byte> to = rgba[((y * bitmap.RowBytes) + (4 * x))..];
                (to[0], to[1], to[2], to[3]) = edge ? ((byte)255, (byte)196, (byte)0, (byte)255) : (grey, grey, grey, (byte)255);
            }
        }

        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return new($"{name}.png", "image/png", caption, png.ToArray());
    }
}
