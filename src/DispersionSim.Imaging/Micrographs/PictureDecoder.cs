using DispersionSim.Core;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>Decodes PNG and JPEG to grey; values 0 to 255 (deeper greys are rounded to that).</summary>
public static class PictureDecoder
{
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
        var mix = new ColourMix();
        for (int y = 0; y < bitmap.Height; y++)
        {
            for (int x = 0; x < bitmap.Width; x++)
            {
                int at = (y * bitmap.RowBytes) + (4 * x);
                values[(y * bitmap.Width) + x] = mix.Grey(rgba[at], rgba[at + 1], rgba[at + 2]);
            }
        }

        return new(bitmap.Width, bitmap.Height, values, null, mix.IsColoured(values.Length));
    }
}
