namespace DispersionSim.Analysis;

/// <summary>Which items hang together, directly or through others (union–find).</summary>
public sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int count) => parent = [.. Enumerable.Range(0, count)];

    /// <summary>Puts two items, and all that hang on them, together.</summary>
    public void Join(int a, int b)
    {
        (int ra, int rb) = (Root(a), Root(b));

        // The lower index leads, so that the result does not depend on the order of joining.
        (parent[Math.Max(ra, rb)], parent[Math.Min(ra, rb)]) = (Math.Min(ra, rb), Math.Min(ra, rb));
    }

    /// <summary>The lowest index of the items that hang together with this one.</summary>
    public int Root(int item)
    {
        while (parent[item] != item)
        {
            item = parent[item] = parent[parent[item]];
        }

        return item;
    }

    /// <summary>For every item the number of items in its set, itself included.</summary>
    public int[] Sizes()
    {
        int[] size = new int[parent.Length];
        for (int i = 0; i < parent.Length; i++)
        {
            size[Root(i)]++;
        }

        return [.. Enumerable.Range(0, parent.Length).Select(i => size[Root(i)])];
    }
}
