namespace DispersionSim.Analysis;

/// <summary>k_mm(r): whether points at a distance have greater or smaller marks, such as radii, than chance would give them.</summary>
/// <remarks>
/// k_mm(r) = Σ_{i≠j} m_i m_j k(r − d_ij) w_ij / Σ_{i≠j} k(r − d_ij) w_ij / m̄², k Epanechnikov's kernel, w the translation weight. Without unit; 1 where marks do not depend
/// on each other, above it where large ones lie beside large ones, below it where they keep apart. NaN where there is no pair. Range: half a periodic axis. Source: stoyan-1994.
/// </remarks>
public static class MarkCorrelation
{
    /// <summary>k_mm at r = step, 2·step, ….</summary>
    /// <param name="sample">The points.</param>
    /// <param name="marks">Mark of each, not below 0, of any unit.</param>
    /// <param name="step">Step of r, m.</param>
    /// <param name="count">Number of r.</param>
    /// <param name="halfWidth">Half-width of the kernel, m; after the number of points in the window where absent.</param>
    public static double[] Of(PointSample sample, double[] marks, double step, int count, double? halfWidth = null)
    {
        double h = halfWidth ?? DistanceKernel.HalfWidth(sample), mean = marks.Average();
        double[] all = DistanceKernel.Sum(sample, step, count, h, (_, _, _) => 1);
        double[] marked = DistanceKernel.Sum(sample, step, count, h, (i, j, _) => marks[i] * marks[j] / (mean * mean));
        return [.. marked.Zip(all, (m, a) => m / a)];
    }
}
