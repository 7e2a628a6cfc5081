namespace DispersionSim.Core;

/// <summary>Connected groups of particles, given the pairs that hold together (union–find).</summary>
public sealed class Clusters
{
    private readonly int[] parent;

    public Clusters(int count, IEnumerable<(int I, int J)> pairs)
    {
        parent = [.. Enumerable.Range(0, count)];
        foreach ((int i, int j) in pairs)
        {
            int a = Root(i), b = Root(j);
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        Size = new int[count];
        for (int i = 0; i < count; i++)
        {
            Size[Root(i)]++;
        }
    }

    /// <summary>Members of the cluster whose representative is i; 0 for others.</summary>
    public int[] Size { get; }

    /// <summary>Representative of a particle's cluster: its lowest index.</summary>
    public int Root(int i)
    {
        while (parent[i] != i)
        {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }

        return i;
    }

    /// <summary>Size of the cluster that a particle belongs to.</summary>
    public int SizeOf(int i) => Size[Root(i)];
}
