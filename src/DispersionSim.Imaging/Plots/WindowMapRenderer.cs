using DispersionSim.Core;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace DispersionSim.Imaging;

/// <summary>The window map: panels side by side, one a particle size, each point a cell coloured by the dispersed share, with the lines of theory drawn over it.</summary>
public static class WindowMapRenderer
{
    private const int Panel = 560;
    private const int First = 96;
    private const int Bar = 120;
    private const int Height = 800;
    private const int Top = 130;
    private const int Bottom = 210;
    private const int Gap = 26;

    private static readonly string[] LineColours = ["#D55E00", "#D55E00", "#000000"];
    private static readonly LinePattern[] LinePatterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted];

    /// <summary>Draws the map.</summary>
    /// <param name="panels">All over the same stresses and works of adhesion.</param>
    /// <param name="stresses">What gives which stress, above the panels.</param>
    /// <param name="adhesions">What adheres how strongly, in the first panel.</param>
    /// <param name="note">A last line below the legend.</param>
    public static Picture Png(IReadOnlyList<WindowPanel> panels, IReadOnlyList<WindowMark> stresses, IReadOnlyList<WindowMark> adhesions, string note)
    {
        PlotFont.Register();
        int width = First + (panels.Count * Panel) + Bar;
        using var surface = SKSurface.Create(new SKImageInfo(width, Height));
        surface.Canvas.Clear(SKColors.White);
        for (int k = 0; k < panels.Count; k++)
        {
            using Plot plot = Build(panels[k], stresses, k == 0 ? adhesions : [.. adhesions.Select(a => a with { Name = "" })]);
            int left = First + (k * Panel);
            plot.YLabel(k == 0 ? "Work of adhesion w (mJ/m²)" : "");
            plot.Layout.Fixed(new PixelPadding(k == 0 ? First : Gap / 2, Gap / 2, Bottom, Top));
            if (k > 0)
            {
                plot.Axes.Left.TickLabelStyle.IsVisible = false;
            }

            // A plot clears all that it may draw on.
            var area = new PixelRect(k == 0 ? 0 : left, left + Panel, Height, 0);
            surface.Canvas.Save();
            surface.Canvas.ClipRect(new(area.Left, 0, area.Right, Height));
            plot.Render(surface.Canvas, area);
            surface.Canvas.Restore();
            DrawTitle(surface.Canvas, panels[k].Title, left + (Panel / 2f));
        }

        DrawBar(surface.Canvas, First + (panels.Count * Panel) + Gap);
        DrawLegend(surface.Canvas, panels[0].Lines, note, width);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return new("window-map.png", "image/png", "Share of the mass that shear leaves as single primaries, over shear stress and work of adhesion, for three sizes of primary; each cell is a simulation.", data.ToArray());
    }

    /// <summary>Pale for whole agglomerates, deep blue for primaries.</summary>
    internal static Color Shade(double share)
    {
        double s = Math.Clamp(share, 0, 1);
        byte Between(int low, int high) => (byte)Math.Round(low + ((high - low) * s));
        return s < 0.5
            ? new(Mixed(247, 107, 2 * s), Mixed(244, 174, 2 * s), Mixed(236, 214, 2 * s))
            : new(Mixed(107, 8, (2 * s) - 1), Mixed(174, 48, (2 * s) - 1), Mixed(214, Between(107, 107), (2 * s) - 1));

        static byte Mixed(int low, int high, double t) => (byte)Math.Round(low + ((high - low) * t));
    }

    private static Plot Build(WindowPanel panel, IReadOnlyList<WindowMark> stresses, IReadOnlyList<WindowMark> adhesions)
    {
        var plot = new Plot();
        double[] x = [.. panel.Stress.Select(s => Math.Log10(s / 1e3))], y = [.. panel.Adhesion.Select(w => Math.Log10(w / 1e-3))];
        double halfX = (x[1] - x[0]) / 2, halfY = (y[1] - y[0]) / 2;
        for (int j = 0; j < y.Length; j++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                AddCell(plot, x[i] - halfX, x[i] + halfX, y[j] - halfY, y[j] + halfY, panel.Share[(j * x.Length) + i]);
            }
        }

        AxisLimits limits = new(x[0] - halfX, x[^1] + halfX, y[0] - halfY, y[^1] + halfY);
        for (int k = 0; k < panel.Lines.Count; k++)
        {
            AddLine(plot, panel.Lines[k], k, limits);
        }

        AddMarks(plot, stresses, adhesions, limits);
        Dress(plot, limits);
        return plot;
    }

    private static void AddCell(Plot plot, double left, double right, double bottom, double top, double share)
    {
        var cell = plot.Add.Rectangle(left, right, bottom, top);
        cell.FillColor = Shade(share);
        cell.LineColor = Colors.White;
        cell.LineWidth = 0.8f;
    }

    private static void AddLine(Plot plot, WindowLine line, int k, AxisLimits limits)
    {
        // w/mJ = (w per stress) · stress: a line of slope 1 in logarithms; 10⁶ joins kilopascals and millijoules.
        double offset = Math.Log10(line.AdhesionPerStress * 1e6);
        double from = Math.Max(limits.Left, limits.Bottom - offset), to = Math.Min(limits.Right, limits.Top - offset);
        if (to > from)
        {
            var drawn = plot.Add.Line(from, from + offset, to, to + offset);
            (drawn.LineColor, drawn.LineWidth, drawn.LinePattern) = (Color.FromHex(LineColours[k % LineColours.Length]), 3, LinePatterns[k % LinePatterns.Length]);
        }
    }

    private static void AddMarks(Plot plot, IReadOnlyList<WindowMark> stresses, IReadOnlyList<WindowMark> adhesions, AxisLimits limits)
    {
        foreach (WindowMark mark in stresses)
        {
            double at = Math.Log10(mark.Value / 1e3);
            Thin(plot.Add.Line(at, limits.Bottom, at, limits.Top));
        }

        plot.Axes.Top.TickGenerator = new NumericManual([.. stresses.Select(m => Math.Log10(m.Value / 1e3))], [.. stresses.Select(m => m.Name)]);
        Small(plot.Axes.Top.TickLabelStyle, Alignment.LowerLeft);
        plot.Axes.Top.TickLabelStyle.Rotation = -35;
        foreach (WindowMark mark in adhesions)
        {
            double at = Math.Log10(mark.Value / 1e-3);
            Thin(plot.Add.Line(limits.Left, at, limits.Right, at));
            var text = plot.Add.Text(mark.Name, limits.Left, at);
            Small(text.LabelStyle, Alignment.LowerLeft);
            (text.OffsetX, text.OffsetY) = (4, -2);
        }
    }

    private static void Thin(ScottPlot.Plottables.LinePlot line) => (line.LineColor, line.LineWidth, line.LinePattern) = (Color.FromHex("#444444"), 1, LinePattern.DenselyDashed);

    private static void Small(LabelStyle style, Alignment alignment) => (style.FontSize, style.ForeColor, style.Alignment) = (15, Color.FromHex("#222222"), alignment);

    private static void Dress(Plot plot, AxisLimits limits)
    {
        plot.XLabel("Shear stress µG (kPa)");
        plot.HideGrid();
        plot.Axes.SetLimits(limits);
        plot.Axes.SetLimitsX(limits.Left, limits.Right, plot.Axes.Top);
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.FontSize = 18;
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = 16;
            axis.TickGenerator = new NumericAutomatic { MinorTickGenerator = new LogMinorTickGenerator(), IntegerTicksOnly = true, LabelFormatter = e => Math.Pow(10, Math.Round(e)).ToString("0.###") };
        }
    }

    /// <summary>Above what stands slanted over the panel.</summary>
    private static void DrawTitle(SKCanvas canvas, string title, float middle)
    {
        using var font = new SKFont(EmbeddedFont.Regular, 20);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(title, middle, 36, SKTextAlign.Center, font, paint);
    }

    private static void DrawBar(SKCanvas canvas, int left)
    {
        const int steps = 200, wide = 22;
        float height = Height - Top - Bottom;
        using var paint = new SKPaint { IsAntialias = true };
        using var font = new SKFont(EmbeddedFont.Regular, 16);
        for (int k = 0; k < steps; k++)
        {
            Color c = Shade((k + 0.5) / steps);
            paint.Color = new(c.R, c.G, c.B);
            canvas.DrawRect(left, Top + (height * (1 - ((k + 1f) / steps))), wide, (height / steps) + 1, paint);
        }

        paint.Color = SKColors.Black;
        foreach (double tick in new[] { 0, 0.5, 1 })
        {
            canvas.DrawText($"{tick:0.#}", left + wide + 8, Top + (height * (1 - (float)tick)) + 6, SKTextAlign.Left, font, paint);
        }

        canvas.Save();
        canvas.RotateDegrees(-90, left + wide + 58, Top + (height / 2));
        canvas.DrawText("Mass share as single primaries", left + wide + 58, Top + (height / 2), SKTextAlign.Center, font, paint);
        canvas.Restore();
    }

    private static void DrawLegend(SKCanvas canvas, IReadOnlyList<WindowLine> lines, string note, int width)
    {
        using var font = new SKFont(EmbeddedFont.Regular, 17);
        using var text = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        for (int k = 0; k < lines.Count; k++)
        {
            float y = Height - 116 + (28 * k);
            float[] dashes = k == 0 ? [] : k == 1 ? [12, 8] : [3, 6];
            using var stroke = new SKPaint { Color = SKColor.Parse(LineColours[k % LineColours.Length]), StrokeWidth = 3, IsAntialias = true, IsStroke = true, PathEffect = dashes.Length > 0 ? SKPathEffect.CreateDash(dashes, 0) : null };
            float left = width / 2f - 300;
            canvas.DrawLine(left, y - 6, left + 60, y - 6, stroke);
            canvas.DrawText(lines[k].Name, left + 76, y, SKTextAlign.Left, font, text);
        }

        using var small = new SKFont(EmbeddedFont.Regular, 15);
        canvas.DrawText(note, width / 2f, Height - 116 + (28 * lines.Count) + 4, SKTextAlign.Center, small, text);
    }
}
