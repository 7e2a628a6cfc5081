using DispersionSim.Core;
using ScottPlot;
using ScottPlot.Plottables;

namespace DispersionSim.Imaging;

/// <summary>A surface as a picture: colours for heights, a scale beside it, axes in lengths.</summary>
public static class HeightMapRenderer
{
    private const int LongestSide = 900;
    private const int Left = 76;
    private const int Right = 140;
    private const int Top = 16;
    private const int Bottom = 64;
    private const int WidestField = 780;
    private const int HighestField = 720;
    private const double CutShare = 0.001;
    private const double FarthestDeviations = 5;
    private const double GaussianDeviation = 1.4826;

    /// <summary>Draws a surface, the first row at the top; a large one as means over blocks of points.</summary>
    /// <param name="map">Heights; invalid points are pink.</param>
    /// <param name="name">File name without suffix.</param>
    /// <param name="caption">What it shows.</param>
    public static Picture Png(HeightMap map, string name, string caption)
    {
        PlotFont.Register();
        using var plot = new Plot();
        AxisUnit lateral = AxisUnit.For("m", Math.Max(map.SizeX, map.SizeY)), vertical = AxisUnit.For("m", Largest(map));
        Heatmap heat = plot.Add.Heatmap(Blocks(map, vertical.Scale));
        heat.Extent = new CoordinateRect(0, map.SizeX / lateral.Scale, map.SizeY / lateral.Scale, 0);
        heat.FlipVertically = false;
        heat.Colormap = new ScottPlot.Colormaps.Viridis();
        heat.NaNCellColor = Color.FromHex("#FF9EC7");
        (double low, double high) = Limits(map);
        heat.ManualRange = new(low / vertical.Scale, Math.Max(high, low + double.Epsilon) / vertical.Scale);
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(heat);
        bar.Label = $"Height ({vertical.Symbol})";
        bar.LabelStyle.FontSize = 16;
        bar.LabelStyle.Bold = false;
        bar.Axis.TickLabelStyle.FontSize = 14;
        Dress(plot, lateral, map);
        (int width, int height) = Field(map);
        plot.Layout.Fixed(new PixelPadding(Left, Right, Bottom, Top));
        return new($"{name}.png", "image/png", caption, plot.GetImageBytes(Left + width + Right, Top + height + Bottom, ImageFormat.Png));
    }

    private static void Dress(Plot plot, AxisUnit lateral, HeightMap map)
    {
        plot.XLabel(lateral.Title("x"));
        plot.YLabel(lateral.Title("y"));
        plot.HideGrid();
        plot.Axes.SetLimits(0, map.SizeX / lateral.Scale, map.SizeY / lateral.Scale, 0);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.FontSize = 16;
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = 14;
        }
    }

    /// <summary>Pixels of the field in the proportion of the surface, very long ones apart.</summary>
    private static (int Width, int Height) Field(HeightMap map)
    {
        double ratio = Math.Clamp(map.SizeY / map.SizeX, 0.15, 3), width = Math.Min(WidestField, HighestField / ratio);
        return ((int)width, (int)(width * ratio));
    }

    private static double[,] Blocks(HeightMap map, double unit)
    {
        int block = (Math.Max(map.CountX, map.CountY) + LongestSide - 1) / LongestSide, columns = (map.CountX + block - 1) / block, rows = (map.CountY + block - 1) / block;
        var means = new double[rows, columns];
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                means[y, x] = Mean(map, x * block, y * block, block) / unit;
            }
        }

        return means;
    }

    private static double Mean(HeightMap map, int left, int top, int block)
    {
        double sum = 0;
        int n = 0;
        for (int y = top; y < Math.Min(map.CountY, top + block); y++)
        {
            for (int x = left; x < Math.Min(map.CountX, left + block); x++)
            {
                double h = map[x, y];
                (sum, n) = double.IsNaN(h) ? (sum, n) : (sum + h, n + 1);
            }
        }

        return n > 0 ? sum / n : double.NaN;
    }

    private static double Largest(HeightMap map)
    {
        (double low, double high) = Limits(map);
        return Math.Max(Math.Abs(low), Math.Abs(high));
    }

    /// <summary>Heights between which the colours run: nearly all points, and no farther from the median than some robust deviations, so that spikes do not take the colours.</summary>
    private static (double Low, double High) Limits(HeightMap map)
    {
        double[] sorted = [.. map.Heights.Where(double.IsFinite).Order()];
        int cut = (int)(CutShare * sorted.Length);
        double median = sorted[sorted.Length / 2];
        double[] far = [.. sorted.Select(h => Math.Abs(h - median)).Order()];
        double reach = far[far.Length / 2] > 0 ? FarthestDeviations * GaussianDeviation * far[far.Length / 2] : double.PositiveInfinity;
        return (Math.Max(sorted[cut], median - reach), Math.Min(sorted[^(cut + 1)], median + reach));
    }
}
