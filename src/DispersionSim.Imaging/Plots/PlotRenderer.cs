using System.Text;
using DispersionSim.Core;
using ScottPlot;
using ScottPlot.Plottables;

namespace DispersionSim.Imaging;

/// <summary>Curves with bands on titled axes, as SVG or PNG.</summary>
public static class PlotRenderer
{
    private const double BandOpacity = 0.22;
    private const string IntervalName = "95 % interval";

    /// <summary>A vector plot; letters fall back to any sans-serif where the font is not installed.</summary>
    public static Picture Svg(IReadOnlyList<Curve> curves, PlotStyle style)
    {
        using Plot plot = Build(curves, style);
        StringBuilder xml = new StringBuilder(plot.GetSvgXml(style.Width, style.Height))
            .Replace($"\"{EmbeddedFont.Family}\"", $"\"{EmbeddedFont.Family}, sans-serif\"")
            .Replace("<svg ", $"<svg viewBox=\"0 0 {style.Width} {style.Height}\" ", 0, 200)
            // Plots may stand in one page: names inside them must differ.
            .Replace("id=\"cl_", $"id=\"{style.Name}-cl_")
            .Replace("url(#cl_", $"url(#{style.Name}-cl_");
        return new($"{style.Name}.svg", "image/svg+xml", style.Caption, Encoding.UTF8.GetBytes(xml.ToString()));
    }

    /// <summary>The same as a picture of pixels.</summary>
    public static Picture Png(IReadOnlyList<Curve> curves, PlotStyle style)
    {
        using Plot plot = Build(curves, style);
        return new($"{style.Name}.png", "image/png", style.Caption, plot.GetImageBytes(style.Width, style.Height, ImageFormat.Png));
    }

    private static Plot Build(IReadOnlyList<Curve> curves, PlotStyle style)
    {
        PlotFont.Register();
        var plot = new Plot();
        var axes = new PlotAxes(curves, style);
        axes.Apply(plot);
        for (int i = 0; i < curves.Count; i++)
        {
            AddBand(plot, axes, curves[i].X, (curves[i].Low, curves[i].High), PlotPalette.Colour(i), curves[i].BandName);
            AddBand(plot, axes, curves[i].X, (curves[i].IntervalLow, curves[i].IntervalHigh), Color.FromHex("#444444"), IntervalName);
        }

        for (int i = 0; i < curves.Count; i++)
        {
            AddLine(plot, axes, curves[i], style, i);
        }

        AddLevel(plot, axes, style);
        plot.Axes.Margins(0.02, 0.06);
        plot.Axes.AutoScale();
        if (style.FromZero && !style.LogY)
        {
            plot.Axes.SetLimitsY(0, plot.Axes.GetLimits().Top);
        }

        AddLegend(plot, axes, curves);
        return plot;
    }

    private static void AddBand(Plot plot, PlotAxes axes, double[] x, (double[]? Low, double[]? High) edges, Color colour, string name)
    {
        if (edges is not ({ } low, { } high))
        {
            return;
        }

        int[] shown = [.. Enumerable.Range(0, x.Length).Where(k => double.IsFinite(axes.X(x[k])) && double.IsFinite(axes.Y(low[k])) && double.IsFinite(axes.Y(high[k])))];
        if (shown.Length > 1)
        {
            FillY band = plot.Add.FillY([.. shown.Select(k => axes.X(x[k]))], [.. shown.Select(k => axes.Y(low[k]))], [.. shown.Select(k => axes.Y(high[k]))]);
            band.FillColor = colour.WithAlpha(BandOpacity);
            band.LineWidth = 0;
            band.MarkerSize = 0;

            // Intervals of several curves look alike and are named once.
            band.LegendText = plot.PlottableList.OfType<FillY>().Any(b => b != band && b.LegendText == name) && name == IntervalName ? "" : name;
        }
    }

    private static void AddLine(Plot plot, PlotAxes axes, Curve curve, PlotStyle style, int i)
    {
        int[] shown = [.. Enumerable.Range(0, curve.X.Length).Where(k => double.IsFinite(axes.X(curve.X[k])) && double.IsFinite(axes.Y(curve.Y[k])))];
        if (shown.Length == 0)
        {
            return;
        }

        Scatter line = plot.Add.Scatter(shown.Select(k => axes.X(curve.X[k])).ToArray(), shown.Select(k => axes.Y(curve.Y[k])).ToArray());
        line.Color = PlotPalette.Colour(i);
        line.LineWidth = 2.2f;
        line.LinePattern = PlotPalette.Pattern(i);
        line.MarkerShape = PlotPalette.Marker(i);
        line.MarkerSize = style.Markers || shown.Length == 1 ? 7 : 0;
        line.LegendText = curve.Name;
    }

    private static void AddLevel(Plot plot, PlotAxes axes, PlotStyle style)
    {
        if (style.Level is { } level && double.IsFinite(axes.Y(level)))
        {
            HorizontalLine line = plot.Add.HorizontalLine(axes.Y(level), 1.2f, Color.FromHex("#666666"), LinePattern.Dashed);
            line.LegendText = "";
        }
    }

    private static void AddLegend(Plot plot, PlotAxes axes, IReadOnlyList<Curve> curves)
    {
        if (curves.Count == 1 && curves[0].BandName.Length == 0 && curves[0].IntervalLow is null)
        {
            plot.HideLegend();
            return;
        }

        Legend legend = plot.ShowLegend(EmptiestCorner(plot, axes, curves));
        legend.SymbolWidth = 34;
        legend.FontSize = 14;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        legend.BackgroundColor = Colors.White.WithAlpha(0.8);
    }

    // The corner whose quarter of the plot the curves cross least.
    private static Alignment EmptiestCorner(Plot plot, PlotAxes axes, IReadOnlyList<Curve> curves)
    {
        AxisLimits limits = plot.Axes.GetLimits();
        (double X, double Y)[] points = [.. curves.SelectMany(c => c.X.Zip(c.Y, (x, y) => ((axes.X(x) - limits.Left) / limits.HorizontalSpan, (axes.Y(y) - limits.Bottom) / limits.VerticalSpan)))];
        (Alignment Corner, double X, double Y)[] corners = [(Alignment.UpperRight, 1, 1), (Alignment.LowerRight, 1, 0), (Alignment.UpperLeft, 0, 1), (Alignment.LowerLeft, 0, 0)];
        return corners.MinBy(c => points.Count(p => Math.Abs(p.X - c.X) < 0.45 && Math.Abs(p.Y - c.Y) < 0.35)).Corner;
    }
}
