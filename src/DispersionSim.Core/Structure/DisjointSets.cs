namespace DispersionSim.Core;

/// <summary>Sets of numbers that are joined two by two (union–find); each goes by its lowest number.</summary>
/// <param name="count">Numbers, at first each alone.</param>
public sealed class DisjointSets(int count)
{
    private readonly int[] parent = [.. Enumerable.Range(0, count)];

    public int Count => parent.Length;

    /// <summary>Lowest number of the set that a number is in.</summary>
    public int Root(int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }

    /// <summary>Joins the sets of two numbers; whether they were two.</summary>
    public bool Join(int i, int j)
    {
        int a = Root(i), b = Root(j);
        parent[Math.Max(a, b)] = Math.Min(a, b);
        return a != b;
    }

    /// <summary>Each number alone again.</summary>
    public void Part()
    {
        for (int i = 0; i < parent.Length; i++)
        {
            parent[i] = i;
        }
    }
}
