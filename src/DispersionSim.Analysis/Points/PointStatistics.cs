namespace DispersionSim.Analysis;

/// <summary>Single numbers that describe how evenly points lie.</summary>
public static class PointStatistics
{
    /// <summary>Points that a cell of <see cref="CellVariance"/> holds on average.</summary>
    private const double PerCell = 10;

    /// <summary>Surface gap up to which particles count as touching, mean radii.</summary>
    private const double Gap = 0.1;

    /// <summary>ĝ = 12(z̄/L − ½): density at the top less that at the bottom over the mean, of a linear profile along the last axis.</summary>
    public static double DepthSlopeOf(PointSample sample) => DepthSlope.Of(sample.Depths, sample.Depths.Select(_ => 1.0), sample.Depth);

    /// <summary>Share of particles in contact clusters of at least three.</summary>
    public static double ClusteredShare(PointSample sample)
    {
        int[] sizes = Contacts.ClusterSizes(sample.Count, Contacts.Find(sample.Window, sample.Positions, sample.Radii, Gap * sample.Radii.Average()));
        return sizes.Count(s => s >= 3) / (double)sample.Count;
    }

    /// <summary>Variance over mean of the numbers of points in equal cells that hold about ten: 1 for points at random, less for hard particles.</summary>
    public static double CellVariance(PointSample sample)
    {
        double edge = sample.Spacing * Math.Pow(PerCell, 1.0 / sample.Dimensions);
        int nx = Cells(sample.Window.Size.X, edge), ny = Cells(sample.Window.Size.Y, edge), nz = sample.Dimensions == 3 ? Cells(sample.Window.Size.Z, edge) : 1;
        double[] counts = new double[nx * ny * nz];
        foreach (Core.Vector3d p in sample.Positions)
        {
            counts[Cell(p.X / sample.Window.Size.X, nx) + (nx * (Cell(p.Y / sample.Window.Size.Y, ny) + (ny * Cell(p.Z / sample.Window.Size.Z, nz))))]++;
        }

        double mean = counts.Average();
        return counts.Length < 2 ? double.NaN : counts.Sum(c => (c - mean) * (c - mean)) / (counts.Length - 1) / mean;
    }

    /// <summary>Clark and Evans' index: mean distance to the nearest neighbour over that of points at random, no edge correction.</summary>
    public static double NearestNeighbourIndexOf(PointSample sample)
    {
        double gamma = sample.Dimensions == 3 ? 0.89297951156924922 : 0.88622692545275801;
        double random = gamma * PointFunctions.Length(sample.Measure / sample.Count, sample.Dimensions);
        return NearestNeighbours.Distances(sample.Window, sample.Positions).Average() / random;
    }

    private static int Cells(double length, double edge) => Math.Max(1, (int)Math.Round(length / edge));

    private static int Cell(double share, int count) => Math.Clamp((int)(share * count), 0, count - 1);
}
