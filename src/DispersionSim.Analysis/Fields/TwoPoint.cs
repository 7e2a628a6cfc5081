using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Analysis;

/// <summary>Two-point probability S₂(r): that both ends of a step r lie in the phase, or one in each of two phases (Torquato 2002, §2.2).</summary>
/// <remarks>
/// Periodic: all pairs on the torus, by Fourier transform; the counts are whole numbers and rounded to them (<see cref="PairCounts"/>). Not periodic: the pairs that both lie in the field, over
/// the number of such pairs.
/// </remarks>
public static class TwoPoint
{
    /// <summary>S₂ on the torus, mean over all steps whose length rounds to a bin.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase.</param>
    /// <param name="other">The phase of the other end.</param>
    /// <param name="bins">Bins, from length 0 on in voxels.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="second">Field that the other phase is taken from, of the same shape; the same one where null.</param>
    public static double[] Radial(VoxelField field, byte label, byte other, int bins, int threads, VoxelField? second = null)
    {
        var counts = new PairCounts(field, label, other, threads, second);
        var found = new Bins(counts, bins);
        counts.Lines(found.Add);
        return found.Mean(field.Count);
    }

    /// <summary>Counts of pairs by the length of their step, added up by several threads.</summary>
    private sealed class Bins
    {
        private readonly PairCounts counts;
        private readonly double[] sums;
        private readonly long[] steps;
        private readonly int[] binOfSquare;
        private readonly Lock gate = new();

        public Bins(PairCounts counts, int count)
        {
            (this.counts, sums, steps) = (counts, new double[count], new long[count]);
            int most = (int)Math.Floor((count - 0.5) * (count - 0.5));
            binOfSquare = [.. Enumerable.Range(0, most + 1).Select(square => (int)Math.Round(Math.Sqrt(square)))];
        }

        /// <summary>Adds the counts at steps i, j and each k: over all signs a whole number, up to rounding.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Add(int i, int j, ReadOnlySpan<double> line)
        {
            int across = (i * i) + (j * j), signs = counts.Signs(0, i) * counts.Signs(1, j);
            lock (gate)
            {
                for (int k = 0, square = across; k < line.Length && (square = across + (k * k)) < binOfSquare.Length; k++)
                {
                    int all = signs * counts.Signs(2, k), bin = binOfSquare[square];
                    sums[bin] += Math.Round(all * line[k]);
                    steps[bin] += all;
                }
            }
        }

        public double[] Mean(int voxels) => [.. sums.Select((s, b) => s / ((double)steps[b] * voxels))];
    }

    /// <summary>S₂ along an axis, for steps of 0, 1, 2 … voxels.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="periodic">Whether steps leave at one end and come in at the other.</param>
    /// <param name="threads">Threads.</param>
    public static double[] Along(VoxelField field, byte label, int axis, int steps, bool periodic, int threads)
    {
        int n = field.Shape[axis], stride = field.Stride(axis), block = stride * n;
        bool[] inside = [.. field.Labels.Select(l => l == label)];
        var found = new double[Math.Min(steps, n)];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, step =>
        {
            long both = 0;
            for (int from = 0; from < inside.Length; from += block)
            {
                both += Both(inside, from, from + (step * stride), (n - step) * stride);
                both += periodic ? Both(inside, from + ((n - step) * stride), from, step * stride) : 0;
            }

            found[step] = both / (periodic ? field.Count : (double)field.Count / n * (n - step));
        });
        return found;
    }

    private static long Both(bool[] inside, int a, int b, int length)
    {
        ReadOnlySpan<byte> x = MemoryMarshal.AsBytes(inside.AsSpan(a, length)), y = MemoryMarshal.AsBytes(inside.AsSpan(b, length));
        long sum = 0;
        int k = 0;
        while (k + Vector<byte>.Count <= length)
        {
            // Bytes hold 255 such sums before they overflow.
            Vector<byte> some = default;
            for (int r = 0; r < 255 && k + Vector<byte>.Count <= length; r++, k += Vector<byte>.Count)
            {
                some += new Vector<byte>(x[k..]) & new Vector<byte>(y[k..]);
            }

            Vector.Widen(some, out Vector<ushort> low, out Vector<ushort> high);
            sum += Vector.Sum(low) + Vector.Sum(high);
        }

        for (; k < length; k++)
        {
            sum += x[k] & y[k];
        }

        return sum;
    }
}
