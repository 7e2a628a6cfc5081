using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Pairs of points spread over nearby distances by Epanechnikov's kernel k(t) = 3/(4h)·(1 − t²/h²), |t| &lt; h.</summary>
/// <remarks>A pair counts 1/Π_open(1 − |Δ_k|/L_k), as in <see cref="PairCorrelation"/>, times what is asked of it. Source: epanechnikov-1969.</remarks>
internal static class DistanceKernel
{
    /// <summary>Half-width that suits a set: 0.26 n̂^(−1/3) in space, 0.15 n̂^(−1/2) in the plane, m.</summary>
    /// <remarks>The customary factors of Stoyan's rule. Source: stoyan-1994.</remarks>
    public static double HalfWidth(PointSample sample) => (sample.Dimensions == 3 ? 0.26 : 0.15) * sample.Spacing;

    /// <summary>Σ over ordered pairs of weight · value · k(r − d) at r = step, 2·step, ….</summary>
    /// <param name="sample">Points.</param>
    /// <param name="step">Step of r, m.</param>
    /// <param name="count">Number of r.</param>
    /// <param name="halfWidth">h, m.</param>
    /// <param name="value">What pair i, j at a distance in metres counts.</param>
    public static double[] Sum(PointSample sample, double step, int count, double halfWidth, Func<int, int, double, double> value)
    {
        var visitor = new Spread(sample.Window, step, halfWidth, value, new double[count]);
        new PairSearch(sample.Window, sample.Positions, (step * count) + halfWidth).Visit(ref visitor);
        return visitor.Total;
    }

    /// <summary>k(t), 1/m.</summary>
    public static double Density(double t, double halfWidth) => 0.75 / halfWidth * Math.Max(0, 1 - (t * t / (halfWidth * halfWidth)));

    /// <summary>Part of the kernel about r that lies above distance 0.</summary>
    public static double ShareAboveZero(double r, double halfWidth)
    {
        double u = r / halfWidth;
        return u >= 1 ? 1 : 0.5 + (0.75 * (u - (u * u * u / 3)));
    }

    private readonly record struct Spread(Domain Window, double Step, double HalfWidth, Func<int, int, double, double> Value, double[] Total) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            double distance = Math.Sqrt(distanceSquared), weight = 0;
            int last = Math.Min(Total.Length, (int)Math.Floor((distance + HalfWidth) / Step));
            for (int k = Math.Max(1, (int)Math.Ceiling((distance - HalfWidth) / Step)); k <= last; k++)
            {
                weight = weight == 0 ? 2 * Value(i, j, distance) / PairCorrelation.Coverage(Window, separation) : weight;
                Total[k - 1] += weight * Density((k * Step) - distance, HalfWidth);
            }
        }
    }
}
