using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>Distances from voxel to voxel as spatstat's empty-space function in space takes them, which are not Euclid's.</summary>
/// <remarks>
/// Steps across a face, an edge and a corner cost 41, 58 and 71 forty-firsts of a side (Borgefors 1986, Comput. Vis. Graph. Image Process. 34, 344); a point is at 0 throughout
/// its voxel, there is one voxel more along each axis than the window holds, and the outermost voxel is one side from the edge.
/// </remarks>
internal static class VoxelDistances
{
    private const int Face = 41;

    private static readonly (int X, int Y, int Z, int Cost)[] Before =
    [
        .. from z in Enumerable.Range(-1, 3)
           from y in Enumerable.Range(-1, 3)
           from x in Enumerable.Range(-1, 3)
           where x + (3 * y) + (9 * z) < 0
           select (x, y, z, (Math.Abs(x) + Math.Abs(y) + Math.Abs(z)) switch { 1 => Face, 2 => 58, _ => 71 }),
    ];

    /// <summary>Distance of each voxel to the nearest point and to the edge.</summary>
    /// <param name="points">Points in a window [0, L].</param>
    /// <param name="size">The window.</param>
    /// <param name="side">Side of a voxel.</param>
    public static IEnumerable<(double Distance, double Edge)> Of(Vector3d[] points, Vector3d size, double side)
    {
        (int nx, int ny, int nz) = (Along(size.X), Along(size.Y), Along(size.Z));
        int[] cost = Enumerable.Repeat(int.MaxValue / 2, nx * ny * nz).ToArray();
        foreach (Vector3d p in points)
        {
            cost[In(p.X) + (nx * (In(p.Y) + (ny * In(p.Z))))] = 0;
        }

        for (int i = 0; i < cost.Length; i++)
        {
            Lower(i, 1);
        }

        for (int i = cost.Length - 1; i >= 0; i--)
        {
            Lower(i, -1);
        }

        return cost.Select((c, i) => (c * (side / Face), side * Math.Min(FromEnd(i % nx, nx), Math.Min(FromEnd(i / nx % ny, ny), FromEnd(i / (nx * ny), nz)))));

        int Along(double length) => (int)Math.Ceiling(length / side) + 1;
        int In(double coordinate) => (int)Math.Ceiling(coordinate / side) - 1;
        static int FromEnd(int k, int n) => Math.Min(k + 1, n - k);

        void Lower(int i, int sense)
        {
            (int x, int y, int z) = (i % nx, i / nx % ny, i / (nx * ny));
            foreach ((int dx, int dy, int dz, int step) in Before)
            {
                (int px, int py, int pz) = (x + (sense * dx), y + (sense * dy), z + (sense * dz));
                if (px >= 0 && px < nx && py >= 0 && py < ny && pz >= 0 && pz < nz)
                {
                    cost[i] = Math.Min(cost[i], cost[px + (nx * (py + (ny * pz)))] + step);
                }
            }
        }
    }
}
