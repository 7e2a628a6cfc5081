using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>DejaVu Sans, carried inside the program: the drawing library used here sees no font of the system, and text without one is silently blank.</summary>
internal static class EmbeddedFont
{
    public const string Family = "DejaVu Sans";

    private static readonly Lazy<SKTypeface> RegularFace = new(() => Open(bold: false));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Open(bold: true));

    public static SKTypeface Regular => RegularFace.Value;

    public static SKTypeface Bold => BoldFace.Value;

    /// <summary>A typeface of its own for a caller that disposes of it.</summary>
    public static SKTypeface Open(bool bold)
    {
        string name = bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf";
        using Stream stream = typeof(EmbeddedFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the font {name} is missing from the program");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"the font {name} cannot be read");
    }
}
