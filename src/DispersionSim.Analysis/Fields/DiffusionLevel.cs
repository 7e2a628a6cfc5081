namespace DispersionSim.Analysis;

/// <summary>Multigrid over parts that hang together: a level joins what is linked within each block of two by two by two.</summary>
/// <remarks>
/// Unsmoothed aggregation (Notay 2010, ETNA 37, 123) in a symmetric W-cycle of single Gauss–Seidel sweeps. Voxels of one block that are not linked stay apart, so that no
/// wall of the phase is bridged on a coarser level.
/// </remarks>
internal sealed class DiffusionLevel
{
    /// <summary>Parts of constant value are too stiff: a gradual change is corrected by half only (Braess 1995, Computing 55, 379).</summary>
    private const double Overcorrection = 1.8;

    /// <summary>The bits that halving three packed numbers would carry from one into the next.</summary>
    private const long Carried = (1L << 20) | (1L << 41);

    private readonly DiffusionGraph graph;
    private readonly int[] part;
    private readonly double[] work;
    private readonly double[] left;
    private readonly double[] correction;
    private readonly double[] again;
    private readonly DiffusionLevel? coarser;

    /// <summary>A level and all below it.</summary>
    /// <param name="graph">Its system.</param>
    /// <param name="blocks">Place of each node, see <see cref="Place"/>; on return its block.</param>
    public DiffusionLevel(DiffusionGraph graph, long[] blocks)
    {
        this.graph = graph;
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (blocks[i] >> 1) & ~Carried;
        }

        part = Parts(graph, blocks, out int parts);
        work = new double[graph.Count];
        (left, correction, again) = (new double[parts], new double[parts], new double[parts]);
        if (graph.HasLinks)
        {
            var next = new long[parts];
            for (int i = 0; i < part.Length; i++)
            {
                next[part[i]] = blocks[i];
            }

            coarser = new(Joined(graph, part, parts), next);
        }
    }

    /// <summary>Three numbers below 2²⁰ in one.</summary>
    public static long Place(int i, int j, int k) => ((long)i << 42) | ((long)j << 21) | (long)k;

    /// <summary>z ≈ A⁻¹r, symmetric and positive.</summary>
    public void Solve(double[] r, double[] z)
    {
        graph.Forward(r, z, part, left);
        if (coarser is not null)
        {
            coarser.Solve(left, correction);
            coarser.graph.Multiply(correction, again);
            for (int p = 0; p < left.Length; p++)
            {
                left[p] -= again[p];
            }

            coarser.Solve(left, again);
            for (int p = 0; p < left.Length; p++)
            {
                correction[p] = Overcorrection * (correction[p] + again[p]);
            }

            for (int i = 0; i < z.Length; i++)
            {
                z[i] += correction[part[i]];
            }
        }

        r.CopyTo(work, 0);
        graph.Backward(work, z);
    }

    /// <summary>Numbers what is linked within a block, in the order of the first node.</summary>
    private static int[] Parts(DiffusionGraph graph, long[] blocks, out int parts)
    {
        int[] root = [.. Enumerable.Range(0, graph.Count)];
        for (int i = 0; i < root.Length; i++)
        {
            foreach (int j in graph.Before(i))
            {
                if (blocks[i] == blocks[j])
                {
                    (int a, int b) = (Root(root, i), Root(root, j));
                    root[Math.Max(a, b)] = Math.Min(a, b);
                }
            }
        }

        parts = 0;
        for (int i = 0; i < root.Length; i++)
        {
            // A root is the lowest of its part, and all before are numbered already; numbers are negative to tell them from nodes.
            root[i] = root[i] == i ? -1 - parts++ : root[root[i]];
        }

        for (int i = 0; i < root.Length; i++)
        {
            root[i] = -1 - root[i];
        }

        return root;
    }

    private static int Root(int[] root, int a)
    {
        while (root[a] != a)
        {
            root[a] = root[root[a]];
            a = root[a];
        }

        return a;
    }

    /// <summary>The system of parts of constant value: links between parts add up, those within vanish.</summary>
    private static DiffusionGraph Joined(DiffusionGraph fine, int[] part, int parts)
    {
        var start = new int[parts + 1];
        var diagonal = new double[parts];
        Visit(fine, part, (high, low, g) =>
        {
            start[high + 1] += high == low ? 0 : 1;
            diagonal[high] -= high == low ? 2 * g : 0;
        });
        for (int i = 0; i < part.Length; i++)
        {
            diagonal[part[i]] += fine.Diagonal(i);
        }

        for (int p = 0; p < parts; p++)
        {
            start[p + 1] += start[p];
        }

        int[] next = [.. start];
        var before = new int[start[parts]];
        var conductance = new float[before.Length];
        Visit(fine, part, (high, low, g) =>
        {
            if (high != low)
            {
                before[next[high]] = low;
                conductance[next[high]++] = g;
            }
        });
        return Merged(start, before, conductance, diagonal);
    }

    private static void Visit(DiffusionGraph fine, int[] part, Action<int, int, float> visit)
    {
        for (int i = 0; i < part.Length; i++)
        {
            ReadOnlySpan<int> before = fine.Before(i);
            ReadOnlySpan<float> conductance = fine.Conductance(i);
            for (int e = 0; e < before.Length; e++)
            {
                (int a, int b) = (part[i], part[before[e]]);
                visit(Math.Max(a, b), Math.Min(a, b), conductance[e]);
            }
        }
    }

    /// <summary>Adds up links between the same two parts.</summary>
    private static DiffusionGraph Merged(int[] start, int[] before, float[] conductance, double[] diagonal)
    {
        var at = new int[diagonal.Length];
        Array.Fill(at, -1);
        int count = 0;
        for (int p = 0, from = 0; p < diagonal.Length; p++)
        {
            int first = count, end = start[p + 1];
            for (int e = from; e < end; e++)
            {
                (int low, float g) = (before[e], conductance[e]);
                if (at[low] < first)
                {
                    at[low] = count++;
                    (before[at[low]], conductance[at[low]]) = (low, 0);
                }

                conductance[at[low]] += g;
            }

            (from, start[p + 1]) = (end, count);
        }

        return new(start, before[..count], conductance[..count], diagonal);
    }
}
