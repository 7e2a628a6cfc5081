using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Points that stand so far out of a surface that they, not the surface, make its roughness.</summary>
/// <remarks>
/// A spike is farther from the median than 8 robust standard deviations (1.4826 × the median absolute deviation) of the levelled surface;
/// in Gaussian heights one point in 10¹⁵ is. Instruments make them where they lose the signal.
/// </remarks>
/// <param name="Count">Number of spikes.</param>
/// <param name="Share">Share of Sq² that they carry.</param>
public readonly record struct SurfaceSpikes(int Count, double Share)
{
    private const double Limit = 8;
    private const double GaussianDeviation = 1.4826;

    /// <summary>Spikes of a levelled surface.</summary>
    public static SurfaceSpikes Of(HeightMap levelled)
    {
        double[] heights = [.. levelled.Heights.Where(double.IsFinite)];
        double median = Median(heights);
        double deviation = GaussianDeviation * Median([.. heights.Select(h => Math.Abs(h - median))]);
        double[] spikes = [.. heights.Where(h => deviation > 0 && Math.Abs(h - median) > Limit * deviation)];
        double total = heights.Sum(h => (h - median) * (h - median));
        return new(spikes.Length, total > 0 ? spikes.Sum(h => (h - median) * (h - median)) / total : 0);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
