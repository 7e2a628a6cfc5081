namespace DispersionSim.Analysis;

/// <summary>Parts touching particles of a picture at their necks.</summary>
/// <remarks>
/// A watershed of the distance to the outside (Beucher and Lantuéjoul 1979): pixels are taken from the deepest on and join the basin that they touch; where two basins meet
/// at a saddle not deep below the shallower one's top, they are one.
/// </remarks>
public static class ParticleBasins
{
    /// <summary>Basin of each pixel, from 0; −1 outside.</summary>
    /// <param name="field">A field of one page.</param>
    /// <param name="label">The particles' label.</param>
    /// <param name="split">Depth of a neck at which basins are parted, as a share of the shallower one's depth; 0 parts nothing.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="count">Number of basins.</param>
    public static int[] Of(VoxelField field, byte label, double split, int threads, out int count)
    {
        int[] squared = DistanceTransform.Squared(field, label, threads);
        var flood = new Flood(field, squared, split);
        foreach (int at in DeepestFirst(squared))
        {
            flood.Take(at);
        }

        return flood.Number(out count);
    }

    /// <summary>Pixels inside, sorted by counting; those of one depth in their order in the picture.</summary>
    private static int[] DeepestFirst(int[] squared)
    {
        int[] next = new int[squared.Max() + 1];
        foreach (int s in squared)
        {
            next[s]++;
        }

        int inside = 0;
        for (int s = next.Length - 1; s > 0; s--)
        {
            (next[s], inside) = (inside, inside + next[s]);
        }

        int[] order = new int[inside];
        for (int i = 0; i < squared.Length; i++)
        {
            if (squared[i] > 0)
            {
                order[next[squared[i]]++] = i;
            }
        }

        return order;
    }

    private sealed class Flood(VoxelField field, int[] squared, double split)
    {
        private const double LeastDepth = 0.5;

        private readonly int[] basin = Outside(squared.Length);
        private readonly List<int> parent = [];
        private readonly List<double> top = [];

        public void Take(int at)
        {
            (int w, int h) = (field.Shape[2], field.Shape[1]);
            int x = at % w, y = at / w;
            double depth = Math.Sqrt(squared[at]);
            int own = -1;
            for (int b = Math.Max(0, y - 1); b <= Math.Min(h - 1, y + 1); b++)
            {
                for (int a = Math.Max(0, x - 1); a <= Math.Min(w - 1, x + 1); a++)
                {
                    int other = basin[(b * w) + a] < 0 ? -1 : Root(basin[(b * w) + a]);
                    own = other < 0 || other == own ? own : own < 0 ? other : Meet(own, other, depth);
                }
            }

            if (own < 0)
            {
                own = parent.Count;
                parent.Add(own);
                top.Add(depth);
            }

            basin[at] = own;
        }

        private static int[] Outside(int count)
        {
            int[] none = new int[count];
            Array.Fill(none, -1);
            return none;
        }

        public int[] Number(out int count)
        {
            var number = new Dictionary<int, int>();
            for (int i = 0; i < basin.Length; i++)
            {
                if (basin[i] >= 0)
                {
                    int root = Root(basin[i]);
                    if (!number.TryGetValue(root, out int k))
                    {
                        number[root] = k = number.Count;
                    }

                    basin[i] = k;
                }
            }

            count = number.Count;
            return basin;
        }

        /// <summary>Two basins at a saddle: one where it is shallow; else the pixel goes to the deeper.</summary>
        private int Meet(int a, int b, double saddle)
        {
            (int deep, int shallow) = top[a] > top[b] || (top[a] == top[b] && a < b) ? (a, b) : (b, a);
            if (split <= 0 || top[shallow] - saddle < LeastDepth + (split * top[shallow]))
            {
                parent[shallow] = deep;
            }

            return deep;
        }

        private int Root(int k)
        {
            while (parent[k] != k)
            {
                parent[k] = parent[parent[k]];
                k = parent[k];
            }

            return k;
        }
    }
}
