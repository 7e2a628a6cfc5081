using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Merges clusters by putting random pairs of their primaries into contact, until one cluster is left; see <see cref="GrownAggregate"/>.</summary>
internal sealed class ReactionLimitedGrowth
{
    private const long TriesAPrimary = 100_000;

    private readonly RandomStream random;
    private readonly double largest;
    private readonly Member[] members;
    private readonly (int Member, int At)[] home;
    private readonly int[] order;

    public ReactionLimitedGrowth(double[] radius, RandomStream random)
    {
        this.random = random;
        largest = radius.Max();
        members = Array.ConvertAll(radius, r => new Member(SphereCluster.Single(r)));
        for (int i = 0; i < members.Length; i++)
        {
            members[i].Primaries = [i];
        }

        (home, order) = ([.. Enumerable.Range(0, radius.Length).Select(i => (i, 0))], [.. Enumerable.Range(0, radius.Length)]);
    }

    /// <summary>Centres about the centre of mass, in the order of the radii.</summary>
    public Vector3d[] Run()
    {
        long tries = 0, most = TriesAPrimary * members.Length;
        for (int left = members.Length; left > 1;)
        {
            if (++tries > most)
            {
                throw new SimulationException($"feedstock: {left} clusters of an aggregate of {members.Length} primaries found no way to touch without overlap; use diffusion-limited or tuned growth for aggregates of this size");
            }

            (int i, int j) = (random.NextInt(members.Length), random.NextInt(members.Length));
            if (home[i].Member != home[j].Member && TryMerge(i, j))
            {
                left--;
            }
        }

        Member all = members[home[0].Member];
        return [.. order.Select(i => all.Cluster.Position[home[i].At])];
    }

    private bool TryMerge(int i, int j)
    {
        // The larger one stands: its cells are kept from one try to the next.
        if (members[home[i].Member].Cluster.Count < members[home[j].Member].Cluster.Count)
        {
            (i, j) = (j, i);
        }

        Member first = members[home[i].Member], second = members[home[j].Member];
        (int a, int b) = (home[i].At, home[j].At);
        Turn turn = Turn.Next(random);
        Vector3d centre = first.Cluster.Position[a] + ((first.Cluster.Radius[a] + second.Cluster.Radius[b]) * random.NextDirection()) - turn.Apply(second.Cluster.Position[b]);
        first.Meeting ??= new(first.Cluster, largest);
        Vector3d[] moved = [.. second.Cluster.Position.Select(p => centre + turn.Apply(p))];
        if (first.Meeting.Overlaps(second.Cluster, moved))
        {
            return false;
        }

        Join(home[i].Member, home[j].Member, moved);
        return true;
    }

    private void Join(int into, int from, Vector3d[] moved)
    {
        Member first = members[into], second = members[from];
        int count = first.Cluster.Count;
        members[into] = new(SphereCluster.Union(first.Cluster.Position, first.Cluster.Radius, moved, second.Cluster.Radius)) { Primaries = [.. first.Primaries, .. second.Primaries] };
        for (int k = 0; k < second.Primaries.Length; k++)
        {
            home[second.Primaries[k]] = (into, count + k);
        }
    }

    /// <summary>A cluster, the primaries that it has in their order, and its cells once it has stood still.</summary>
    private sealed class Member(SphereCluster cluster)
    {
        public SphereCluster Cluster { get; } = cluster;

        public int[] Primaries { get; set; } = [];

        public ClusterMeeting? Meeting { get; set; }
    }
}
