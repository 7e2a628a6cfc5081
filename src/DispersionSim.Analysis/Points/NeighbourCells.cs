using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A grid of cells to and from which points are moved one by one.</summary>
internal sealed class NeighbourCells
{
    private const int None = -1;

    private readonly CellAxis x, y, z;
    private readonly int[] first, next;

    /// <summary>An empty grid.</summary>
    /// <param name="sample">Window, dimensions and number of the points that it is for; open axes are covered from 0 to their length.</param>
    /// <param name="reach">Distance within which the cells around a place hold every point.</param>
    public NeighbourCells(PointSample sample, double reach)
    {
        // No more cells than are of use.
        int most = Math.Max(1, (int)(2 * Math.Pow(sample.Count, 1.0 / sample.Dimensions)));
        Domain window = sample.Window;
        x = Axis(window.Size.X, window.PeriodicX, most);
        y = Axis(window.Size.Y, window.PeriodicY, most);
        z = Axis(window.Size.Z, window.PeriodicZ, sample.Dimensions == 2 ? 1 : most);
        (first, next) = (new int[x.Count * y.Count * z.Count], new int[sample.Count]);
        Array.Fill(first, None);

        CellAxis Axis(double length, bool periodic, int atMost) => CellAxis.Over((0, length), length, periodic, reach, atMost);
    }

    public void Add(int i, Vector3d place)
    {
        int cell = Cell(place);
        (next[i], first[cell]) = (first[cell], i);
    }

    public void Move(int i, Vector3d from, Vector3d to)
    {
        int old = Cell(from);
        if (old != Cell(to))
        {
            ref int link = ref first[old];
            while (link != i)
            {
                link = ref next[link];
            }

            link = next[i];
            Add(i, to);
        }
    }

    /// <summary>Whether any point of the cells that are a place's own and its neighbours passes; its own cell is looked at first.</summary>
    public bool Any<TTest>(Vector3d place, ref TTest test) where TTest : struct, ICandidateTest
    {
        ReadOnlySpan<int> alongX = Near(x, place.X, stackalloc int[3]), alongY = Near(y, place.Y, stackalloc int[3]), alongZ = Near(z, place.Z, stackalloc int[3]);
        foreach (int page in alongZ)
        {
            foreach (int row in alongY)
            {
                int from = x.Count * (row + (y.Count * page));
                foreach (int cell in alongX)
                {
                    for (int i = first[from + cell]; i != None; i = next[i])
                    {
                        if (test.Passes(i))
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    /// <summary>All points of those cells.</summary>
    public List<int> Near(Vector3d place)
    {
        var all = new Collector([]);
        Any(place, ref all);
        return all.Found;
    }

    /// <summary>The cell of a coordinate, then those beside it.</summary>
    private static ReadOnlySpan<int> Near(CellAxis axis, double coordinate, Span<int> cells)
    {
        (int own, int count) = (axis.CellOf(coordinate), 1);
        cells[0] = own;
        for (int step = -axis.Reach; step <= axis.Reach; step += 2)
        {
            int cell = step == 0 ? -1 : axis.Step(own, step);
            if (cell >= 0)
            {
                cells[count++] = cell;
            }
        }

        return cells[..count];
    }

    private int Cell(Vector3d p) => CellOrder.CellOf(in x, in y, in z, p);

    private readonly record struct Collector(List<int> Found) : ICandidateTest
    {
        public bool Passes(int i)
        {
            Found.Add(i);
            return false;
        }
    }
}

/// <summary>What points found by a <see cref="NeighbourCells"/> are asked; a struct, so that the call is inlined.</summary>
internal interface ICandidateTest
{
    /// <summary>Whether a point is what was looked for, which ends the search.</summary>
    bool Passes(int i);
}
