using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>One cluster at rest, another brought up to it: the gap between them, and whether they overlap.</summary>
internal sealed class ClusterMeeting
{
    private readonly SphereCluster standing;
    private readonly SphereGrid grid;
    private readonly List<int> near = [];

    /// <summary>Sorts the standing cluster into cells that hold everything within a reach of its spheres.</summary>
    /// <param name="standing">The cluster at rest about the origin.</param>
    /// <param name="largest">Largest radius of the moving one.</param>
    public ClusterMeeting(SphereCluster standing, double largest)
    {
        this.standing = standing;
        double reach = 2 * (standing.LargestRadius + largest);
        Sight = reach / 2;
        grid = SphereGrid.Open(standing.Bound + reach, reach);
        for (int i = 0; i < standing.Count; i++)
        {
            grid.Add(standing.Position[i], standing.Radius[i]);
        }
    }

    /// <summary>Widest gap that is seen.</summary>
    public double Sight { get; }

    /// <summary>Least gap between the clusters, or <see cref="Sight"/> where it is wider than that; and the pair that it lies between.</summary>
    public (double Gap, int Standing, int Moving) Gap(SphereCluster moving, Vector3d[] position)
    {
        (double Gap, int Standing, int Moving) least = (Sight, -1, -1);
        for (int j = 0; j < position.Length; j++)
        {
            if (position[j].Length > standing.Bound + moving.Radius[j] + least.Gap)
            {
                continue;
            }

            grid.Near(position[j], near);
            foreach (int i in near)
            {
                double gap = (grid.Position(i) - position[j]).Length - grid.Radius(i) - moving.Radius[j];
                least = gap < least.Gap ? (gap, i, j) : least;
            }
        }

        return least;
    }

    /// <summary>Whether any pair but one overlaps by more than rounding.</summary>
    public bool Overlaps(SphereCluster moving, Vector3d[] position)
    {
        const double rounding = -1e-9;
        for (int j = 0; j < position.Length; j++)
        {
            if (position[j].Length < standing.Bound + moving.Radius[j] && grid.Collides(position[j], moving.Radius[j], rounding, near))
            {
                return true;
            }
        }

        return false;
    }
}
