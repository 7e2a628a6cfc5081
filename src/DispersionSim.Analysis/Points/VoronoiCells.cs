using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The part of the window that is nearer to a point than to any other.</summary>
/// <param name="Measures">Volume of each point's cell, m³, or its area, m².</param>
/// <param name="Faces">Faces of each cell, walls of the window among them; edges in the plane.</param>
/// <remarks>Shortest images along periodic axes; clipped by the walls of open ones. Sources: voronoi-1908, rycroft-2009.</remarks>
public sealed record VoronoiCells(double[] Measures, int[] Faces)
{
    /// <summary>Reach of the first search for neighbours, spacings.</summary>
    private const double FirstReach = 2.5;

    /// <summary>Standard deviation of the cells over their mean: 0.42 for points at random in space, 0.53 in the plane, less where they keep apart, 0 for a lattice.</summary>
    public double Variation
    {
        get
        {
            double mean = Measures.Average();
            return Math.Sqrt(Measures.Sum(v => (v - mean) * (v - mean)) / (Measures.Length - 1)) / mean;
        }
    }

    /// <summary>Cuts the window.</summary>
    /// <param name="sample">Points, no two at one place.</param>
    public static VoronoiCells Of(PointSample sample)
    {
        Vector3d size = sample.Window.Size;
        double[] halves = [.. new[] { (sample.Window.PeriodicX, size.X), (sample.Window.PeriodicY, size.Y), (sample.Window.PeriodicZ, size.Z) }.Where(axis => axis.Item1).Select(axis => axis.Item2 / 2)];
        double reach = Math.Min(FirstReach * sample.Spacing, halves.DefaultIfEmpty(double.PositiveInfinity).Min());
        var near = new Neighbours([.. sample.Positions.Select(_ => new List<Vector3d>())]);
        new PairSearch(sample.Window, sample.Positions, reach).Visit(ref near);
        double[] measures = new double[sample.Count];
        int[] faces = new int[sample.Count];
        for (int i = 0; i < sample.Count; i++)
        {
            ConvexCell cell = Cut(sample, i, near.Of[i]);

            // Points beyond the search may still cut a cell that reaches more than half as far.
            cell = 2 * cell.Reach <= reach ? cell : Cut(sample, i, [.. Images(sample, i)]);
            (measures[i], faces[i]) = (cell.Volume, cell.Faces - (sample.Dimensions == 2 ? 2 : 0));
        }

        return new(measures, faces);
    }

    private static ConvexCell Cut(PointSample sample, int i, List<Vector3d> others)
    {
        Vector3d p = sample.Window.Wrap(sample.Positions[i]), size = sample.Window.Size;
        var cell = new ConvexCell(
            new(sample.Window.PeriodicX ? -size.X / 2 : -p.X, sample.Window.PeriodicY ? -size.Y / 2 : -p.Y, sample.Window.PeriodicZ ? -size.Z / 2 : -p.Z),
            new(sample.Window.PeriodicX ? size.X / 2 : size.X - p.X, sample.Window.PeriodicY ? size.Y / 2 : size.Y - p.Y, sample.Window.PeriodicZ ? size.Z / 2 : size.Z - p.Z));
        double reach = double.PositiveInfinity;
        foreach (Vector3d other in others.OrderBy(d => d.Length))
        {
            if (other.Length > 2 * reach)
            {
                break;
            }

            cell.CutHalfway(other);
            reach = cell.Reach;
        }

        return cell;
    }

    /// <summary>All other points and their next images.</summary>
    private static IEnumerable<Vector3d> Images(PointSample sample, int i)
    {
        int x = sample.Window.PeriodicX ? 1 : 0, y = sample.Window.PeriodicY ? 1 : 0, z = sample.Window.PeriodicZ ? 1 : 0;
        for (int j = 0; j < sample.Count; j++)
        {
            Vector3d d = sample.Window.Nearest(sample.Positions[j] - sample.Positions[i]);
            for (int image = 0; image < 27 && j != i; image++)
            {
                (int a, int b, int c) = ((image % 3) - 1, (image / 3 % 3) - 1, (image / 9) - 1);
                if (Math.Abs(a) <= x && Math.Abs(b) <= y && Math.Abs(c) <= z)
                {
                    yield return d + new Vector3d(a * sample.Window.Size.X, b * sample.Window.Size.Y, c * sample.Window.Size.Z);
                }
            }
        }
    }

    private readonly record struct Neighbours(List<Vector3d>[] Of) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            Of[i].Add(separation);
            Of[j].Add(-separation);
        }
    }
}
