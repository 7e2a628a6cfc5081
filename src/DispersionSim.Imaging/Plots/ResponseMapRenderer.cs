using DispersionSim.Core;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace DispersionSim.Imaging;

/// <summary>A figure over two knobs: a cell for each point, shaded and labelled with its value, and the window outlined.</summary>
public static class ResponseMapRenderer
{
    private const int Width = 960;
    private const int Height = 640;

    private static readonly Color Outline = Color.FromHex("#D55E00");

    /// <summary>Draws the map.</summary>
    public static Picture Png(ResponseMap map)
    {
        PlotFont.Register();
        using var plot = new Plot();
        AxisUnit unit = AxisUnit.For(map.Unit, map.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());
        for (int k = 0; k < map.Values.Length; k++)
        {
            AddCell(plot, map, k, unit);
        }

        AddOutline(plot, map);
        Dress(plot, map, unit);
        return new($"{map.Name}.png", "image/png", map.Caption, plot.GetImageBytes(Width, Height, ImageFormat.Png));
    }

    private static void AddCell(Plot plot, ResponseMap map, int k, AxisUnit unit)
    {
        double value = map.Values[k];
        (int i, int j) = (k % map.X.Values.Length, k / map.X.Values.Length);
        var cell = plot.Add.Rectangle(i - 0.5, i + 0.5, j - 0.5, j + 0.5);
        double share = Share(map, value);
        cell.FillColor = double.IsFinite(value) ? WindowMapRenderer.Shade(share) : Color.FromHex("#DDDDDD");
        (cell.LineColor, cell.LineWidth) = (Colors.White, 1);
        var text = plot.Add.Text(double.IsFinite(value) ? InCell(map, value / unit.Scale) : "–", i, j);
        (text.LabelFontSize, text.LabelAlignment, text.LabelFontColor) = (15, Alignment.MiddleCenter, share > 0.55 ? Colors.White : Colors.Black);
    }

    /// <summary>Between the least and the greatest value of the map.</summary>
    private static double Share(ResponseMap map, double value)
    {
        double[] all = [.. map.Values.Where(double.IsFinite)];
        (double low, double high) = (all.DefaultIfEmpty(0).Min(), all.DefaultIfEmpty(0).Max());
        return high > low && double.IsFinite(value) ? (value - low) / (high - low) : 0;
    }

    /// <summary>A line wherever a cell inside the window borders on what is outside.</summary>
    private static void AddOutline(Plot plot, ResponseMap map)
    {
        int width = map.X.Values.Length, height = map.Y.Values.Length;
        bool Inside(int i, int j) => i >= 0 && i < width && j >= 0 && j < height && map.Inside is { } inside && inside[(j * width) + i];
        for (int k = 0; k < map.Values.Length; k++)
        {
            (int i, int j) = (k % width, k / width);
            foreach ((int dx, int dy) in Inside(i, j) ? [(1, 0), (-1, 0), (0, 1), (0, -1)] : Array.Empty<(int, int)>())
            {
                if (!Inside(i + dx, j + dy))
                {
                    var side = plot.Add.Line(i + (0.5 * (dx - dy)), j + (0.5 * (dy - dx)), i + (0.5 * (dx + dy)), j + (0.5 * (dy + dx)));
                    (side.LineColor, side.LineWidth, side.MarkerSize) = (Outline, 4, 0);
                }
            }
        }
    }

    private static void Dress(Plot plot, ResponseMap map, AxisUnit unit)
    {
        plot.HideGrid();
        plot.HideLegend();
        plot.Title($"{unit.Title(map.Figure)}{(map.Note.Length > 0 ? "\n" + map.Note : "")}", 16);
        plot.Axes.Title.Label.Bold = false;
        Label(plot.Axes.Bottom, map.X);
        Label(plot.Axes.Left, map.Y);
        plot.Axes.SetLimits(-0.55, map.X.Values.Length - 0.45, -0.55, map.Y.Values.Length - 0.45);
    }

    private static void Label(IAxis axis, ResponseAxis knob)
    {
        axis.Label.Text = AxisUnit.For(knob.Unit, 1).Title(knob.Label);
        (axis.Label.FontSize, axis.Label.Bold, axis.TickLabelStyle.FontSize) = (16, false, 14);
        axis.TickGenerator = new NumericManual([.. Enumerable.Range(0, knob.Values.Length).Select(k => (double)k)], [.. knob.Values.Select(Number)]);
    }

    /// <summary>Shares alike to three places; anything else to three digits.</summary>
    private static string InCell(ResponseMap map, double value)
    {
        bool shares = map.Unit == "-" && map.Values.Where(double.IsFinite).All(v => v is >= 0 and <= 1);
        return !shares ? Number(value) : value is > 0 and < 0.0005 ? "<0.001" : $"{value:0.000}";
    }

    private static string Number(double value) => Math.Abs(value) is >= 1000 and < 1e5 ? $"{value:0}" : $"{value:G3}";
}
