namespace DispersionSim.Analysis;

/// <summary>Grey values that part a picture into classes so that the variance between them is greatest (Otsu 1979, IEEE Trans. SMC 9, 62).</summary>
/// <param name="Levels">Values between classes, ascending.</param>
/// <param name="Means">Mean grey value of each class.</param>
public sealed record GreyThreshold(double[] Levels, double[] Means)
{
    private const int Bins = 256;

    /// <summary>Values that are counted together; sums are added part by part, so that they do not depend on the number of threads.</summary>
    private const int Part = 1 << 18;

    /// <summary>Otsu's rule for two to four classes.</summary>
    /// <param name="values">Grey values.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="threads">Threads.</param>
    public static GreyThreshold Otsu(float[] values, int classes, int threads = 1)
    {
        (float least, float greatest) = Range(values, threads);
        double low = least, high = greatest, width = (high - low) / Bins;
        var count = new double[Bins + 1];
        var sum = new double[Bins + 1];
        foreach ((double[] counted, double[] summed) in Parts(values, threads, part => Histogram(part, low, width)))
        {
            for (int k = 1; k <= Bins; k++)
            {
                count[k] += counted[k];
                sum[k] += summed[k];
            }
        }

        for (int k = 1; k <= Bins; k++)
        {
            count[k] += count[k - 1];
            sum[k] += sum[k - 1];
        }

        int[] edges = Best(classes, (a, b) => count[b] > count[a] ? (sum[b] - sum[a]) * (sum[b] - sum[a]) / (count[b] - count[a]) : 0);
        int[] all = [0, .. edges, Bins];
        return new([.. edges.Select(e => low + ((e + Beyond(e)) / 2.0 * width))], [.. Enumerable.Range(0, classes).Select(k => (sum[all[k + 1]] - sum[all[k]]) / Math.Max(1, count[all[k + 1]] - count[all[k]]))]);

        // Every edge in a gap of the histogram parts the same classes: the level is its middle.
        int Beyond(int edge)
        {
            int last = edge;
            while (last < Bins && count[last + 1] == count[edge])
            {
                last++;
            }

            return last;
        }
    }

    /// <summary>The darkest and the brightest of values.</summary>
    public static (float Low, float High) Range(float[] values, int threads = 1)
    {
        (float Low, float High)[] parts = Parts(values, threads, part =>
        {
            (float low, float high) = (part[0], part[0]);
            foreach (float v in part)
            {
                (low, high) = (MathF.Min(low, v), MathF.Max(high, v));
            }

            return (low, high);
        });
        return (parts.Min(p => p.Low), parts.Max(p => p.High));
    }

    private delegate T OfPart<out T>(ReadOnlySpan<float> part);

    private static T[] Parts<T>(float[] values, int threads, OfPart<T> of)
    {
        var parts = new T[(values.Length + Part - 1) / Part];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => parts[k] = of(values.AsSpan(k * Part, Math.Min(Part, values.Length - (k * Part)))));
        return parts;
    }

    /// <summary>Number and sum of the values of each bin, from index 1 on.</summary>
    private static (double[] Count, double[] Sum) Histogram(ReadOnlySpan<float> values, double low, double width)
    {
        (double[] count, double[] sum) = (new double[Bins + 1], new double[Bins + 1]);
        foreach (float v in values)
        {
            int bin = width > 0 ? Math.Min(Bins - 1, (int)((v - low) / width)) : 0;
            count[bin + 1]++;
            sum[bin + 1] += v;
        }

        return (count, sum);
    }

    /// <summary>Edges with the greatest sum over classes, found class by class: the best last edge for each end of the classes before it.</summary>
    private static int[] Best(int classes, Func<int, int, double> score)
    {
        double[] best = [.. Enumerable.Range(0, Bins + 1).Select(b => score(0, b))];
        var from = new int[classes, Bins + 1];
        for (int c = 1; c < classes; c++)
        {
            double[] next = new double[Bins + 1];
            for (int b = 0; b <= Bins; b++)
            {
                next[b] = double.NegativeInfinity;
                for (int a = 0; a <= b; a++)
                {
                    double value = best[a] + score(a, b);
                    if (value > next[b])
                    {
                        (next[b], from[c, b]) = (value, a);
                    }
                }
            }

            best = next;
        }

        var edges = new int[classes - 1];
        for (int c = classes - 1, b = Bins; c > 0; c--)
        {
            b = from[c, b];
            edges[c - 1] = b;
        }

        return edges;
    }
}
