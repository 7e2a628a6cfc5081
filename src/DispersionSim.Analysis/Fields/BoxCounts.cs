using System.Numerics;

namespace DispersionSim.Analysis;

/// <summary>Voxels of a label in boxes of any size, from a table of sums (Crow 1984).</summary>
public sealed class BoxCounts
{
    private readonly int[] sums;
    private readonly int[] shape;

    /// <summary>Sums of a label.</summary>
    public BoxCounts(VoxelField field, byte label)
    {
        shape = [.. field.Shape];
        int n1 = shape[1] + 1, n2 = shape[2] + 1;
        sums = new int[(shape[0] + 1) * n1 * n2];
        for (int i = 0, from = 0; i < shape[0]; i++)
        {
            for (int j = 0; j < shape[1]; j++)
            {
                int row = 0, at = ((((i + 1) * n1) + j + 1) * n2) + 1;
                for (int k = 0; k < shape[2]; k++, from++, at++)
                {
                    row += field.Labels[from] == label ? 1 : 0;
                    sums[at] = row + sums[at - n2] + sums[at - (n1 * n2)] - sums[at - (n1 * n2) - n2];
                }
            }
        }
    }

    /// <summary>Edge of a box along an axis; an axis of one voxel has boxes of one.</summary>
    public int Edge(int axis, int window) => shape[axis] == 1 ? 1 : window;

    /// <summary>Lacunarity Λ = ⟨M²⟩/⟨M⟩² over all positions of a gliding box (Allain and Cloitre 1991, Phys. Rev. A 44, 3552).</summary>
    public double Lacunarity(int window, int threads)
    {
        BoxMoments m = Over(window, 1, threads);
        return m.Sum > 0 ? m.Squares * m.Boxes / (m.Sum * m.Sum) : double.NaN;
    }

    /// <summary>Whole tiles by blocks of them, up to four along each axis: number, sum of their voxels of the label, and of the squares; what is left over at the far ends is not used.</summary>
    public BlockSums Tiles(int window)
    {
        int[] tiles = [.. Enumerable.Range(0, 3).Select(axis => Places(axis, window, window))], parts = [.. tiles.Select(t => Math.Min(FieldBlocks.PerAxis, t))];
        var blocks = new BlockSums(parts[0] * parts[1] * parts[2], 3);
        for (int line = 0; line < tiles[0] * tiles[1]; line++)
        {
            (int a, int b) = (line / tiles[1], line % tiles[1]);
            int first = ((a * parts[0] / tiles[0] * parts[1]) + (b * parts[1] / tiles[1])) * parts[2];
            for (int c = 0; c < parts[2]; c++)
            {
                BoxMoments m = Row(a * Edge(0, window), b * Edge(1, window), window, window, c * tiles[2] / parts[2], (c + 1) * tiles[2] / parts[2]);
                double[] own = blocks[first + c];
                (own[0], own[1], own[2]) = (own[0] + m.Boxes, own[1] + m.Sum, own[2] + m.Squares);
            }
        }

        return blocks;
    }

    /// <summary>Voxels of a box.</summary>
    public double Volume(int window) => (double)Edge(0, window) * Edge(1, window) * Edge(2, window);

    private BoxMoments Over(int window, int step, int threads)
    {
        (int pages, int rows) = (Places(0, window, step), Places(1, window, step));
        var moments = new BoxMoments[pages * rows];
        Parallel.For(0, moments.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, line => moments[line] = Row(line / rows * Edge(0, step), line % rows * Edge(1, step), window, step, 0, Places(2, window, step)));
        BoxMoments all = default;
        foreach (BoxMoments m in moments)
        {
            all = new(all.Boxes + m.Boxes, all.Sum + m.Sum, all.Squares + m.Squares);
        }

        return all;
    }

    private int Places(int axis, int window, int step) => Math.Max(0, ((shape[axis] - Edge(axis, window)) / Edge(axis, step)) + 1);

    /// <summary>The boxes that begin in a row of voxels, those of some numbers.</summary>
    private BoxMoments Row(int i, int j, int window, int step, int from, int boxes)
    {
        int n1 = shape[1] + 1, n2 = shape[2] + 1, width = Edge(2, window);
        ReadOnlySpan<int> Line(int page, int row) => sums.AsSpan(((page * n1) + row) * n2, n2);
        (int over, int beyond) = (i + Edge(0, window), j + Edge(1, window));
        ReadOnlySpan<int> a = Line(over, beyond), b = Line(i, beyond), c = Line(over, j), d = Line(i, j);
        (double sum, double squares, int k) = (0, 0, from);
        if (Edge(2, step) == 1)
        {
            Vector<double> total = default, ofSquares = default;
            for (; k + Vector<int>.Count <= boxes; k += Vector<int>.Count)
            {
                Vector<int> near = new Vector<int>(a[k..]) - new Vector<int>(b[k..]) - new Vector<int>(c[k..]) + new Vector<int>(d[k..]);
                int f = k + width;
                Vector<int> far = new Vector<int>(a[f..]) - new Vector<int>(b[f..]) - new Vector<int>(c[f..]) + new Vector<int>(d[f..]);
                Vector.Widen(far - near, out Vector<long> low, out Vector<long> high);
                (Vector<double> first, Vector<double> second) = (Vector.ConvertToDouble(low), Vector.ConvertToDouble(high));
                total += first + second;
                ofSquares += (first * first) + (second * second);
            }

            (sum, squares) = (Vector.Sum(total), Vector.Sum(ofSquares));
        }

        for (; k < boxes; k++)
        {
            int e = k * Edge(2, step), f = e + width;
            double m = a[f] - b[f] - c[f] + d[f] - (a[e] - b[e] - c[e] + d[e]);
            (sum, squares) = (sum + m, squares + (m * m));
        }

        return new(boxes - from, sum, squares);
    }
}

/// <summary>Voxels of a label in boxes: how many boxes, the sum of their counts, and of the counts' squares; both exact below 2⁵³.</summary>
public readonly record struct BoxMoments(long Boxes, double Sum, double Squares);
