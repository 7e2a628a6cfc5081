namespace DispersionSim.Analysis;

/// <summary>g(r): how many points lie at a distance from a point, against points at random; smooth in r.</summary>
/// <remarks>
/// g(r) = V/[n(n − 1)] Σ_{i≠j} k(r − d_ij) w_ij/s(d_ij)/c(r), s(d) = 4πd² in space (m²) and 2πd in the plane (m), k Epanechnikov's kernel, w the translation weight,
/// c(r) the part of the kernel that lies above 0, which is 1 from one half-width on. Without unit; 1 for points at random, in the plane and in space, with open or
/// periodic axes. Range: half a periodic axis. Source: stoyan-1994.
/// </remarks>
public static class SmoothPairCorrelation
{
    /// <summary>g at r = step, 2·step, ….</summary>
    /// <param name="sample">Two points at least, no two at one place.</param>
    /// <param name="step">Step of r, m.</param>
    /// <param name="count">Number of r.</param>
    /// <param name="halfWidth">Half-width of the kernel, m; after the number of points in the window where absent.</param>
    public static double[] Of(PointSample sample, double step, int count, double? halfWidth = null)
    {
        double h = halfWidth ?? DistanceKernel.HalfWidth(sample);
        bool inSpace = sample.Dimensions == 3;
        double[] pairs = DistanceKernel.Sum(sample, step, count, h, (_, _, d) => 1 / (inSpace ? 4 * Math.PI * d * d : 2 * Math.PI * d));
        double scale = sample.Measure / ((double)sample.Count * (sample.Count - 1));
        return [.. pairs.Select((p, k) => scale * p / DistanceKernel.ShareAboveZero((k + 1) * step, h))];
    }
}
