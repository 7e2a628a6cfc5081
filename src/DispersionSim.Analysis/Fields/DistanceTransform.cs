namespace DispersionSim.Analysis;

/// <summary>Distance of each voxel of a phase to the nearest voxel outside it, centre to centre; the border of the field is no obstacle.</summary>
/// <remarks>Exact: squared distances by lower envelopes of parabolas, one axis after the other (Felzenszwalb and Huttenlocher 2012, Theory of Computing 8, 415).</remarks>
public static class DistanceTransform
{
    /// <summary>More than any squared distance, and no overflow when one is added to it.</summary>
    private const int Far = int.MaxValue / 4;

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
                foreach (int line in lines.AsSpan(block * 256, Math.Min(256, lines.Length - (block * 256))))
                {
                    envelope.Take(squared, line, stride);
                }
            });
    }

    /// <summary>The lower envelope of the parabolas f(q) + (p − q)² over one line.</summary>
    private sealed class Envelope(int n)
    {
        private readonly int[] height = new int[n];
        private readonly int[] apex = new int[n];
        private readonly int[] from = new int[n + 1];

        public void Take(int[] squared, int line, int stride)
        {
            for (int p = 0; p < n; p++)
            {
                height[p] = squared[line + (p * stride)];
            }

            int count = Build();
            for (int p = 0, k = 0; p < n && count > 0; p++)
            {
                while (k + 1 < count && from[k + 1] <= p)
                {
                    k++;
                }

                int away = p - apex[k];
                squared[line + (p * stride)] = height[apex[k]] + (away * away);
            }
        }

        /// <summary>Apexes in order, and the first place at which each is the lowest.</summary>
        private int Build()
        {
            int count = 0;
            for (int q = 0; q < n; q++)
            {
                if (height[q] >= Far)
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
