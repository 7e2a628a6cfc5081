using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Merges clusters by putting random pairs of their primaries into contact, until one cluster is left; see <see cref="GrownAggregate"/>.</summary>
/// <remarks>Each cluster has its own frame. The smaller is moved into the frame and the cells of the larger, so that no primary is moved more than log₂ N times.</remarks>
internal sealed class ReactionLimitedGrowth
{
    private const long TriesAPrimary = 100_000;
    private const double Rounding = 1e-9;

    private readonly RandomStream random;
    private readonly double[] radius;
    private readonly Vector3d[] position;
    private readonly int[] home;
    private readonly List<int>[] members;
    private readonly double[] bound;
    private readonly ClusterCells cells;
    private readonly List<int> near = new(27);

    public ReactionLimitedGrowth(double[] radius, RandomStream random)
    {
        (this.radius, this.random) = (radius, random);
        position = new Vector3d[radius.Length];
        home = [.. Enumerable.Range(0, radius.Length)];
        members = Array.ConvertAll(home, i => new List<int>(1) { i });
        bound = [.. radius];
        cells = new(radius.Length, 2 * radius.Max());
        foreach (int i in home)
        {
            cells.Add(i, i, Vector3d.Zero);
        }
    }

    /// <summary>Centres about the centre of mass, in the order of the radii.</summary>
    public Vector3d[] Run()
    {
        long tries = 0, most = TriesAPrimary * radius.Length;
        for (int left = radius.Length; left > 1;)
        {
            if (++tries > most)
            {
                throw new SimulationException($"feedstock: {left} clusters of an aggregate of {radius.Length} primaries found no way to touch without overlap; use diffusion-limited or tuned growth for aggregates of this size");
            }

            (int i, int j) = (random.NextInt(radius.Length), random.NextInt(radius.Length));
            if (home[i] != home[j] && TryMerge(i, j))
            {
                left--;
            }
        }

        return SphereCluster.Centred(position, radius).Position;
    }

    private bool TryMerge(int i, int j)
    {
        // The larger one stands.
        if (members[home[i]].Count < members[home[j]].Count)
        {
            (i, j) = (j, i);
        }

        Turn turn = Turn.Next(random);
        Vector3d centre = position[i] + ((radius[i] + radius[j]) * random.NextDirection()) - turn.Apply(position[j]);
        if (Collides(home[i], j, turn, centre))
        {
            return false;
        }

        Join(home[i], home[j], turn, centre);
        return true;
    }

    /// <summary>Whether a moved cluster overlaps a standing one; asked first where that is likely, at the contact, then at primaries from all over the moved cluster.</summary>
    private bool Collides(int standing, int contact, Turn turn, Vector3d centre)
    {
        bool At(int k) => Overlaps(standing, centre + turn.Apply(position[k]), radius[k]);
        int moving = home[contact];
        near.Clear();
        near.AddRange(cells.About(moving, position[contact]));
        List<int> all = members[moving];
        int step = Math.Max(1, (int)Math.Sqrt(all.Count));
        return near.Exists(At) || Enumerable.Range(0, step).Any(first => Any(all, first, step, At));
    }

    private static bool Any(List<int> all, int first, int step, Predicate<int> holds)
    {
        for (int k = first; k < all.Count; k += step)
        {
            if (holds(all[k]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Overlaps(int cluster, Vector3d centre, double own)
    {
        double reach = bound[cluster] + own;
        if (centre.LengthSquared > reach * reach)
        {
            return false;
        }

        foreach (int first in cells.About(cluster, centre))
        {
            for (int k = first; k >= 0; k = cells.Next(k))
            {
                double least = (1 - Rounding) * (radius[k] + own);
                if ((position[k] - centre).LengthSquared < least * least)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Join(int into, int from, Turn turn, Vector3d centre)
    {
        foreach (int k in members[from])
        {
            cells.Forget(from, position[k]);
            position[k] = centre + turn.Apply(position[k]);
            cells.Add(into, k, position[k]);
            home[k] = into;
            bound[into] = Math.Max(bound[into], position[k].Length + radius[k]);
        }

        members[into].AddRange(members[from]);
        members[from] = [];
    }
}
