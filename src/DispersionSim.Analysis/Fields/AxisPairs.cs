using System.Numerics;
using System.Runtime.CompilerServices;

namespace DispersionSim.Analysis;

/// <summary>Pairs of voxels along the axes with one end in each of two phases, by step; both ends lie in the field, and a pair goes with the block of either end.</summary>
/// <remarks>
/// What the radial mean S₂ scatters by is taken from these: three directions instead of all scatter a little more. Were a pair to go with the block of one end alone, leaving out a block would leave half of
/// what its voxels do to S₂; with either end, an interval is, if anything, too wide.
/// </remarks>
internal sealed class AxisPairs
{
    private readonly VoxelField field;
    private readonly FieldBlocks blocks;
    private readonly int stride;
    private readonly byte[] first;
    private readonly byte[] second;
    private readonly double[] whole;
    private readonly BlockSums sums;

    /// <summary>Counts pairs.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">Phase of one end.</param>
    /// <param name="other">Phase of the other; either end may be in either.</param>
    /// <param name="steps">Steps 0, 1, 2 … voxels.</param>
    /// <param name="threads">Threads; the counts do not depend on them.</param>
    public AxisPairs(VoxelField field, byte label, byte other, int steps, int threads)
    {
        (this.field, blocks, Steps) = (field, FieldBlocks.Of(field), steps);

        // Behind each row there is nothing for longer than any step, so that no step needs to look where it ends.
        stride = (field.Shape[2] + steps + Vector<byte>.Count) / Vector<byte>.Count * Vector<byte>.Count;
        first = Indicate(label);
        second = other == label ? first : Indicate(other);
        whole = new double[2 * 3 * steps];
        sums = new(blocks.Count, whole.Length, whole);
        int[] axes = [.. field.Axes];
        Parallel.For(0, axes.Length * steps, new ParallelOptions { MaxDegreeOfParallelism = threads }, k =>
        {
            (int axis, int step) = (axes[k % axes.Length], k / axes.Length);
            Count(first, second, axis, step);
            if (first != second)
            {
                Count(second, first, axis, step);
            }

            Possible(axis, step, first == second ? 1 : 2);
        });
    }

    public int Steps { get; }

    public BlockSums Sums => sums;

    /// <summary>Probability of a pair along an axis, of sums; NaN for steps that do not fit.</summary>
    public double[] Along(double[] of, int axis) => [.. Enumerable.Range(0, Steps).Select(s => of[At(axis, s)] / of[At(axis, s) + 1])];

    /// <summary>Probability of a pair along any axis.</summary>
    public double[] Mean(double[] of) => [.. Enumerable.Range(0, Steps).Select(s => Enumerable.Range(0, 3).Sum(a => of[At(a, s)]) / Enumerable.Range(0, 3).Sum(a => of[At(a, s) + 1]))];

    private int At(int axis, int step) => 2 * ((axis * Steps) + step);

    private byte[] Indicate(byte label)
    {
        int rows = field.Shape[0] * field.Shape[1], length = field.Shape[2];
        byte[] inside = new byte[(rows * stride) + Steps];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> from = field.Labels.AsSpan(row * length, length);
            Span<byte> to = inside.AsSpan(row * stride, length);
            for (int k = 0; k < from.Length; k++)
            {
                to[k] = from[k] == label ? (byte)1 : (byte)0;
            }
        }

        return inside;
    }

    /// <summary>Adds the pairs of one step: rows whose ends lie in the same two blocks are added up place by place, then split among the blocks along axis 2.</summary>
    private void Count(byte[] from, byte[] to, int axis, int step)
    {
        (int n0, int n1) = (field.Shape[0], field.Shape[1]);
        (int onPages, int onRows, int onColumns) = (axis == 0 ? step : 0, axis == 1 ? step : 0, axis == 2 ? step : 0);
        byte[] together = new byte[stride];
        for (int i = 0; i + onPages < n0; i++)
        {
            for (int j = 0, end; j + onRows < n1; j = end)
            {
                (int here, int there) = (blocks.Block(i, j), blocks.Block(i + onPages, j + onRows));

                // A byte holds the sum of 255 rows.
                for (end = j; end + onRows < n1 && end < j + 255 && blocks.Block(i, end) == here && blocks.Block(i + onPages, end + onRows) == there; end++)
                {
                    Add(from.AsSpan(((i * n1) + end) * stride, stride), to.AsSpan(((((i + onPages) * n1) + end + onRows) * stride) + onColumns, stride), together);
                }

                Split(together, here, there, onColumns, At(axis, step));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> together)
    {
        for (int k = 0; k < together.Length; k += Vector<byte>.Count)
        {
            (new Vector<byte>(together[k..]) + (new Vector<byte>(a[k..]) & new Vector<byte>(b[k..]))).CopyTo(together[k..]);
        }
    }

    private void Split(Span<byte> together, int here, int there, int onColumns, int at)
    {
        for (int k = 0; k + onColumns < field.Shape[2]; k++)
        {
            int count = together[k], begun = here + blocks.Along(k), ended = there + blocks.Along(k + onColumns);
            whole[at] += count;
            sums[begun][at] += count;
            sums[ended][at] += ended == begun ? 0 : count;
        }

        together.Clear();
    }

    /// <summary>Adds how many pairs there could be: in all, and with an end in each block.</summary>
    private void Possible(int axis, int step, int ways)
    {
        int[][] edges = [blocks.Edges(0), blocks.Edges(1), blocks.Edges(2)];
        whole[At(axis, step) + 1] = (double)ways * field.Count / field.Shape[axis] * Math.Max(0, field.Shape[axis] - step);
        int block = 0;
        for (int a = 0; a + 1 < edges[0].Length; a++)
        {
            for (int b = 0; b + 1 < edges[1].Length; b++)
            {
                for (int c = 0; c + 1 < edges[2].Length; c++, block++)
                {
                    sums[block][At(axis, step) + 1] = (double)ways * Length(0, a) * Length(1, b) * Length(2, c);
                }
            }
        }

        // Pairs that begin in a block and those that end in it, less those that do both.
        int Length(int along, int b)
        {
            (int low, int high, int n) = (edges[along][b], edges[along][b + 1], field.Shape[along]);
            return along != axis ? high - low : Math.Max(0, Math.Min(high, n - step) - low) + Math.Max(0, high - Math.Max(low, step)) - Math.Max(0, high - low - step);
        }
    }
}
