using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Primaries of many clusters, each cluster in its own frame, sorted into cubic cells; only cells that hold something take memory.</summary>
/// <param name="primaries">Number of primaries of all clusters.</param>
/// <param name="edge">Edge of a cell: the distance within which neighbours are found, m.</param>
internal sealed class ClusterCells(int primaries, double edge)
{
    private readonly Dictionary<(int Cluster, int X, int Y, int Z), int> first = new(primaries);
    private readonly int[] next = new int[primaries];
    private readonly List<int> found = new(27);

    /// <summary>The next primary in the same cell, or −1.</summary>
    public int Next(int primary) => next[primary];

    public void Add(int cluster, int primary, Vector3d at)
    {
        (int, int, int, int) cell = (cluster, Along(at.X), Along(at.Y), Along(at.Z));
        next[primary] = first.GetValueOrDefault(cell, -1);
        first[cell] = primary;
    }

    /// <summary>Empties the cell about a point, once its cluster has gone over into another.</summary>
    public void Forget(int cluster, Vector3d at) => first.Remove((cluster, Along(at.X), Along(at.Y), Along(at.Z)));

    /// <summary>The first primary of every cell in which one within an edge of a point may lie; valid until the next call.</summary>
    public List<int> About(int cluster, Vector3d at)
    {
        found.Clear();
        (int x, int y, int z) = (Along(at.X), Along(at.Y), Along(at.Z));
        for (int i = x - 1; i <= x + 1; i++)
        {
            for (int j = y - 1; j <= y + 1; j++)
            {
                for (int k = z - 1; k <= z + 1; k++)
                {
                    if (first.TryGetValue((cluster, i, j, k), out int primary))
                    {
                        found.Add(primary);
                    }
                }
            }
        }

        return found;
    }

    private int Along(double x) => (int)Math.Floor(x / edge);
}
