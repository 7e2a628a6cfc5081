using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Pairs of spheres that touch.</summary>
public static class Contacts
{
    /// <summary>All pairs with d_ij ≤ r_i + r_j + gap, each once with the lower index first.</summary>
    /// <param name="domain">Box; shortest images along its periodic axes.</param>
    /// <param name="positions">Centres, m.</param>
    /// <param name="radii">Radii, m.</param>
    /// <param name="gap">Largest distance between the surfaces that counts as touching, m.</param>
    public static IReadOnlyList<(int I, int J)> Find(Domain domain, Vector3d[] positions, double[] radii, double gap)
    {
        var visitor = new Touching(radii, gap, []);
        if (radii.Length > 1)
        {
            new PairSearch(domain, positions, (2 * radii.Max()) + gap).Visit(ref visitor);
        }

        return visitor.Found;
    }

    /// <summary>For every particle the number of particles in its contact cluster, itself included.</summary>
    public static int[] ClusterSizes(int count, IEnumerable<(int I, int J)> contacts)
    {
        var clusters = new Clusters(count, contacts);
        return [.. Enumerable.Range(0, count).Select(clusters.SizeOf)];
    }

    private readonly record struct Touching(double[] Radii, double Gap, List<(int I, int J)> Found) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            double reach = Radii[i] + Radii[j] + Gap;
            if (distanceSquared <= reach * reach)
            {
                Found.Add((i, j));
            }
        }
    }
}
