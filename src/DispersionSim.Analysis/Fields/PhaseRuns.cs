using System.Buffers;
using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Unbroken runs of a phase along the last axis, row by row, and the parts that they hang together in.</summary>
internal sealed class PhaseRuns
{
    private readonly VoxelField field;
    private readonly List<(int From, int To)> runs = [];
    private readonly int[] firstOfRow;

    /// <summary>The runs of some labels.</summary>
    public PhaseRuns(VoxelField field, SearchValues<byte> labels)
    {
        this.field = field;
        int length = field.Shape[2];
        firstOfRow = new int[(field.Count / length) + 1];
        for (int row = 0; row + 1 < firstOfRow.Length; row++)
        {
            firstOfRow[row] = runs.Count;
            ReadOnlySpan<byte> line = field.Labels.AsSpan(row * length, length);
            for (int at = 0, from; at < length && (from = line[at..].IndexOfAny(labels)) >= 0;)
            {
                int rest = line[(at + from)..].IndexOfAnyExcept(labels);
                (from, at) = (at + from, rest < 0 ? length : at + from + rest);
                runs.Add(((row * length) + from, (row * length) + at));
            }
        }

        firstOfRow[^1] = runs.Count;
    }

    /// <summary>First voxel and end of each, in the order of the field.</summary>
    public ReadOnlySpan<(int From, int To)> All => CollectionsMarshal.AsSpan(runs);

    /// <summary>Part of each run, numbered as the field's order meets them.</summary>
    /// <param name="byCorners">Whether rows of a page hang together by corners of voxels too; else by faces alone, as pages do.</param>
    /// <param name="count">Number of parts.</param>
    public int[] Parts(bool byCorners, out int count)
    {
        DisjointSets sets = Join(byCorners ? 1 : 0);
        int[] part = new int[sets.Count];
        count = 0;
        for (int run = 0; run < part.Length; run++)
        {
            // A root comes before all that hang on it.
            int root = sets.Root(run);
            part[run] = root == run ? count++ : part[root];
        }

        return part;
    }

    /// <summary>Joins runs of neighbouring rows.</summary>
    private DisjointSets Join(int slack)
    {
        var sets = new DisjointSets(runs.Count);
        (int n1, int n2) = (field.Shape[1], field.Shape[2]);
        for (int row = 0; row + 1 < firstOfRow.Length; row++)
        {
            if (row % n1 > 0)
            {
                Meet(sets, row, row - 1, n2, slack);
            }

            if (row >= n1)
            {
                Meet(sets, row, row - n1, n1 * n2, 0);
            }
        }

        return sets;
    }

    /// <summary>Joins what meets of two rows.</summary>
    private void Meet(DisjointSets sets, int row, int other, int apart, int slack)
    {
        ReadOnlySpan<(int From, int To)> all = All;
        for (int a = firstOfRow[row], b = firstOfRow[other]; a < firstOfRow[row + 1] && b < firstOfRow[other + 1];)
        {
            (int from, int to) = (all[a].From - apart, all[a].To - apart);
            if (from < all[b].To + slack && all[b].From < to + slack)
            {
                sets.Join(a, b);
            }

            (a, b) = to < all[b].To ? (a + 1, b) : (a, b + 1);
        }
    }
}
