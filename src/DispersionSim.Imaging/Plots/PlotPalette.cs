using ScottPlot;

namespace DispersionSim.Imaging;

/// <summary>Colours that readers with any colour vision tell apart, each with its own line pattern so that print without colour works too.</summary>
/// <remarks>Source: okabe-ito-2008; yellow is left out, for it is too pale for a line on white.</remarks>
internal static class PlotPalette
{
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];

    private static readonly LinePattern[] Patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.DenselyDashed, LinePattern.Dotted];

    private static readonly MarkerShape[] Markers = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.OpenCircle, MarkerShape.OpenSquare, MarkerShape.OpenTriangleUp];

    /// <summary>Colours before they repeat.</summary>
    public static int Count => Colours.Length;

    public static Color Colour(int i) => Color.FromHex(Colours[i % Colours.Length]);

    public static LinePattern Pattern(int i) => Patterns[i % Patterns.Length];

    public static MarkerShape Marker(int i) => Markers[i % Markers.Length];
}
