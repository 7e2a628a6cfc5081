using DispersionSim.Core;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>Decodes PNG and JPEG to grey; values 0 to 255 (deeper greys are rounded to that).</summary>
public static class PictureDecoder
{
    /// <summary>The picture; null where the bytes are none, or end before the picture does.</summary>
    public static GreyImage? Decode(byte[] bytes)
    {
        SKImageInfo bounds = SKBitmap.DecodeBounds(bytes);
        bool grey = bounds.ColorType == SKColorType.Gray8;
        using SKBitmap? bitmap = bounds.IsEmpty ? null : Whole(bytes, grey ? bounds : bounds.WithColorType(SKColorType.Rgba8888));
        return bitmap is null ? null : grey ? AsItIs(bitmap) : Grey(bitmap);
    }

    /// <summary>All pixels; null where some are missing, which would else be read as black.</summary>
    private static SKBitmap? Whole(byte[] bytes, SKImageInfo form)
    {
        using SKData data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        var bitmap = new SKBitmap(form);
        if (codec is not null && codec.GetPixels(form, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static GreyImage AsItIs(SKBitmap bitmap)
    {
        ReadOnlySpan<byte> grey = bitmap.GetPixelSpan();
        (int width, int height, int stride) = (bitmap.Width, bitmap.Height, bitmap.RowBytes);
        var values = new float[width * height];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = grey[(i / width * stride) + (i % width)];
        }

        return new(width, height, values, null, false);
    }

    private static GreyImage Grey(SKBitmap bitmap)
    {
        ReadOnlySpan<byte> rgba = bitmap.GetPixelSpan();
        (int width, int height, int stride) = (bitmap.Width, bitmap.Height, bitmap.RowBytes);
        var values = new float[width * height];
        var mix = new ColourMix();
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int at = (y * stride) + (4 * x);
                values[(y * width) + x] = mix.Grey(rgba[at], rgba[at + 1], rgba[at + 2]);
            }
        }

        return new(width, height, values, null, mix.IsColoured(values.Length));
    }
}
