using System.Runtime.InteropServices;

namespace DispersionSim.Analysis;

/// <summary>Parts of one label that hang together through faces (six neighbours), and which of them reach from end to end.</summary>
public sealed class ConnectedParts
{
    private readonly VoxelField field;
    private readonly int[] part;
    private readonly int[] size;

    /// <summary>The parts of a label.</summary>
    /// <param name="field">The field.</param>
    /// <param name="conducts">Whether a label belongs to the phase.</param>
    public ConnectedParts(VoxelField field, Func<byte, bool> conducts)
    {
        this.field = field;
        bool[] inside = [.. Enumerable.Range(0, 256).Select(l => conducts((byte)l))];
        (List<(int From, int To)> runs, int[] firstOfRow) = Runs(field, inside);
        int[] root = Join(field, runs, firstOfRow), number = new int[runs.Count];
        part = new int[field.Count];
        Array.Fill(part, -1);
        var sizes = new List<int>();
        for (int run = 0; run < runs.Count; run++)
        {
            // A root comes before all that hang on it.
            if (root[run] == run)
            {
                number[run] = sizes.Count;
                sizes.Add(0);
            }

            (int from, int to) = runs[run];
            number[run] = number[Find(root, run)];
            CollectionsMarshal.AsSpan(sizes)[number[run]] += to - from;
            Array.Fill(part, number[run], from, to - from);
        }

        size = [.. sizes];
    }

    /// <summary>Number of parts.</summary>
    public int Count => size.Length;

    /// <summary>Voxels of each part.</summary>
    public int[] Sizes => [.. size];

    /// <summary>Share of the phase in its largest part; NaN where the phase is absent.</summary>
    public double LargestShare => size.Length == 0 ? double.NaN : size.Max() / (double)size.Sum(s => (long)s);

    /// <summary>Part of each voxel, from 0; −1 outside the phase.</summary>
    public ReadOnlySpan<int> Parts => part;

    /// <summary>Voxels of the parts that touch both end faces along an axis.</summary>
    public bool[] Percolating(int axis)
    {
        var first = new bool[Count];
        var through = new bool[Count];
        int last = (field.Shape[axis] - 1) * field.Stride(axis);
        foreach (int line in field.Lines(axis))
        {
            if (part[line] >= 0)
            {
                first[part[line]] = true;
            }
        }

        foreach (int line in field.Lines(axis))
        {
            if (part[line + last] >= 0)
            {
                through[part[line + last]] |= first[part[line + last]];
            }
        }

        return through;
    }

    /// <summary>Share of all voxels in parts that touch both end faces along an axis.</summary>
    public double PercolatingFraction(int axis)
    {
        bool[] through = Percolating(axis);
        return size.Where((_, p) => through[p]).Sum(s => (long)s) / (double)field.Count;
    }

    /// <summary>Unbroken runs along the last axis, row by row, and the first of each row.</summary>
    private static (List<(int From, int To)> Runs, int[] FirstOfRow) Runs(VoxelField field, bool[] inside)
    {
        int length = field.Shape[2], rows = field.Count / length;
        var runs = new List<(int From, int To)>();
        int[] first = new int[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            first[row] = runs.Count;
            for (int at = row * length, end = at + length; at < end; at++)
            {
                int from = at;
                while (at < end && inside[field.Labels[at]])
                {
                    at++;
                }

                if (at > from)
                {
                    runs.Add((from, at));
                }
            }
        }

        first[rows] = runs.Count;
        return (runs, first);
    }

    /// <summary>Union–find over runs that lie face to face in neighbouring rows; roots are the lowest run of their part.</summary>
    private static int[] Join(VoxelField field, List<(int From, int To)> runs, int[] firstOfRow)
    {
        int[] root = [.. Enumerable.Range(0, runs.Count)];
        (int n1, int n2) = (field.Shape[1], field.Shape[2]);
        for (int row = 0; row + 1 < firstOfRow.Length; row++)
        {
            if (row % n1 > 0)
            {
                Meet(row - 1, n2);
            }

            if (row >= n1)
            {
                Meet(row - n1, n1 * n2);
            }

            void Meet(int other, int apart)
            {
                for (int a = firstOfRow[row], b = firstOfRow[other]; a < firstOfRow[row + 1] && b < firstOfRow[other + 1];)
                {
                    if (runs[a].From - apart < runs[b].To && runs[b].From < runs[a].To - apart)
                    {
                        Union(root, a, b);
                    }

                    (a, b) = runs[a].To - apart < runs[b].To ? (a + 1, b) : (a, b + 1);
                }
            }
        }

        return root;
    }

    private static void Union(int[] root, int a, int b)
    {
        (a, b) = (Find(root, a), Find(root, b));
        root[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Find(int[] root, int a)
    {
        while (root[a] != a)
        {
            root[a] = root[root[a]];
            a = root[a];
        }

        return a;
    }
}
