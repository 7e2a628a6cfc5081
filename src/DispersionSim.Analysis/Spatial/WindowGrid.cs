using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Cubic windows that fill a layer without overlap, laid down several times with shifted origins.</summary>
/// <remarks>
/// ⌊L/w⌋ windows fit along each axis. Nine shifts in the plane of the foil and two in height; along the height the stack of windows slides between the bounds.
/// A ball that lies wholly in one window counts there; one that is cut is carried by the 32 points of <see cref="BallMass.SamplePoints"/>.
/// </remarks>
public sealed class WindowGrid
{
    private const int LateralShifts = 3, HeightShifts = 2;

    // Lengths that differ by rounding alone are equal: ten windows of 1 µm fit into 10 µm.
    private const double Rounding = 1e-9;

    private readonly Domain domain;
    private readonly double low, high, edge;

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
            amounts[shift] = Amounts(balls, OriginOf(shift));
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

    private double[] Amounts(IReadOnlyCollection<BallMass> balls, Vector3d origin)
    {
        double[] amounts = new double[Windows];
        foreach (BallMass ball in balls)
        {
            Vector3d p = FromOrigin(ball.Centre, origin);
            int window = WindowOf(p);
            if (window >= 0 && IsWhole(p, ball.Radius))
            {
                amounts[window] += ball.Amount;
            }
            else
            {
                Spread(ball, origin, amounts);
            }
        }

        return amounts;
    }

    private void Spread(BallMass ball, Vector3d origin, double[] amounts)
    {
        double share = ball.Amount / BallMass.SamplePoints.Count;
        foreach (Vector3d direction in BallMass.SamplePoints)
        {
            int window = WindowOf(FromOrigin(ball.Centre + (ball.Radius * direction), origin));
            if (window >= 0)
            {
                amounts[window] += share;
            }
        }
    }

    private Vector3d FromOrigin(Vector3d p, Vector3d origin)
    {
        Vector3d d = p - origin;
        return new(Wrap(d.X, domain.Size.X, domain.PeriodicX), Wrap(d.Y, domain.Size.Y, domain.PeriodicY), d.Z);
    }

    private int WindowOf(Vector3d p)
    {
        int x = (int)Math.Floor(p.X / edge), y = (int)Math.Floor(p.Y / edge), z = (int)Math.Floor(p.Z / edge);
        bool inside = x >= 0 && x < CountX && y >= 0 && y < CountY && z >= 0 && z < CountZ;
        return inside ? x + (CountX * (y + (CountY * z))) : -1;
    }

    private bool IsWhole(Vector3d p, double radius) => IsWhole(p.X, radius) && IsWhole(p.Y, radius) && IsWhole(p.Z, radius);

    private bool IsWhole(double u, double radius)
    {
        double inside = u - (edge * Math.Floor(u / edge));
        return inside >= radius && inside <= edge - radius;
    }

    private Vector3d OriginOf(int shift)
    {
        int sx = shift % LateralShifts, sy = shift / LateralShifts % LateralShifts, sz = shift / (LateralShifts * LateralShifts);
        return new(
            Lateral(sx, domain.Size.X, CountX),
            Lateral(sy, domain.Size.Y, CountY),
            low + (sz * Math.Max(0, high - low - (CountZ * edge)) / (HeightShifts - 1)));
    }

    // The uncovered remainder of the period travels with the shift, so that no part of the film is always left out.
    private double Lateral(int shift, double size, int count) => shift * (edge + size - (count * edge)) / LateralShifts;

    private int Fit(double length) => Math.Max(0, (int)Math.Floor((length / edge) + Rounding));

    private static double Wrap(double u, double size, bool periodic) => periodic ? u - (size * Math.Floor(u / size)) : u;
}
