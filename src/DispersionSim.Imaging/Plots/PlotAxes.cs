using DispersionSim.Core;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace DispersionSim.Imaging;

/// <summary>Units, scales and titles that the curves of one plot share.</summary>
internal sealed class PlotAxes
{
    private readonly AxisUnit unitX;
    private readonly AxisUnit unitY;
    private readonly PlotStyle style;

    public PlotAxes(IReadOnlyList<Curve> curves, PlotStyle style)
    {
        this.style = style;
        if (curves.Count == 0 || curves.Any(c => c.XUnit != curves[0].XUnit || c.YUnit != curves[0].YUnit))
        {
            throw new ArgumentException($"plot '{style.Name}': needs at least one curve, and all of one unit along each axis", nameof(curves));
        }

        unitX = AxisUnit.For(curves[0].XUnit, Largest(curves.SelectMany(c => c.X)));
        unitY = AxisUnit.For(curves[0].YUnit, Largest(curves.SelectMany(c => c.Y)));
        (TitleX, TitleY) = (unitX.Title(curves[0].XName), unitY.Title(curves[0].YName));
    }

    public string TitleX { get; }

    public string TitleY { get; }

    public double X(double si) => style.LogX ? Math.Log10(si / unitX.Scale) : si / unitX.Scale;

    public double Y(double si) => style.LogY ? Math.Log10(si / unitY.Scale) : si / unitY.Scale;

    /// <summary>Ticks, titles and a quiet frame.</summary>
    public void Apply(Plot plot)
    {
        plot.XLabel(TitleX);
        plot.YLabel(TitleY);
        Logarithmic(plot.Axes.Bottom, style.LogX);
        Logarithmic(plot.Axes.Left, style.LogY);
        Clear(plot.Axes.Top, 16);
        Clear(plot.Axes.Right, 32);
        plot.HideGrid();
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.FontSize = 16;
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = 14;
        }
    }

    private static void Logarithmic(IAxis axis, bool log)
    {
        axis.TickGenerator = log ? new LogTicks(Power) : new NumericAutomatic { TickDensity = 0.6 };
    }

    // Unseen axes keep a margin, or the last tick label of the others is cut off.
    private static void Clear(IAxis axis, float room)
    {
        axis.FrameLineStyle.Width = 0;
        axis.TickGenerator = new EmptyTickGenerator();
        axis.MinimumSize = room;
    }

    private static string Power(int mantissa, int exponent) => exponent switch
    {
        >= 0 and <= 3 => (mantissa * Math.Pow(10, exponent)).ToString("0"),
        >= -2 and < 0 => (mantissa * Math.Pow(10, exponent)).ToString("0.##"),
        _ => (mantissa == 1 ? "" : $"{mantissa}·") + "10" + string.Concat(exponent.ToString().Select(Raised)),
    };

    private static char Raised(char digit) => digit switch
    {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => (char)('⁰' + (digit - '0')),
    };

    private static double Largest(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
