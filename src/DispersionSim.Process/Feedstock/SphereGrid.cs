using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Spheres sorted into cubic cells of a box as they are added, periodic or open; in an open box what lies outside is kept in the border cells.</summary>
internal sealed class SphereGrid
{
    private const int MostCellsAlongAxis = 128;

    private readonly Domain domain;
    private readonly Vector3d corner;
    private readonly int countX;
    private readonly int countY;
    private readonly int countZ;
    private readonly List<int>[] cells;
    private readonly List<Vector3d> position = [];
    private readonly List<double> radius = [];

    /// <summary>An empty grid.</summary>
    /// <param name="domain">The box; its lower corner is <paramref name="corner"/>.</param>
    /// <param name="corner">Lower corner of the box.</param>
    /// <param name="reach">Distance within which neighbours are found: the least edge of a cell.</param>
    public SphereGrid(Domain domain, Vector3d corner, double reach)
    {
        this.domain = domain;
        this.corner = corner;
        countX = Cells(domain.Size.X, reach);
        countY = Cells(domain.Size.Y, reach);
        countZ = Cells(domain.Size.Z, reach);
        cells = new List<int>[countX * countY * countZ];
    }

    /// <summary>Number of spheres in the grid.</summary>
    public int Count => radius.Count;

    public Vector3d Position(int i) => position[i];

    public double Radius(int i) => radius[i];

    /// <summary>An open cube about the origin.</summary>
    public static SphereGrid Open(double halfEdge, double reach) =>
        new(new(2 * halfEdge * new Vector3d(1, 1, 1), false, false, false), -halfEdge * new Vector3d(1, 1, 1), reach);

    public void Add(Vector3d centre, double sphereRadius)
    {
        (int x, int y, int z) = CellOf(centre);
        ref List<int>? cell = ref cells[Index(x, y, z)]!;
        (cell ??= []).Add(Count);
        position.Add(centre);
        radius.Add(sphereRadius);
    }

    /// <summary>Replaces the content of a list by every sphere whose centre may lie within reach of a point.</summary>
    public void Near(Vector3d point, List<int> found)
    {
        found.Clear();
        (int x, int y, int z) = CellOf(point);
        for (int i = First(countX, domain.PeriodicX); i <= Last(countX, domain.PeriodicX); i++)
        {
            for (int j = First(countY, domain.PeriodicY); j <= Last(countY, domain.PeriodicY); j++)
            {
                for (int k = First(countZ, domain.PeriodicZ); k <= Last(countZ, domain.PeriodicZ); k++)
                {
                    found.AddRange(Cell(x + i, y + j, z + k));
                }
            }
        }
    }

    /// <summary>Whether a sphere comes nearer to one of the grid's than (1 + <paramref name="clearance"/>) times the sum of their radii.</summary>
    public bool Collides(Vector3d centre, double sphereRadius, double clearance)
    {
        (int x, int y, int z) = CellOf(centre);
        for (int i = First(countX, domain.PeriodicX); i <= Last(countX, domain.PeriodicX); i++)
        {
            for (int j = First(countY, domain.PeriodicY); j <= Last(countY, domain.PeriodicY); j++)
            {
                for (int k = First(countZ, domain.PeriodicZ); k <= Last(countZ, domain.PeriodicZ); k++)
                {
                    if (CollidesInCell(Cell(x + i, y + j, z + k), centre, sphereRadius, clearance))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private bool CollidesInCell(ReadOnlySpan<int> cell, Vector3d centre, double sphereRadius, double clearance)
    {
        foreach (int i in cell)
        {
            double least = (1 + clearance) * (radius[i] + sphereRadius);
            if (domain.Nearest(position[i] - centre).LengthSquared < least * least)
            {
                return true;
            }
        }

        return false;
    }

    // With one or two cells along a periodic axis a full neighbourhood would visit a cell twice.
    private static int First(int count, bool periodic) => periodic && count < 3 ? 0 : -1;

    private static int Last(int count, bool periodic) => periodic && count == 1 ? 0 : 1;

    private static int Cells(double size, double reach) => Math.Clamp((int)(size / reach), 1, MostCellsAlongAxis);

    private ReadOnlySpan<int> Cell(int x, int y, int z) =>
        Inside(ref x, countX, domain.PeriodicX) && Inside(ref y, countY, domain.PeriodicY) && Inside(ref z, countZ, domain.PeriodicZ)
            ? CollectionsMarshal.AsSpan(cells[Index(x, y, z)])
            : [];

    private static bool Inside(ref int i, int count, bool periodic)
    {
        if (periodic)
        {
            i = (i + count) % count;
        }

        return i >= 0 && i < count;
    }

    private int Index(int x, int y, int z) => x + (countX * (y + (countY * z)));

    private (int X, int Y, int Z) CellOf(Vector3d p)
    {
        Vector3d q = p - corner;
        return (Along(q.X, domain.Size.X, countX), Along(q.Y, domain.Size.Y, countY), Along(q.Z, domain.Size.Z, countZ));
    }

    private static int Along(double x, double size, int count) => Math.Clamp((int)Math.Floor(x / size * count), 0, count - 1);
}
