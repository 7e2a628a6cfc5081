namespace DispersionSim.Analysis;

/// <summary>Floods parts of a picture that touch nothing else, one after the other; one thread's.</summary>
/// <param name="basins">Basin of each pixel of the picture, −1 where none is: a basin is named by its deepest pixel.</param>
/// <param name="squared">Squared distance to the outside.</param>
/// <param name="width">Pixels a row.</param>
/// <param name="split">Depth of a neck at which basins are parted, as a share of the shallower one's depth.</param>
internal sealed class BasinFlood(int[] basins, int[] squared, int width, double split)
{
    private const double LeastDepth = 0.5;

    private readonly List<int> parent = [], deepest = [];
    private readonly List<double> top = [];
    private int[] order = [], next = [];

    /// <summary>Gives each pixel of a part its basin.</summary>
    /// <param name="runs">First pixel and end of the part's runs, in the order of the picture.</param>
    public void Fill(ReadOnlySpan<(int From, int To)> runs)
    {
        parent.Clear();
        deepest.Clear();
        top.Clear();
        ReadOnlySpan<int> pixels = DeepestFirst(runs);
        foreach (int at in pixels)
        {
            Take(at);
        }

        foreach (int at in pixels)
        {
            basins[at] = deepest[Root(basins[at])];
        }
    }

    /// <summary>Pixels sorted by counting; those of one depth in their order in the picture.</summary>
    private ReadOnlySpan<int> DeepestFirst(ReadOnlySpan<(int From, int To)> runs)
    {
        (int most, int count) = (0, 0);
        foreach ((int from, int to) in runs)
        {
            count += to - from;
            for (int i = from; i < to; i++)
            {
                most = Math.Max(most, squared[i]);
            }
        }

        order = order.Length < count ? new int[count] : order;
        next = next.Length <= most ? new int[most + 1] : next;
        Array.Clear(next, 0, most + 1);
        foreach ((int from, int to) in runs)
        {
            for (int i = from; i < to; i++)
            {
                next[squared[i]]++;
            }
        }

        for (int s = most, before = 0; s > 0; s--)
        {
            (next[s], before) = (before, before + next[s]);
        }

        foreach ((int from, int to) in runs)
        {
            for (int i = from; i < to; i++)
            {
                order[next[squared[i]]++] = i;
            }
        }

        return order.AsSpan(0, count);
    }

    private void Take(int at)
    {
        int x = at % width, y = at / width, height = basins.Length / width, own = -1;
        double depth = Math.Sqrt(squared[at]);
        for (int b = Math.Max(0, y - 1); b <= Math.Min(height - 1, y + 1); b++)
        {
            for (int a = Math.Max(0, x - 1); a <= Math.Min(width - 1, x + 1); a++)
            {
                int beside = basins[(b * width) + a], other = beside < 0 ? -1 : Root(beside);
                own = other < 0 || other == own ? own : own < 0 ? other : Meet(own, other, depth);
            }
        }

        if (own < 0)
        {
            own = parent.Count;
            parent.Add(own);
            deepest.Add(at);
            top.Add(depth);
        }

        basins[at] = own;
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
