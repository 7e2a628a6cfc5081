using System.Runtime.InteropServices;
using DispersionSim.Core;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>Scale bar and colour key on the 3-D view.</summary>
internal static class ViewLegend
{
    public static byte[] Encode(byte[] pixels, View3dOptions view, double pixel, ParticleSet particles, bool binder, bool foil)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(view.Width, view.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        using var canvas = new SKCanvas(bitmap);
        float unit = Math.Min(view.Width, view.Height) / 45f;
        using var font = new SKFont(EmbeddedFont.Regular, unit);
        using var ink = new SKPaint { Color = new SKColor(40, 40, 40), IsAntialias = true };
        DrawScale(canvas, font, ink, view, pixel, unit);
        DrawKey(canvas, font, ink, view, unit, [.. Keys(view.Colour, particles, binder, foil)]);
        canvas.Flush();
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static IEnumerable<(string Name, Vector3d Colour)> Keys(ViewColour by, ParticleSet particles, bool binder, bool foil)
    {
        bool silicon = particles.Kind.Contains(ParticleKind.Silicon), alloy = particles.Kind.Contains(ParticleKind.SiliconAlloy);
        if (by == ViewColour.Kind && silicon)
        {
            yield return ("silicon", ViewPalette.Silicon);
        }

        if (by == ViewColour.Kind && alloy)
        {
            yield return ("silicon alloy", ViewPalette.Alloy);
        }

        if (particles.Kind.Contains(ParticleKind.ConductivePowder))
        {
            yield return ("conductive powder", ViewPalette.Conductive);
        }

        if (binder)
        {
            yield return ("binder", ViewPalette.Binder);
        }

        if (foil)
        {
            yield return ("copper", ViewPalette.Copper);
        }
    }

    private static void DrawScale(SKCanvas canvas, SKFont font, SKPaint ink, View3dOptions view, double pixel, float unit)
    {
        double length = Databar.RoundLength(0.16 * view.Width * pixel);
        float across = (float)(length / pixel), left = 1.5f * unit, bottom = view.Height - (1.5f * unit);
        canvas.DrawRect(left, bottom - (unit / 4), across, unit / 4, ink);
        canvas.DrawText(Databar.Length(length), left + (across / 2), bottom - (0.7f * unit), SKTextAlign.Center, font, ink);
    }

    private static void DrawKey(SKCanvas canvas, SKFont font, SKPaint ink, View3dOptions view, float unit, (string Name, Vector3d Colour)[] keys)
    {
        float right = view.Width - (1.5f * unit), row = view.Height - (1.5f * unit);
        foreach ((string name, Vector3d colour) in keys.Reverse())
        {
            using var swatch = new SKPaint { Color = new SKColor(ViewPalette.Screen(colour.X), ViewPalette.Screen(colour.Y), ViewPalette.Screen(colour.Z)), IsAntialias = true };
            canvas.DrawCircle(right - (unit * 0.4f), row - (unit * 0.36f), unit * 0.42f, swatch);
            canvas.DrawText(name, right - (1.2f * unit), row, SKTextAlign.Right, font, ink);
            row -= 1.5f * unit;
        }
    }
}
