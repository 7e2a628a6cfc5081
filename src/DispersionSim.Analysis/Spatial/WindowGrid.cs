using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Cubic windows that fill a layer without overlap, laid down many times with shifted origins.</summary>
/// <remarks>
/// ⌊L/w⌋ windows fit along each axis. Their grid is shifted in the plane of the foil, and along the height the stack of windows slides between the bounds; where few windows fit, they are laid down the more often:
/// a variance between eight windows depends on where their borders happen to cut, and that much of its scatter goes with the shifts.
/// </remarks>
public sealed class WindowGrid
{
    private readonly WindowAxis x, y, z;

    /// <summary>Windows between two heights of a film.</summary>
    /// <param name="domain">The film; periodic along x and y.</param>
    /// <param name="low">Lower bound of the windows, m.</param>
    /// <param name="high">Upper bound, m.</param>
    /// <param name="edge">Edge of a window, m.</param>
    public WindowGrid(Domain domain, double low, double high, double edge)
    {
        x = WindowAxis.Round(domain.Size.X, edge, LateralShifts);
        y = WindowAxis.Round(domain.Size.Y, edge, LateralShifts);
        z = WindowAxis.Between(low, high, edge, HeightShifts);
    }

    public int CountX => x.Count;

    public int CountY => y.Count;

    public int CountZ => z.Count;

    /// <summary>Windows that do not overlap.</summary>
    public int Windows => CountX * CountY * CountZ;

    /// <summary>What lies in each window: one array a shift, one entry a window.</summary>
    public double[][] Amounts(IReadOnlyCollection<BallMass> balls)
    {
        var sums = new WindowSums(x, y, z, balls);
        double[][] amounts = new double[x.Shifts * y.Shifts * z.Shifts][];
        for (int shift = 0; shift < amounts.Length; shift++)
        {
            amounts[shift] = Of(sums, shift % x.Shifts, shift / x.Shifts % y.Shifts, shift / (x.Shifts * y.Shifts));
        }

        return amounts;
    }

    /// <summary>Variance between windows, averaged over the shifts.</summary>
    public static double Variance(double[][] values) => values.Average(Variance);

    /// <summary>Squared coefficient of variation between windows: variance averaged over the shifts over the squared mean of all.</summary>
    public static double SquaredVariation(double[][] values)
    {
        double mean = values.Average(v => v.Average());
        return Variance(values) / (mean * mean);
    }

    private static double Variance(double[] values)
    {
        double mean = values.Average(), sum = 0;
        foreach (double v in values)
        {
            sum += (v - mean) * (v - mean);
        }

        return sum / (values.Length - 1);
    }

    private double[] Of(WindowSums sums, int shiftX, int shiftY, int shiftZ)
    {
        double[] windows = new double[Windows];
        int next = 0;
        foreach ((int, int) high in z.Windows(shiftZ))
        {
            foreach ((int, int) deep in y.Windows(shiftY))
            {
                foreach ((int, int) wide in x.Windows(shiftX))
                {
                    windows[next++] = sums.In(wide, deep, high);
                }
            }
        }

        return windows;
    }

    // Beyond these the scatter falls no further (docs/validation.md); the more windows fit, the less there is to average out, and the more each shift costs.
    private static int LateralShifts(int windows) => Shifts(windows, 64, 4, 24);

    private static int HeightShifts(int windows) => Shifts(windows, 24, 3, 12);

    private static int Shifts(int windows, int together, int least, int most) => Math.Clamp(together / Math.Max(1, windows), least, most);
}
