using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Where windows that do not overlap begin and end along one axis, for every shift of their grid.</summary>
/// <remarks>
/// All beginnings and ends of all shifts cut the axis into cells; a window is a run of whole cells, so that what it holds is known exactly. A periodic axis goes on beyond its period as far as the last window
/// reaches, and a place may then lie in two cells, a period apart.
/// </remarks>
internal sealed class WindowAxis
{
    /// <summary>No cell: before the first window or behind the last.</summary>
    public const int Outside = -1;

    // Lengths that differ by rounding alone are equal: ten windows of 1 µm fit into 10 µm.
    private const double Rounding = 1e-9;

    private const double GoldenSection = 0.6180339887498949;

    private readonly double[] bounds;
    private readonly double period;
    private readonly (int First, int Behind)[][] windows;

    private WindowAxis(double period, double[] origins, double edge, int count)
    {
        (this.period, Count) = (period, count);
        double[][] ends = [.. origins.Select(o => Enumerable.Range(0, count + 1).Select(k => o + (k * edge)).ToArray())];
        bounds = [.. ends.SelectMany(e => e).Distinct().Order()];
        windows = [.. ends.Select(e => e.Zip(e.Skip(1), (first, behind) => (Array.BinarySearch(bounds, first), Array.BinarySearch(bounds, behind))).ToArray())];
    }

    /// <summary>Windows side by side.</summary>
    public int Count { get; }

    /// <summary>Shifts of the grid.</summary>
    public int Shifts => windows.Length;

    /// <summary>Cells between the bounds of all windows.</summary>
    public int Cells => bounds.Length - 1;

    /// <summary>Windows round a periodic axis.</summary>
    /// <remarks>Grids begin at multiples of the golden section of the period: those lie evenly in the period, and so no part of it is left out more often than another, and evenly within a window however many fit.</remarks>
    /// <param name="period">Length of the axis, m.</param>
    /// <param name="edge">Edge of a window, m.</param>
    /// <param name="shifts">Shifts for a number of windows.</param>
    public static WindowAxis Round(double period, double edge, Func<int, int> shifts)
    {
        int count = Fit(period, edge);
        return new(period, [.. Enumerable.Range(0, shifts(count)).Select(s => period * (s * GoldenSection % 1))], edge, count);
    }

    /// <summary>Windows between two ends; their stack slides from the one to the other.</summary>
    /// <param name="low">Lower end, m.</param>
    /// <param name="high">Upper end, m.</param>
    /// <param name="edge">Edge of a window, m.</param>
    /// <param name="shifts">Shifts for a number of windows.</param>
    public static WindowAxis Between(double low, double high, double edge, Func<int, int> shifts)
    {
        int count = Fit(high - low, edge), all = shifts(count);
        double slack = Math.Max(0, high - low - (count * edge));
        return new(double.PositiveInfinity, [.. Enumerable.Range(0, all).Select(s => low + (all > 1 ? s * slack / (all - 1) : slack / 2))], edge, count);
    }

    /// <summary>The windows of a shift: the first cell of each and the first behind it.</summary>
    public (int First, int Behind)[] Windows(int shift) => windows[shift];

    /// <summary>The cells of a place, the second a period on; <see cref="Outside"/> where there is none.</summary>
    public (int First, int Second) CellsOf(double place)
    {
        if (double.IsPositiveInfinity(period))
        {
            return (CellAt(place), Outside);
        }

        double inside = PeriodicAxis.Wrap(place, period);
        return (CellAt(inside), CellAt(inside + period));
    }

    private int CellAt(double place)
    {
        int found = Array.BinarySearch(bounds, place);
        int cell = found >= 0 ? found : ~found - 1;
        return cell < Cells ? cell : Outside;
    }

    private static int Fit(double length, double edge) => Math.Max(0, (int)Math.Floor((length / edge) + Rounding));
}
