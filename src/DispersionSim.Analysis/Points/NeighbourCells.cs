using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A grid of cells to and from which points are moved one by one.</summary>
internal sealed class NeighbourCells
{
    private readonly CellAxis x, y, z;
    private readonly List<int>[] members;
    private readonly int[][] around;

    /// <summary>An empty grid.</summary>
    /// <param name="window">Window; open axes are covered from 0 to their length.</param>
    /// <param name="reach">Distance within which the cells around a place hold every point.</param>
    /// <param name="expected">Points expected, to choose no more cells than are of use.</param>
    public NeighbourCells(Domain window, double reach, int expected)
    {
        int most = Math.Max(1, (int)(2 * Math.Cbrt(expected)) * (window.Size.Z > reach ? 1 : 4));
        (x, y, z) = (Axis(window.Size.X, window.PeriodicX, reach, most), Axis(window.Size.Y, window.PeriodicY, reach, most), Axis(window.Size.Z, window.PeriodicZ, reach, most));
        members = [.. Enumerable.Range(0, x.Count * y.Count * z.Count).Select(_ => new List<int>())];
        around = [.. Enumerable.Range(0, members.Length).Select(Neighbours)];
    }

    public void Add(int i, Vector3d place) => members[Cell(place)].Add(i);

    public void Move(int i, Vector3d from, Vector3d to)
    {
        (int old, int now) = (Cell(from), Cell(to));
        if (old != now)
        {
            members[old].Remove(i);
            members[now].Add(i);
        }
    }

    /// <summary>Numbers of the cells that a place's own and its neighbours are.</summary>
    public int[] Around(Vector3d place) => around[Cell(place)];

    /// <summary>Points of a cell.</summary>
    public List<int> In(int cell) => members[cell];

    private int[] Neighbours(int cell)
    {
        (int cx, int cy, int cz) = (cell % x.Count, cell / x.Count % y.Count, cell / (x.Count * y.Count));
        return
        [
            .. from dz in Steps(z) from dy in Steps(y) from dx in Steps(x)
               let n = (X: x.Step(cx, dx), Y: y.Step(cy, dy), Z: z.Step(cz, dz))
               where n.X >= 0 && n.Y >= 0 && n.Z >= 0
               select n.X + (x.Count * (n.Y + (y.Count * n.Z))),
        ];

        static IEnumerable<int> Steps(CellAxis axis) => Enumerable.Range(-axis.Reach, (2 * axis.Reach) + 1);
    }

    private static CellAxis Axis(double length, bool periodic, double reach, int most)
    {
        int count = (int)Math.Clamp(length / reach, 1, most);
        return new(0, length, periodic && count < 3 ? 1 : count, periodic);
    }

    private int Cell(Vector3d p) => x.CellOf(p.X) + (x.Count * (y.CellOf(p.Y) + (y.Count * z.CellOf(p.Z))));
}
