namespace DispersionSim.Analysis;

/// <summary>Distribution of distances of which some are cut off by the edge of the window.</summary>
/// <remarks>
/// A distance d is seen only where it is not longer than the distance b to the nearest open edge; else all that is known is d &gt; b.
/// F(r) = 1 − Π_{s ≤ r}(1 − deaths(s)/at risk(s)), deaths the seen distances in a step that ends at s, at risk all min(d, b) not below that step. Whether a distance cut
/// off within a step is at risk in it is a matter of convention, of the order of a step: spatstat counts it in the plane and not in space, and so is done here.
/// Without units beyond those of the distances. Source: baddeley-gill-1997.
/// </remarks>
public static class KaplanMeier
{
    /// <summary>F at step, 2·step, …; step k holds distances in ((k − 1)·step, k·step], the first also 0.</summary>
    /// <param name="distances">Distance d and distance to the edge b, m; d infinite where it is beyond the last step.</param>
    /// <param name="step">Thickness of a step, m.</param>
    /// <param name="count">Number of steps.</param>
    /// <param name="cutOffAtRisk">Whether a distance cut off within a step is at risk in it.</param>
    public static double[] Distribution(IEnumerable<(double Distance, double Edge)> distances, double step, int count, bool cutOffAtRisk)
    {
        double[] counts = new double[Length(count)];
        foreach ((double distance, double edge) in distances)
        {
            Count(counts, distance, edge, step, cutOffAtRisk);
        }

        return OfCounts(counts);
    }

    /// <summary>Number of counts for so many steps: at risk, deaths in each step, ends in each.</summary>
    internal static int Length(int steps) => 1 + (2 * steps);

    /// <summary>Counts one distance.</summary>
    internal static void Count(Span<double> counts, double distance, double edge, double step, bool cutOffAtRisk)
    {
        int steps = counts.Length / 2;
        bool isSeen = distance <= edge;
        double last = isSeen || cutOffAtRisk ? Math.Max(0, Math.Ceiling(Math.Min(distance, edge) / step) - 1) : Math.Floor(edge / step) - 1;
        counts[0] += last < 0 ? 0 : 1;
        if (last >= 0 && last < steps)
        {
            counts[1 + (int)last] += isSeen ? 1 : 0;
            counts[1 + steps + (int)last]++;
        }
    }

    /// <summary>F from counts, which may be sums of those of several sets.</summary>
    internal static double[] OfCounts(ReadOnlySpan<double> counts)
    {
        int steps = counts.Length / 2;
        double survival = 1, atRisk = counts[0];
        double[] distribution = new double[steps];
        for (int k = 0; k < steps; k++)
        {
            survival *= atRisk > 0 ? 1 - (counts[1 + k] / atRisk) : 1;
            atRisk -= counts[1 + steps + k];
            distribution[k] = 1 - survival;
        }

        return distribution;
    }
}
