namespace DispersionSim.Process;

/// <summary>Which spheres hang together through a list of pairs.</summary>
public static class ConnectedPieces
{
    /// <summary>The largest connected piece, members in ascending order.</summary>
    public static int[] Largest(int count, IReadOnlyList<(int I, int J)> pairs)
    {
        List<int>[] neighbours = Neighbours(count, pairs);
        var seen = new bool[count];
        List<int> largest = [];
        for (int i = 0; i < count; i++)
        {
            List<int> piece = seen[i] ? [] : Spread(i, count, neighbours, seen);
            largest = piece.Count > largest.Count ? piece : largest;
        }

        largest.Sort();
        return [.. largest];
    }

    /// <summary>A connected piece of <paramref name="wanted"/> members about a first one, nearest in number of contacts first; ascending.</summary>
    public static int[] About(int first, int wanted, int count, IReadOnlyList<(int I, int J)> pairs)
    {
        List<int> piece = Spread(first, wanted, Neighbours(count, pairs), new bool[count]);
        piece.Sort();
        return [.. piece];
    }

    private static List<int> Spread(int first, int wanted, List<int>[] neighbours, bool[] seen)
    {
        List<int> piece = [first];
        seen[first] = true;
        for (int k = 0; k < piece.Count; k++)
        {
            foreach (int next in neighbours[piece[k]])
            {
                if (!seen[next] && piece.Count < wanted)
                {
                    seen[next] = true;
                    piece.Add(next);
                }
            }
        }

        return piece;
    }

    /// <summary>What each sphere touches.</summary>
    public static List<int>[] Neighbours(int count, IReadOnlyList<(int I, int J)> pairs)
    {
        var neighbours = new List<int>[count];
        for (int i = 0; i < count; i++)
        {
            neighbours[i] = [];
        }

        foreach ((int i, int j) in pairs)
        {
            neighbours[i].Add(j);
            neighbours[j].Add(i);
        }

        return neighbours;
    }
}
