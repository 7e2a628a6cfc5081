using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Ripley's K between two kinds of points: how many of one lie about one of the other.</summary>
/// <remarks>
/// K_ab(r) = V/(n_a n_b) Σ_{i∈a, j∈b} 1(d_ij ≤ r)/Π_open(1 − |Δ_k|/L_k), m³ (m² in the plane), a ≠ b; translation correction as in <see cref="PairCorrelation"/>.
/// Independent kinds: the volume of a ball, whatever each kind does by itself. Range: half the shortest side. Source: ripley-1976.
/// </remarks>
public static class CrossRipley
{
    /// <summary>K_ab at step, 2·step, ….</summary>
    /// <param name="sample">Points of every kind.</param>
    /// <param name="kinds">Kind of each point.</param>
    /// <param name="first">Kind a.</param>
    /// <param name="second">Kind b, another one.</param>
    /// <param name="step">Step of r, m.</param>
    /// <param name="count">Number of r.</param>
    public static double[] Of(PointSample sample, int[] kinds, int first, int second, double step, int count)
    {
        // Pairs of unlike points are those of both kinds together less those within each.
        double[] a = Pairs(kind => kind == first), b = Pairs(kind => kind == second), both = Pairs(kind => kind == first || kind == second);
        double scale = sample.Measure / ((double)kinds.Count(k => k == first) * kinds.Count(k => k == second)), sum = 0;
        return [.. both.Select((w, k) => scale * (sum += (w - a[k] - b[k]) / 2))];

        double[] Pairs(Func<int, bool> taken) =>
            PairCorrelation.WeightedPairs(sample.Window, [.. sample.Positions.Where((_, i) => taken(kinds[i]))], step, count);
    }
}
