using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The part of the window that is nearer to a point than to any other.</summary>
/// <param name="Measures">Volume of each point's cell, m³, or its area, m².</param>
/// <param name="Faces">Faces of each cell, walls of the window among them; edges in the plane.</param>
/// <param name="Triangles">Areas of the Delaunay triangles round each point whose circumcentre lies in the window, m², so that each counts at its three corners; none in space.</param>
/// <remarks>Shortest images along periodic axes; clipped by the walls of open ones. Sources: voronoi-1908, rycroft-2009, bray-2012.</remarks>
public sealed record VoronoiCells(double[] Measures, int[] Faces, double[][] Triangles)
{
    /// <summary>Reach of the first search for neighbours, spacings; each further one goes twice as far.</summary>
    private const double FirstReach = 2;

    /// <summary>Standard deviation of the cells over their mean: 0.42 for points at random in space, 0.53 in the plane, less where they keep apart, 0 for a lattice.</summary>
    public double Variation => VariationOf(Measures);

    /// <summary>Area disorder of the Delaunay triangles, 1 − 1/(1 + s/mean): 0.468 for points at random in the plane, 0 for a lattice; not a number in space.</summary>
    public double AreaDisorder
    {
        get
        {
            double[] areas = [.. Triangles.SelectMany(t => t)];
            double variation = areas.Length > 0 ? VariationOf(areas) : double.NaN;
            return variation / (1 + variation);
        }
    }

    /// <summary>Cuts the window.</summary>
    /// <param name="sample">Points, no two at one place.</param>
    public static VoronoiCells Of(PointSample sample)
    {
        Domain window = sample.Window;
        double[] halves = [.. new[] { (window.PeriodicX, window.Size.X), (window.PeriodicY, window.Size.Y), (window.PeriodicZ, window.Size.Z) }.Where(axis => axis.Item1).Select(axis => axis.Item2 / 2)];
        double furthest = halves.DefaultIfEmpty(2 * window.Size.Length).Min();
        var found = new VoronoiCells(new double[sample.Count], new int[sample.Count], new double[sample.Count][]);
        IConvexCell cell = sample.Dimensions == 2 ? new ConvexPolygon() : new ConvexCell();
        int[] open = [.. Enumerable.Range(0, sample.Count)];
        for (double reach = FirstReach * sample.Spacing; open.Length > 0 && reach < furthest; reach *= 2)
        {
            var near = new NearPoints(sample, reach);
            List<int> later = [];
            foreach (int i in open.Length == sample.Count ? near.Order : open)
            {
                near.Look(i, window.Wrap(sample.Positions[i]));
                Cut(cell, sample, i, near.Distances, near.Separations);
                found.Take(i, cell);

                // Points beyond the search may still cut a cell that reaches more than half as far.
                if (2 * cell.Reach > reach)
                {
                    later.Add(i);
                }
            }

            open = [.. later];
        }

        foreach (int i in open)
        {
            Vector3d[] all = [.. Images(sample, i)];
            double[] distances = [.. all.Select(d => d.Length)];
            Array.Sort(distances, all);
            Cut(cell, sample, i, distances, all);
            found.Take(i, cell);
        }

        return found;
    }

    private static double VariationOf(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)) / mean;
    }

    private void Take(int i, IConvexCell cell) => (Measures[i], Faces[i], Triangles[i]) = (cell.Measure, cell.Faces, cell is ConvexPolygon polygon ? polygon.Triangles() : []);

    /// <summary>Makes a cell that of a point.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="sample">The points.</param>
    /// <param name="i">Which one.</param>
    /// <param name="distances">How far others are, in rising order.</param>
    /// <param name="others">Their separations from it.</param>
    private static void Cut(IConvexCell cell, PointSample sample, int i, ReadOnlySpan<double> distances, ReadOnlySpan<Vector3d> others)
    {
        Vector3d p = sample.Window.Wrap(sample.Positions[i]), size = sample.Window.Size;
        Vector3d low = new(sample.Window.PeriodicX ? -size.X / 2 : -p.X, sample.Window.PeriodicY ? -size.Y / 2 : -p.Y, sample.Window.PeriodicZ ? -size.Z / 2 : -p.Z);
        cell.Begin(low, low + size);
        double reach = double.PositiveInfinity;
        for (int k = 0; k < others.Length && distances[k] <= 2 * reach; k++)
        {
            cell.CutHalfway(others[k]);
            reach = cell.Reach;
        }
    }

    /// <summary>All other points and their next images.</summary>
    private static List<Vector3d> Images(PointSample sample, int i)
    {
        List<Vector3d> images = [];
        int x = sample.Window.PeriodicX ? 1 : 0, y = sample.Window.PeriodicY ? 1 : 0, z = sample.Window.PeriodicZ ? 1 : 0;
        for (int j = 0; j < sample.Count; j++)
        {
            Vector3d d = sample.Window.Nearest(sample.Positions[j] - sample.Positions[i]);
            for (int image = 0; image < 27 && j != i; image++)
            {
                (int a, int b, int c) = ((image % 3) - 1, (image / 3 % 3) - 1, (image / 9) - 1);
                if (Math.Abs(a) <= x && Math.Abs(b) <= y && Math.Abs(c) <= z)
                {
                    images.Add(d + new Vector3d(a * sample.Window.Size.X, b * sample.Window.Size.Y, c * sample.Window.Size.Z));
                }
            }
        }

        return images;
    }
}
