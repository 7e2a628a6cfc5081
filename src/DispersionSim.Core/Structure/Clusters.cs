namespace DispersionSim.Core;

/// <summary>Connected groups of particles, given the pairs that hold together.</summary>
public sealed class Clusters
{
    private readonly DisjointSets sets;

    public Clusters(int count, IEnumerable<(int I, int J)> pairs)
    {
        sets = new(count);
        foreach ((int i, int j) in pairs)
        {
            sets.Join(i, j);
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
    public int Root(int i) => sets.Root(i);

    /// <summary>Size of the cluster that a particle belongs to.</summary>
    public int SizeOf(int i) => Size[Root(i)];
}
