using ScottPlot;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>Hands the embedded font to the plotting library.</summary>
internal sealed class PlotFont : IFontResolver
{
    private static readonly Lazy<bool> Registered = new(Add);

    /// <summary>Makes the embedded font the default of all plots; calling it again does nothing.</summary>
    public static bool Register() => Registered.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == EmbeddedFont.Family ? EmbeddedFont.Open(weight >= FontWeight.SemiBold) : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == EmbeddedFont.Family ? EmbeddedFont.Open(bold) : null;

    private static bool Add()
    {
        ScottPlot.Fonts.FontResolvers.Add(new PlotFont());
        ScottPlot.Fonts.Default = EmbeddedFont.Family;
        return true;
    }
}
