using DispersionSim.Core;
using ScottPlot;
using ScottPlot.Plottables;

namespace DispersionSim.Imaging;

/// <summary>A kernel on the roofline.</summary>
/// <param name="Name">The kernel.</param>
/// <param name="Intensity">Flops a byte.</param>
/// <param name="Rate">Flops a second.</param>
public sealed record RooflinePoint(string Name, double Intensity, double Rate);

/// <summary>Rate of kernels against their operational intensity, below the line that memory bandwidth sets.</summary>
/// <remarks>After S. Williams, A. Waterman, D. Patterson, Commun. ACM 52 (2009) 65. The line is rate = intensity × bandwidth; a point above it works from caches.</remarks>
public static class RooflinePlot
{
    public static Picture Png(IReadOnlyList<RooflinePoint> points, double bandwidth, string caption)
    {
        double least = points.Min(p => p.Intensity) / 2, most = points.Max(p => p.Intensity) * 2;
        Curve line = new($"copy bandwidth, {bandwidth / 1e9:F1} GB/s", "operational intensity (flop/B)", "-", "rate (Gflop/s)", "-", [least, most], [least * bandwidth / 1e9, most * bandwidth / 1e9]);
        var style = new PlotStyle("roofline", caption) { Width = 960, Height = 600, LogX = true, LogY = true };
        PlotFont.Register();
        using var plot = new Plot();
        var axes = new PlotAxes([line], style);
        axes.Apply(plot);
        Scatter roof = plot.Add.Scatter(line.X.Select(axes.X).ToArray(), line.Y.Select(axes.Y).ToArray());
        (roof.Color, roof.LineWidth, roof.MarkerSize, roof.LegendText) = (Color.FromHex("#444444"), 2.2f, 0, line.Name);
        int number = 0;
        foreach (IGrouping<string, RooflinePoint> kernel in points.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            Scatter dots = plot.Add.ScatterPoints(kernel.Select(p => axes.X(p.Intensity)).ToArray(), kernel.Select(p => axes.Y(p.Rate / 1e9)).ToArray());
            (dots.Color, dots.MarkerShape, dots.MarkerSize, dots.LegendText) = (PlotPalette.Colour(number), PlotPalette.Marker(number + (number / PlotPalette.Count)), 12, kernel.Key);
            number++;
        }

        // Whole decades, so that each axis names at least two numbers.
        plot.Axes.SetLimits(Math.Floor(axes.X(least)), Math.Ceiling(axes.X(most)), Math.Floor(axes.Y(points.Min(p => p.Rate) / 1e9)), Math.Ceiling(axes.Y(line.Y[1])));
        Legend legend = plot.Legend;
        plot.ShowLegend(Edge.Right);
        legend.FontSize = 14;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
        return new("roofline.png", "image/png", caption, plot.GetImageBytes(style.Width, style.Height, ImageFormat.Png));
    }
}
