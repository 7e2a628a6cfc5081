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
        part = Join(field, inside);
        var sizes = new List<int>();
        for (int i = 0; i < part.Length; i++)
        {
            // A root comes before all that hang on it: parents are always the lower index.
            if (part[i] == i)
            {
                part[i] = -2 - sizes.Count;
                sizes.Add(1);
            }
            else if (part[i] >= 0)
            {
                part[i] = part[part[i]];
                CollectionsMarshal.AsSpan(sizes)[-2 - part[i]]++;
            }
        }

        for (int i = 0; i < part.Length; i++)
        {
            part[i] = part[i] == -1 ? -1 : -2 - part[i];
        }

        size = [.. sizes];
    }

    /// <summary>Number of parts.</summary>
    public int Count => size.Length;

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

    /// <summary>Union–find over faces; a voxel outside has −1, a root itself.</summary>
    private static int[] Join(VoxelField field, bool[] inside)
    {
        var root = new int[field.Count];
        byte[] labels = field.Labels;
        (int n1, int n2) = (field.Shape[1], field.Shape[2]);
        int slab = n1 * n2;
        for (int i = 0, at = 0; i < field.Shape[0]; i++)
        {
            for (int j = 0; j < n1; j++)
            {
                for (int k = 0; k < n2; k++, at++)
                {
                    if (!inside[labels[at]])
                    {
                        root[at] = -1;
                        continue;
                    }

                    root[at] = at;
                    Union(root, at, k > 0 ? at - 1 : -1);
                    Union(root, at, j > 0 ? at - n2 : -1);
                    Union(root, at, i > 0 ? at - slab : -1);
                }
            }
        }

        for (int at = 0; at < root.Length; at++)
        {
            root[at] = root[at] < 0 ? -1 : root[root[at]];
        }

        return root;
    }

    private static void Union(int[] root, int a, int b)
    {
        if (b < 0 || root[b] < 0)
        {
            return;
        }

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
