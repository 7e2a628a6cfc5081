using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Tensions of all bonds of a rigid cluster whose bonds form a tree: each carries what the fluid does to the spheres on one of its sides.</summary>
public static class BondTensions
{
    /// <summary>Tensions of the bonds of a loop-free cluster in linear flow.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="bonds">Its bonds: one fewer than spheres, no loop.</param>
    public static BondTension[] Of(RigidCluster cluster, IReadOnlyList<(int I, int J)> bonds)
    {
        int count = cluster.Position.Count;
        (int[] order, int[] parent) = Tree(count, bonds);
        var force = new Vector3d[count * 5];
        var members = new int[count];
        var tension = new BondTension[count - 1];
        for (int k = count - 1; k >= 0; k--)
        {
            int i = order[k];
            members[i]++;
            var component = new double[5];
            for (int q = 0; q < 5; q++)
            {
                Vector3d carried = force[(i * 5) + q] += cluster.LoadOf(i, q).Force;
                if (k > 0)
                {
                    force[(parent[i] * 5) + q] += carried;
                    component[q] = Vector3d.Dot(carried, (cluster.Position[i] - cluster.Position[parent[i]]).Normalized());
                }
            }

            if (k > 0)
            {
                members[parent[i]] += members[i];
                tension[k - 1] = new(parent[i], i, members[i], component);
            }
        }

        return tension;
    }

    /// <summary>Spheres in an order in which each comes after the one that it hangs on.</summary>
    private static (int[] Order, int[] Parent) Tree(int count, IReadOnlyList<(int I, int J)> bonds)
    {
        ILookup<int, int> neighbours = bonds.Concat(bonds.Select(b => (I: b.J, J: b.I))).ToLookup(b => b.I, b => b.J);
        var order = new List<int>(count) { 0 };
        var parent = new int[count];
        var reached = new bool[count];
        reached[0] = true;
        for (int k = 0; k < order.Count; k++)
        {
            foreach (int j in neighbours[order[k]].Where(j => !reached[j]))
            {
                (reached[j], parent[j]) = (true, order[k]);
                order.Add(j);
            }
        }

        if (bonds.Count != count - 1 || order.Count != count)
        {
            throw new SimulationException($"a cluster of {count} spheres with {bonds.Count} bonds is not a tree; the forces in its bonds are not determined by the fluid alone");
        }

        return ([.. order], parent);
    }
}
