using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Colours of the 3-D view in linear light: agglomerates differ in hue at one lightness (OKLCH), materials look like themselves.</summary>
internal static class ViewPalette
{
    // Neighbouring ids lie far apart in hue.
    private const double GoldenRatio = 0.6180339887498949;

    // The hues of copper and binder are kept for these.
    private const double FirstHue = 1.95;
    private const double HueSpan = 4.75;

    public static Vector3d Binder { get; } = Oklch(0.80, 0.14, 1.35);

    public static Vector3d Copper { get; } = Oklch(0.66, 0.11, 0.85);

    public static Vector3d Conductive { get; } = Oklch(0.34, 0.01, 0);

    public static Vector3d Silicon { get; } = Oklch(0.66, 0.06, 4.35);

    public static Vector3d Alloy { get; } = Oklch(0.68, 0.09, 2.9);

    public static Vector3d Single { get; } = Oklch(0.78, 0.01, 4.3);

    public static Vector3d Of(ParticleSet particles, int i, ViewColour by) => (particles.Kind[i], by, particles.AgglomerateId[i]) switch
    {
        (ParticleKind.ConductivePowder, _, _) => Conductive,
        (ParticleKind.SiliconAlloy, ViewColour.Kind, _) => Alloy,
        (_, ViewColour.Kind, _) => Silicon,
        (_, _, 0) => Single,
        (_, _, int id) => Oklch(0.64 + (0.06 * (id % 3)), 0.105, FirstHue + (HueSpan * (id * GoldenRatio % 1))),
    };

    /// <summary>Lightness, chroma and hue (radians) to linear red, green, blue. Source: ottosson-2020.</summary>
    public static Vector3d Oklch(double lightness, double chroma, double hue)
    {
        double a = chroma * Math.Cos(hue), b = chroma * Math.Sin(hue);
        double l = Cube(lightness + (0.3963377774 * a) + (0.2158037573 * b));
        double m = Cube(lightness - (0.1055613458 * a) - (0.0638541728 * b));
        double s = Cube(lightness - (0.0894841775 * a) - (1.2914855480 * b));
        return new(
            Math.Max(0, (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            Math.Max(0, (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            Math.Max(0, (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    /// <summary>Linear light to the 0–255 of a screen (sRGB).</summary>
    public static byte Screen(double linear)
    {
        double c = Math.Clamp(linear, 0, 1);
        return (byte)Math.Round(255 * (c <= 0.0031308 ? 12.92 * c : (1.055 * Math.Pow(c, 1 / 2.4)) - 0.055));
    }

    private static double Cube(double x) => x * x * x;
}
