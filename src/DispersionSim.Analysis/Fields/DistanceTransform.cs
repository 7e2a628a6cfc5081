namespace DispersionSim.Analysis;

/// <summary>Distance of each voxel of a phase to the nearest voxel outside it, centre to centre; the border of the field is no obstacle.</summary>
/// <remarks>Exact: squared distances by lower envelopes of parabolas, one axis after the other (Felzenszwalb and Huttenlocher 2012, Theory of Computing 8, 415).</remarks>
public static class DistanceTransform
{
    /// <summary>More than any squared distance, and no overflow when one is added to it.</summary>
    private const int Far = int.MaxValue / 4;

    /// <summary>Lines side by side that are taken together: a cache line of them.</summary>
    private const int Abreast = 16;

    /// <summary>Squared distances in voxels; 0 outside the phase. Where there is nothing outside, all are <see cref="int.MaxValue"/>/4.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase.</param>
    /// <param name="threads">Threads.</param>
    public static int[] Squared(VoxelField field, byte label, int threads)
    {
        byte[] labels = field.Labels;
        var squared = new int[labels.Length];
        for (int at = 0; at < squared.Length; at++)
        {
            squared[at] = labels[at] == label ? Far : 0;
        }

        foreach (int axis in field.Axes.Reverse())
        {
            Pass(field, squared, axis, threads);
        }

        return squared;
    }

    private static void Pass(VoxelField field, int[] squared, int axis, int threads)
    {
        int n = field.Shape[axis], stride = field.Stride(axis);
        int[] lines = [.. field.Lines(axis)];
        Parallel.For(
            0,
            (lines.Length + 255) / 256,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            block =>
            {
                var envelope = new Envelope(n);
                int[] side = new int[Abreast * n];
                int last = Math.Min(lines.Length, (block + 1) * 256);
                for (int first = block * 256, count; first < last; first += count)
                {
                    count = 1;
                    while (stride > 1 && count < Abreast && first + count < last && lines[first + count] == lines[first] + count)
                    {
                        count++;
                    }

                    Turn(squared, lines[first], stride, side, count, n, back: false);
                    for (int k = 0; k < count; k++)
                    {
                        envelope.Take(side.AsSpan(k * n, n));
                    }

                    Turn(squared, lines[first], stride, side, count, n, back: true);
                }
            });
    }

    /// <summary>Copies lines that lie side by side one behind the other, or back: what is read of them together lies in one cache line.</summary>
    private static void Turn(int[] squared, int line, int stride, int[] side, int count, int n, bool back)
    {
        for (int p = 0; p < n; p++)
        {
            Span<int> across = squared.AsSpan(line + (p * stride), count);
            for (int k = 0; k < across.Length; k++)
            {
                if (back)
                {
                    across[k] = side[(k * n) + p];
                }
                else
                {
                    side[(k * n) + p] = across[k];
                }
            }
        }
    }

    /// <summary>The lower envelope of the parabolas f(q) + (p − q)² over one line.</summary>
    private sealed class Envelope(int n)
    {
        private readonly int[] height = new int[n];
        private readonly int[] apex = new int[n];
        private readonly int[] from = new int[n + 1];

        public void Take(Span<int> squared)
        {
            squared.CopyTo(height);
            int count = Build();
            for (int p = 0, k = 0; p < squared.Length && count > 0; p++)
            {
                if (squared[p] == 0)
                {
                    continue;
                }

                while (k + 1 < count && from[k + 1] <= p)
                {
                    k++;
                }

                int away = p - apex[k];
                squared[p] = height[apex[k]] + (away * away);
            }
        }

        /// <summary>Apexes in order, and the first place at which each is the lowest.</summary>
        private int Build()
        {
            int count = 0;
            for (int q = 0; q < n; q++)
            {
                // Between two that are outside, one outside is nearest to itself alone.
                if (height[q] >= Far || (height[q] == 0 && q > 0 && q + 1 < n && height[q - 1] == 0 && height[q + 1] == 0))
                {
                    continue;
                }

                while (count > 0 && Overtakes(apex[count - 1], q) <= from[count - 1])
                {
                    count--;
                }

                int start = count == 0 ? 0 : Overtakes(apex[count - 1], q);
                if (start < n)
                {
                    (apex[count], from[count]) = (q, start);
                    count++;
                }
            }

            return count;
        }

        /// <summary>First place p ≥ 0 at which the parabola of q lies at or below that of an earlier apex.</summary>
        private int Overtakes(int earlier, int q)
        {
            long above = height[q] + ((long)q * q) - height[earlier] - ((long)earlier * earlier);
            int twice = 2 * (q - earlier);
            return above <= 0 ? 0 : (int)Math.Min(n, (above + twice - 1) / twice);
        }
    }
}
