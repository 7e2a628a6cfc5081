using System.Buffers;

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
        var runs = new PhaseRuns(field, SearchValues.Create([.. Enumerable.Range(0, 256).Select(l => (byte)l).Where(conducts)]));
        int[] of = runs.Parts(byCorners: false, out int count);
        (part, size) = (new int[field.Count], new int[count]);
        Array.Fill(part, -1);
        for (int run = 0; run < of.Length; run++)
        {
            (int from, int to) = runs.All[run];
            size[of[run]] += to - from;
            Array.Fill(part, of[run], from, to - from);
        }
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
}
