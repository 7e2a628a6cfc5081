using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>The strip below a micrograph: scale bar, field width, pixel size, and that the picture is simulated.</summary>
internal static class Databar
{
    private const float Margin = 0.02f;

    /// <summary>Rows of the strip under a picture.</summary>
    public static int RowsFor(int width) => Math.Clamp(width / 10, 36, 160);

    /// <summary>Grey values of the strip, row by row.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="pixel">Edge of a pixel, m.</param>
    /// <param name="place">Which section, e.g. "section 1, y = 1.20 µm".</param>
    public static byte[] Draw(int width, double pixel, string place)
    {
        int rows = RowsFor(width);
        using var bitmap = new SKBitmap(new SKImageInfo(width, rows, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        canvas.Clear(SKColors.Black);
        float left = DrawScale(canvas, paint, width, rows, pixel);
        DrawWords(canvas, paint, width, rows, left, [("simulated BSE, 15 kV", place), ($"HFW {Length(width * pixel)}", $"{pixel * 1e9:0.0##} nm/px")]);
        canvas.Flush();
        return [.. bitmap.Pixels.Select(p => p.Red)];
    }

    /// <summary>The largest 1, 2 or 5 times a power of ten that is at most the given length, m.</summary>
    public static double RoundLength(double most)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(most))), lead = most / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }

    /// <summary>A length in the unit a reader expects.</summary>
    public static string Length(double metres) => metres switch
    {
        < 0.9995e-6 => $"{metres * 1e9:G3} nm",
        < 0.9995e-3 => $"{metres * 1e6:G3} µm",
        _ => $"{metres * 1e3:G3} mm",
    };

    private static float DrawScale(SKCanvas canvas, SKPaint paint, int width, int rows, double pixel)
    {
        double length = RoundLength(0.24 * width * pixel * 1.0001);
        float left = Margin * width, across = (float)(length / pixel), thick = Math.Max(3, rows / 11f), middle = rows * 0.72f;
        canvas.DrawRect(left, middle, across, thick, paint);
        using var font = new SKFont(EmbeddedFont.Bold, rows * 0.34f);
        canvas.DrawText(Length(length), left + (across / 2), rows * 0.54f, SKTextAlign.Center, font, paint);
        return left + across + (2 * Margin * width);
    }

    // Columns of two lines, from the right; letters shrink until all columns fit beside the scale bar.
    private static void DrawWords(SKCanvas canvas, SKPaint paint, int width, int rows, float left, (string Upper, string Lower)[] columns)
    {
        float size = rows * 0.31f, gap = 2 * Margin * width, room = width - left - (Margin * width);
        using var font = new SKFont(EmbeddedFont.Regular, size);
        float[] widths = [.. columns.Select(c => Math.Max(font.MeasureText(c.Upper), font.MeasureText(c.Lower)))];
        float shrink = Math.Min(1, (room - (gap * (columns.Length - 1))) / widths.Sum());
        font.Size = size * shrink;
        float right = width - (Margin * width);
        for (int i = columns.Length - 1; i >= 0; i--)
        {
            canvas.DrawText(columns[i].Upper, right, rows * 0.42f, SKTextAlign.Right, font, paint);
            canvas.DrawText(columns[i].Lower, right, rows * 0.82f, SKTextAlign.Right, font, paint);
            right -= (widths[i] * shrink) + gap;
        }
    }
}
