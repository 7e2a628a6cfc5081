using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Finds the pairs of spheres of one aggregate that touch.</summary>
/// <remarks>A contact is a gap below 10⁻³ of the sum of the radii, or any overlap: half a nanometre at a = 250 nm, the range of adhesion.</remarks>
public static class ContactPairs
{
    /// <summary>Largest gap over the sum of the radii that still counts as touching.</summary>
    public const double GapTolerance = 1e-3;

    /// <summary>Touching pairs, I &lt; J, in order.</summary>
    public static (int I, int J)[] Find(Vector3d[] position, double[] radius)
    {
        SphereGrid grid = Grid(position, radius);
        var pairs = new List<(int I, int J)>();
        (List<int> near, List<int> touching) = ([], []);
        for (int i = 0; i < radius.Length; i++)
        {
            grid.Near(position[i], near);
            touching.Clear();
            foreach (int j in near)
            {
                if (j > i && RelativeGap(position, radius, i, j) <= GapTolerance)
                {
                    touching.Add(j);
                }
            }

            touching.Sort();
            foreach (int j in touching)
            {
                pairs.Add((i, j));
            }
        }

        return [.. pairs];
    }

    /// <summary>Largest overlap of a pair over the sum of its radii; 0 where nothing overlaps.</summary>
    public static double LargestOverlap(Vector3d[] position, double[] radius, IReadOnlyList<(int I, int J)> contacts)
    {
        double largest = 0;
        foreach ((int i, int j) in contacts)
        {
            largest = Math.Max(largest, -RelativeGap(position, radius, i, j));
        }

        return largest;
    }

    private static double RelativeGap(Vector3d[] position, double[] radius, int i, int j)
    {
        double touch = radius[i] + radius[j];
        return ((position[i] - position[j]).Length / touch) - 1;
    }

    private static SphereGrid Grid(Vector3d[] position, double[] radius)
    {
        double halfEdge = position.Max(p => Math.Max(Math.Abs(p.X), Math.Max(Math.Abs(p.Y), Math.Abs(p.Z)))) + radius.Max();
        var grid = SphereGrid.Open(halfEdge, 2 * (1 + GapTolerance) * radius.Max());
        for (int i = 0; i < radius.Length; i++)
        {
            grid.Add(position[i], radius[i]);
        }

        return grid;
    }
}
