namespace DispersionSim.Analysis;

/// <summary>Global envelope test of a function against simulations of a null, ordered by extreme rank lengths.</summary>
/// <remarks>
/// At each distance the observed and simulated values are ranked from below and from above, ties sharing their mean rank, and the smaller of the two counts. A curve's ranks
/// in rising order, compared as words, order the curves from the most extreme; p is the share of curves at least as extreme as the observed one. The envelope of level α
/// is spanned by the curves that are not among the α most extreme. Source: myllymaki-2017.
/// </remarks>
public sealed record GlobalEnvelope(double P, double[] Low, double[] High)
{
    /// <summary>Tests a curve.</summary>
    /// <param name="observed">The function of the sample.</param>
    /// <param name="simulated">The same of each simulation of the null.</param>
    /// <param name="level">α.</param>
    public static GlobalEnvelope Of(double[] observed, IReadOnlyList<double[]> simulated, double level = 0.05)
    {
        double[][] curves = [observed, .. simulated];
        double[][] ranks = Ranks(curves);
        int[] order = [.. Enumerable.Range(0, curves.Length).Order(Comparer<int>.Create((a, b) => Compare(ranks[a], ranks[b])))];
        int extreme = curves.Length - order.Reverse().TakeWhile(c => Compare(ranks[c], ranks[0]) > 0).Count();

        // Ties with the last curve that stays within are within.
        double[] edge = ranks[order[(int)Math.Floor(level * curves.Length)]];
        double[][] within = [.. Enumerable.Range(0, curves.Length).Where(c => Compare(ranks[c], edge) >= 0).Select(c => curves[c])];
        int[] places = [.. Enumerable.Range(0, observed.Length)];
        return new((double)extreme / curves.Length, [.. places.Select(k => within.Min(c => c[k]))], [.. places.Select(k => within.Max(c => c[k]))]);
    }

    /// <summary>The ranks of each curve, counted from the nearer end and in rising order.</summary>
    private static double[][] Ranks(double[][] curves)
    {
        int length = curves[0].Length, count = curves.Length;
        double[][] ranks = [.. curves.Select(_ => new double[length])];
        int[] order = new int[count];
        for (int k = 0; k < length; k++)
        {
            double[] values = [.. curves.Select(c => c[k])];
            for (int c = 0; c < count; c++)
            {
                order[c] = c;
            }

            Array.Sort([.. values], order);
            for (int first = 0; first < count;)
            {
                int next = first + 1;
                while (next < count && values[order[next]] == values[order[first]])
                {
                    next++;
                }

                double mean = (first + next + 1) / 2.0, rank = Math.Min(mean, count + 1 - mean);
                for (int c = first; c < next; c++)
                {
                    ranks[order[c]][k] = rank;
                }

                first = next;
            }
        }

        foreach (double[] row in ranks)
        {
            Array.Sort(row);
        }

        return ranks;
    }

    private static int Compare(double[] a, double[] b)
    {
        for (int k = 0; k < a.Length; k++)
        {
            if (a[k] != b[k])
            {
                return a[k].CompareTo(b[k]);
            }
        }

        return 0;
    }
}
