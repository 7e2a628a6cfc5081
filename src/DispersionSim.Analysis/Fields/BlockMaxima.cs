using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Where the largest value of another field like one would lie, from the largest of each block of this one.</summary>
/// <remarks>
/// The largest of many blocks alike follows Gumbel's law, exp(−e^(−(x − a)/b)), b = s√6/π and a = x̄ − γb from mean and standard deviation of the blocks' largest; the largest of B blocks the same with a + b ln B. The interval
/// is that of the middle 95 % of it, and holds what this field has. What lies across two blocks counts in both, which makes it, if anything, a little high. Source: gumbel-1958.
/// </remarks>
internal static class BlockMaxima
{
    private const double Euler = 0.5772156649015329;

    /// <summary>The interval; null of fewer than eight blocks with any value above 0.</summary>
    /// <param name="values">A value a voxel, 0 where there is none.</param>
    /// <param name="blocks">The blocks.</param>
    public static Interval? Interval(float[] values, FieldBlocks blocks)
    {
        double[] all = new double[blocks.Count];
        blocks.Each((from, length, block) =>
        {
            foreach (float value in values.AsSpan(from, length))
            {
                all[block] = Math.Max(all[block], value);
            }
        });
        double[] largest = [.. all.Where(v => v > 0)];
        if (largest.Length < BlockSums.LeastBlocks)
        {
            return null;
        }

        double mean = largest.Average(), most = largest.Max();
        double b = Math.Sqrt(6 * largest.Sum(v => (v - mean) * (v - mean)) / (largest.Length - 1)) / Math.PI, a = mean + (b * (Math.Log(largest.Length) - Euler));
        return new(Math.Min(most, a - (b * Math.Log(-Math.Log(0.025)))), Math.Max(most, a - (b * Math.Log(-Math.Log(0.975)))));
    }

    /// <summary>Share of sorted values that are below one; what differs by rounding alone is alike.</summary>
    public static double ShareBelow(float[] sorted, double value)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value * (1 - 1e-9) ? (middle + 1, high) : (low, middle);
        }

        return (double)low / sorted.Length;
    }
}
