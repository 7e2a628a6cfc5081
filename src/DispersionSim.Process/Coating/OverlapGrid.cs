using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Spheres in a fully periodic box, added one by one where they overlap none.</summary>
internal sealed class OverlapGrid
{
    private readonly Domain domain;
    private readonly int[] cells;
    private readonly List<(Vector3d Centre, double Radius)>[] content;

    public OverlapGrid(Vector3d size, double largestReach)
    {
        domain = Domain.FullyPeriodic(size);
        cells = [Cells(size.X, largestReach), Cells(size.Y, largestReach), Cells(size.Z, largestReach)];
        content = new List<(Vector3d, double)>[cells[0] * cells[1] * cells[2]];
        for (int k = 0; k < content.Length; k++)
        {
            content[k] = [];
        }
    }

    public Vector3d Size => domain.Size;

    public bool TryAdd(Vector3d centre, double radius)
    {
        int x = Cell(centre.X, 0), y = Cell(centre.Y, 1), z = Cell(centre.Z, 2);
        foreach (int cell in Around(x, y, z))
        {
            foreach ((Vector3d other, double r) in content[cell])
            {
                if (domain.Nearest(other - centre).LengthSquared < (r + radius) * (r + radius))
                {
                    return false;
                }
            }
        }

        content[Index(x, y, z)].Add((centre, radius));
        return true;
    }

    private static int Cells(double length, double reach) => Math.Clamp((int)(length / reach), 1, 128);

    private int Cell(double at, int axis)
    {
        double length = axis == 0 ? domain.Size.X : axis == 1 ? domain.Size.Y : domain.Size.Z;
        return Math.Min((int)(at / length * cells[axis]), cells[axis] - 1);
    }

    private int Index(int x, int y, int z) => x + (cells[0] * (y + (cells[1] * z)));

    private IEnumerable<int> Around(int x, int y, int z)
    {
        foreach (int cz in Axis(z, 2))
        {
            foreach (int cy in Axis(y, 1))
            {
                foreach (int cx in Axis(x, 0))
                {
                    yield return Index(cx, cy, cz);
                }
            }
        }
    }

    private IEnumerable<int> Axis(int at, int axis)
    {
        int n = cells[axis];
        return n < 3 ? Enumerable.Range(0, n) : Enumerable.Range(-1, 3).Select(o => (at + o + n) % n);
    }
}
