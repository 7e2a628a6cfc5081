using DispersionSim.Core;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>Decodes PNG and JPEG to grey; values 0 to 255 (deeper greys are rounded to that).</summary>
public static class PictureDecoder
{
    /// <summary>Difference of colour channels that is no grey any more.</summary>
    private const int Tint = 24;

    /// <summary>The picture; null where the bytes are none.</summary>
    public static GreyImage? Decode(byte[] bytes)
    {
        SKImageInfo bounds = SKBitmap.DecodeBounds(bytes);
        using SKBitmap? bitmap = bounds.IsEmpty ? null : SKBitmap.Decode(bytes, bounds.WithColorType(SKColorType.Rgba8888));
        return bitmap is null ? null : Grey(bitmap);
    }

    private static GreyImage Grey(SKBitmap bitmap)
    {
        ReadOnlySpan<byte> rgba = bitmap.GetPixelSpan();
        var values = new float[bitmap.Width * bitmap.Height];
        int coloured = 0;
        for (int y = 0; y < bitmap.Height; y++)
        {
            for (int x = 0; x < bitmap.Width; x++)
            {
                int at = (y * bitmap.RowBytes) + (4 * x);
                (int r, int g, int b) = (rgba[at], rgba[at + 1], rgba[at + 2]);
                values[(y * bitmap.Width) + x] = ((299 * r) + (587 * g) + (114 * b)) / 1000f;
                coloured += Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b)) > Tint ? 1 : 0;
            }
        }

        return new(bitmap.Width, bitmap.Height, values, null, coloured > values.Length / 2000);
    }
}
