using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The points within a reach of a point, less than half of any periodic length, the nearest first.</summary>
internal sealed class NearPoints
{
    /// <summary>Cells a reach: the finer, the fewer points beyond it are looked at.</summary>
    private const int CellsPerReach = 2;

    private const int Few = 64;

    private readonly Domain window;
    private readonly double square;
    private readonly CellAxis x, y, z;
    private readonly int[] start, members;

    // In the order of the cells, wrapped into the window.
    private readonly Vector3d[] sorted;
    private double[] distances = new double[Few];
    private Vector3d[] separations = new Vector3d[Few];
    private int count;

    /// <summary>Sorts points into cells.</summary>
    public NearPoints(PointSample sample, double reach)
    {
        (window, square) = (sample.Window, reach * reach);
        int most = Math.Max(1, (int)(2 * Math.Pow(sample.Count, 1.0 / sample.Dimensions)));
        Vector3d[] places = new Vector3d[sample.Count];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = window.Wrap(sample.Positions[i]);
        }

        (x, y) = (Axis(window.Size.X, window.PeriodicX, most), Axis(window.Size.Y, window.PeriodicY, most));
        z = Axis(window.Size.Z, window.PeriodicZ, sample.Dimensions == 2 ? 1 : most);
        (start, members, sorted) = CellOrder.Sort(in x, in y, in z, places);

        CellAxis Axis(double length, bool periodic, int atMost) => CellAxis.Over((0, length), length, periodic, reach, atMost, CellsPerReach);
    }

    /// <summary>The points in the order of the cells, so that one after the other finds its neighbours in the cache.</summary>
    public ReadOnlySpan<int> Order => members;

    /// <summary>Distances of the points found last, in rising order.</summary>
    public ReadOnlySpan<double> Distances => distances.AsSpan(0, count);

    /// <summary>Separations of the points found last.</summary>
    public ReadOnlySpan<Vector3d> Separations => separations.AsSpan(0, count);

    /// <summary>Looks round a point.</summary>
    /// <param name="i">Its number.</param>
    /// <param name="place">Its place in the window.</param>
    public void Look(int i, Vector3d place)
    {
        count = 0;
        (int cx, int cy, int cz) = (x.CellOf(place.X), y.CellOf(place.Y), z.CellOf(place.Z));
        (int sx, int sy, int sz) = (Steps(x), Steps(y), Steps(z));
        for (int c = -sz; c <= sz; c++)
        {
            int page = z.Step(cz, c);
            for (int b = -sy; b <= sy && page >= 0; b++)
            {
                int row = y.Step(cy, b);
                for (int a = -sx; a <= sx && row >= 0; a++)
                {
                    int cell = x.Step(cx, a);
                    if (cell >= 0)
                    {
                        Take(cell + (x.Count * (row + (y.Count * page))), i, place);
                    }
                }
            }
        }

        Sort();
    }

    private static int Steps(CellAxis axis) => axis.Count == 1 ? 0 : CellsPerReach;

    private void Take(int cell, int i, Vector3d place)
    {
        for (int at = start[cell]; at < start[cell + 1]; at++)
        {
            Vector3d d = window.Nearest(sorted[at] - place);
            double length = d.LengthSquared;
            if (length <= square && members[at] != i)
            {
                if (count == distances.Length)
                {
                    Array.Resize(ref distances, 2 * count);
                    Array.Resize(ref separations, 2 * count);
                }

                (distances[count], separations[count]) = (Math.Sqrt(length), d);
                count++;
            }
        }
    }

    private void Sort()
    {
        if (count > Few)
        {
            Array.Sort(distances, separations, 0, count);
            return;
        }

        for (int k = 1; k < count; k++)
        {
            (double distance, Vector3d separation) = (distances[k], separations[k]);
            int at = k;
            for (; at > 0 && distances[at - 1] > distance; at--)
            {
                (distances[at], separations[at]) = (distances[at - 1], separations[at - 1]);
            }

            (distances[at], separations[at]) = (distance, separation);
        }
    }
}
