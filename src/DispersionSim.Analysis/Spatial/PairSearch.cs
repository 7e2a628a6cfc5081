using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What is done with every pair that a <see cref="PairSearch"/> finds; a struct, so that the call is inlined.</summary>
public interface IPairVisitor
{
    /// <summary>Takes one pair.</summary>
    /// <param name="i">Lower index.</param>
    /// <param name="j">Higher index.</param>
    /// <param name="separation">Shortest image of position j minus position i, m.</param>
    /// <param name="distanceSquared">Its length squared, m².</param>
    void Visit(int i, int j, Vector3d separation, double distanceSquared);
}

/// <summary>Every unordered pair of points nearer than a cutoff, each once, by a cell grid.</summary>
/// <remarks>
/// Separations are shortest images along periodic axes, so that a pair is met once even where the cutoff exceeds half the box.
/// Points may lie outside the domain along its open axes. Time grows with the number of pairs, not with its square.
/// </remarks>
public sealed class PairSearch
{
    private readonly double cutoffSquared;
    private readonly bool isOpen;
    private readonly CellAxis x, y, z;
    private readonly int[] cellStart, members;
    private readonly Vector3d[] sorted;

    public PairSearch(Domain domain, Vector3d[] positions, double cutoff)
    {
        cutoffSquared = cutoff * cutoff;
        (Vector3d low, Vector3d high) = Extent(positions);
        Vector3d size = high - low;

        // Points in a plane want as many cells along its two axes as points in space along three.
        int axes = (domain.PeriodicX || size.X > 0 ? 1 : 0) + (domain.PeriodicY || size.Y > 0 ? 1 : 0) + (domain.PeriodicZ || size.Z > 0 ? 1 : 0);
        int most = Math.Max(1, (int)(2 * Math.Pow(positions.Length, 1.0 / Math.Max(1, axes))));
        x = CellAxis.Over((low.X, size.X), domain.Size.X, domain.PeriodicX, cutoff, most);
        y = CellAxis.Over((low.Y, size.Y), domain.Size.Y, domain.PeriodicY, cutoff, most);
        z = CellAxis.Over((low.Z, size.Z), domain.Size.Z, domain.PeriodicZ, cutoff, most);
        isOpen = !domain.PeriodicX && !domain.PeriodicY && !domain.PeriodicZ;
        (cellStart, members, sorted) = CellOrder.Sort(in x, in y, in z, positions);
    }

    /// <summary>Shows every pair to the visitor, in an order that depends on the positions alone.</summary>
    public void Visit<TVisitor>(ref TVisitor visitor) where TVisitor : struct, IPairVisitor => Visit(ref visitor, 0, sorted.Length);

    /// <summary>Shows the pairs of a part of the points, so that parts may be visited side by side: each pair belongs to one point.</summary>
    /// <param name="visitor">What sees them.</param>
    /// <param name="from">First point, in the order of the cells.</param>
    /// <param name="to">The one after the last.</param>
    public void Visit<TVisitor>(ref TVisitor visitor, int from, int to) where TVisitor : struct, IPairVisitor
    {
        Span<int> neighbours = stackalloc int[27];
        for (int cell = 0; cell + 1 < cellStart.Length; cell++)
        {
            (int first, int end) = (Math.Max(from, cellStart[cell]), Math.Min(to, cellStart[cell + 1]));
            int count = first < end ? Neighbours(cell, neighbours) : 0;
            for (int n = 0; n < count; n++)
            {
                VisitCells(cell, neighbours[n], first, end, ref visitor);
            }
        }
    }

    private void VisitCells<TVisitor>(int first, int second, int from, int to, ref TVisitor visitor) where TVisitor : struct, IPairVisitor
    {
        for (int a = from; a < to; a++)
        {
            Vector3d place = sorted[a];
            int begin = first == second ? a + 1 : cellStart[second];
            ReadOnlySpan<Vector3d> others = sorted.AsSpan(begin, cellStart[second + 1] - begin);
            for (int b = 0; b < others.Length; b++)
            {
                Vector3d d = others[b] - place, separation = isOpen ? d : new(x.Nearest(d.X), y.Nearest(d.Y), z.Nearest(d.Z));
                double distanceSquared = separation.LengthSquared;
                if (distanceSquared <= cutoffSquared)
                {
                    Show(members[a], members[begin + b], separation, distanceSquared, ref visitor);
                }
            }
        }
    }

    private static void Show<TVisitor>(int i, int j, Vector3d separation, double distanceSquared, ref TVisitor visitor) where TVisitor : struct, IPairVisitor
    {
        if (i < j)
        {
            visitor.Visit(i, j, separation, distanceSquared);
        }
        else
        {
            visitor.Visit(j, i, -separation, distanceSquared);
        }
    }

    // A pair of cells is met once: only neighbours of the same or a higher number count.
    private int Neighbours(int cell, Span<int> found)
    {
        int cx = cell % x.Count, cy = cell / x.Count % y.Count, cz = cell / (x.Count * y.Count), count = 0;
        for (int dz = -z.Reach; dz <= z.Reach; dz++)
        {
            for (int dy = -y.Reach; dy <= y.Reach; dy++)
            {
                for (int dx = -x.Reach; dx <= x.Reach; dx++)
                {
                    int nx = x.Step(cx, dx), ny = y.Step(cy, dy), nz = z.Step(cz, dz);
                    int other = nx + (x.Count * (ny + (y.Count * nz)));
                    if (nx >= 0 && ny >= 0 && nz >= 0 && other >= cell)
                    {
                        found[count++] = other;
                    }
                }
            }
        }

        return count;
    }

    private static (Vector3d Low, Vector3d High) Extent(Vector3d[] positions)
    {
        (Vector3d low, Vector3d high) = positions.Length == 0 ? (default, default) : (positions[0], positions[0]);
        foreach (Vector3d p in positions)
        {
            low = new(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y), Math.Min(low.Z, p.Z));
            high = new(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y), Math.Max(high.Z, p.Z));
        }

        return (low, high);
    }
}
