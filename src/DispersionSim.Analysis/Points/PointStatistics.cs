namespace DispersionSim.Analysis;

/// <summary>Single numbers that describe how evenly points lie.</summary>
public static class PointStatistics
{
    /// <summary>Points that a cell of <see cref="Cells"/> holds on average.</summary>
    private const double PerCell = 10;

    /// <summary>Surface gap up to which particles count as touching, mean radii.</summary>
    private const double Gap = 0.1;

    /// <summary>ĝ = 12(z̄/L − ½): density at the top less that at the bottom over the mean, of a linear profile along the last axis.</summary>
    public static double DepthSlopeOf(PointSample sample) => DepthSlope.Of(sample.Depths, sample.Depths.Select(_ => 1.0), sample.Depth);

    /// <summary>Share of particles in contact clusters of at least three.</summary>
    public static double ClusteredShare(PointSample sample) => Clustered(sample).Average();

    /// <summary>1 for each particle in a contact cluster of at least three, 0 for the others.</summary>
    public static double[] Clustered(PointSample sample) =>
        [.. Contacts.ClusterSizes(sample.Count, Contacts.Find(sample.Window, sample.Positions, sample.Radii, Gap * sample.Radii.Average())).Select(s => s >= 3 ? 1.0 : 0.0)];

    /// <summary>Counts in equal cells that hold about ten.</summary>
    public static QuadratCounts Cells(PointSample sample) => QuadratCounts.Holding(sample, PerCell);

    /// <summary>Clark and Evans' index: mean distance to the nearest neighbour over that of points at random, no edge correction.</summary>
    /// <param name="sample">The points.</param>
    /// <param name="nearest">Distance of each to its nearest neighbour.</param>
    public static double NearestNeighbourIndexOf(PointSample sample, double[] nearest)
    {
        double gamma = sample.Dimensions == 3 ? 0.89297951156924922 : 0.88622692545275801;
        double random = gamma * PointFunctions.Length(sample.Measure / sample.Count, sample.Dimensions);
        return nearest.Average() / random;
    }
}
