using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Joins what does not hang together yet: a stray piece is moved to what is nearest.</summary>
/// <remarks>
/// The narrowest gap about a stray piece is closed, along the line of its two centres. No other gap was narrower, and none closes by more than the way: nothing comes to overlap.
/// </remarks>
internal static class StrayPieces
{
    /// <summary>Centres of spheres all of which hang together, moved from given ones. Lengths in any unit.</summary>
    public static Vector3d[] Join(Vector3d[] position, double[] radius)
    {
        var joined = (Vector3d[])position.Clone();
        for (int[] largest = Largest(joined, radius); largest.Length < radius.Length; largest = Largest(joined, radius))
        {
            JoinNearest(joined, radius, [.. largest]);
        }

        return joined;
    }

    private static int[] Largest(Vector3d[] position, double[] radius) => ConnectedPieces.Largest(radius.Length, ContactPairs.Find(position, radius));

    private static void JoinNearest(Vector3d[] position, double[] radius, HashSet<int> whole)
    {
        int[] outside = [.. Enumerable.Range(0, radius.Length).Where(i => !whole.Contains(i))];
        (int I, int J)[] contacts = ContactPairs.Find(position, radius);
        int[] piece = ConnectedPieces.About(outside[0], radius.Length, radius.Length, contacts);
        HashSet<int> moving = [.. piece];
        (double gap, int near, int far) = (double.PositiveInfinity, 0, 0);
        foreach (int i in piece)
        {
            for (int j = 0; j < radius.Length; j++)
            {
                double d = (position[i] - position[j]).Length - radius[i] - radius[j];
                (gap, near, far) = !moving.Contains(j) && d < gap ? (d, i, j) : (gap, near, far);
            }
        }

        Vector3d way = gap * (position[far] - position[near]).Normalized();
        foreach (int i in piece)
        {
            position[i] += way;
        }
    }
}
