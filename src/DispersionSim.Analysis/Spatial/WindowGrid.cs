using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Cubic windows that fill a layer without overlap, laid down several times with shifted origins.</summary>
/// <remarks>
/// ⌊L/w⌋ windows fit along each axis. Nine shifts in the plane of the foil and two in height; along the height the stack of windows slides between the bounds.
/// A ball is carried by the 32 points of <see cref="BallMass.Samples"/>; one whose points all lie in one window counts there.
/// </remarks>
public sealed class WindowGrid
{
    private const int LateralShifts = 3, HeightShifts = 2;

    private const int Outside = int.MinValue / 4;

    // Lengths that differ by rounding alone are equal: ten windows of 1 µm fit into 10 µm.
    private const double Rounding = 1e-9;

    private readonly Domain domain;
    private readonly double low, high, edge;

    /// <summary>Windows between two heights of a film.</summary>
    /// <param name="domain">The film; periodic along x and y.</param>
    /// <param name="low">Lower bound of the windows, m.</param>
    /// <param name="high">Upper bound, m.</param>
    /// <param name="edge">Edge of a window, m.</param>
    public WindowGrid(Domain domain, double low, double high, double edge)
    {
        (this.domain, this.low, this.high, this.edge) = (domain, low, high, edge);
        CountX = Fit(domain.Size.X);
        CountY = Fit(domain.Size.Y);
        CountZ = Fit(high - low);
    }

    public int CountX { get; }

    public int CountY { get; }

    public int CountZ { get; }

    /// <summary>Windows that do not overlap.</summary>
    public int Windows => CountX * CountY * CountZ;

    /// <summary>What lies in each window: one array a shift, one entry a window.</summary>
    public double[][] Amounts(IReadOnlyCollection<BallMass> balls)
    {
        double[][] amounts = new double[LateralShifts * LateralShifts * HeightShifts][];
        for (int shift = 0; shift < amounts.Length; shift++)
        {
            amounts[shift] = new double[Windows];
        }

        foreach (BallMass ball in balls)
        {
            Add(ball, amounts);
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
        double mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
    }

    // The place of a sample point's coordinate along an axis is worked out once for each shift along that axis.
    private void Add(BallMass ball, double[][] amounts)
    {
        Span<int> x = stackalloc int[LateralShifts * 4], y = stackalloc int[LateralShifts * 4], z = stackalloc int[HeightShifts * 4];
        for (int s = 0; s < LateralShifts; s++)
        {
            Places(PeriodicAxis.Wrap(ball.Centre.X - Lateral(s, domain.Size.X, CountX), domain.Size.X), ball.Radius, domain.Size.X, CountX, 1, x.Slice(4 * s, 4));
            Places(PeriodicAxis.Wrap(ball.Centre.Y - Lateral(s, domain.Size.Y, CountY), domain.Size.Y), ball.Radius, domain.Size.Y, CountY, CountX, y.Slice(4 * s, 4));
        }

        for (int s = 0; s < HeightShifts; s++)
        {
            Places(ball.Centre.Z - Height(s), ball.Radius, double.PositiveInfinity, CountZ, CountX * CountY, z.Slice(4 * s, 4));
        }

        for (int shift = 0; shift < amounts.Length; shift++)
        {
            int sx = shift % LateralShifts, sy = shift / LateralShifts % LateralShifts, sz = shift / (LateralShifts * LateralShifts);
            Add(ball.Amount, x.Slice(4 * sx, 4), y.Slice(4 * sy, 4), z.Slice(4 * sz, 4), amounts[shift]);
        }
    }

    private static void Add(double amount, ReadOnlySpan<int> x, ReadOnlySpan<int> y, ReadOnlySpan<int> z, double[] amounts)
    {
        if (x[0] == x[3] && y[0] == y[3] && z[0] == z[3])
        {
            Add(amount, x[0] + y[0] + z[0], amounts);
            return;
        }

        double share = amount / BallMass.Samples.Length;
        foreach ((int sx, int sy, int sz) in BallMass.Samples)
        {
            Add(share, x[sx] + y[sy] + z[sz], amounts);
        }
    }

    private static void Add(double amount, int window, double[] amounts)
    {
        if (window >= 0)
        {
            amounts[window] += amount;
        }
    }

    // Times the stride of the axis, so that a window's number is the sum of three places; Outside keeps any sum below 0.
    private void Places(double centre, double radius, double period, int count, int stride, Span<int> places)
    {
        for (int k = 0; k < places.Length; k++)
        {
            double u = centre + (radius * BallMass.Steps[k]);
            u -= u >= period ? period : u < 0 && double.IsFinite(period) ? -period : 0;
            int place = (int)Math.Floor(u / edge);
            places[k] = place >= 0 && place < count ? place * stride : Outside;
        }
    }

    // The uncovered remainder of the period travels with the shift, so that no part of the film is always left out.
    private double Lateral(int shift, double size, int count) => shift * (edge + size - (count * edge)) / LateralShifts;

    private double Height(int shift) => low + (shift * Math.Max(0, high - low - (CountZ * edge)) / (HeightShifts - 1));

    private int Fit(double length) => Math.Max(0, (int)Math.Floor((length / edge) + Rounding));
}
