using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Looks an imported aggregate over for what a user should know.</summary>
internal static class AggregateReview
{
    /// <summary>A sphere farther from the middle than this many median distances is no part of the cluster; the longest straight chain reaches 2.</summary>
    private const double OutlierFactor = 10;

    /// <summary>Overlap relative to the sum of two radii that is reported, unless the spheres are bonded.</summary>
    private const double ToleratedOverlap = 0.01;

    public static IEnumerable<string> WarningsFor(AggregateGeometry aggregate) =>
        [.. Outliers(aggregate), .. Overlaps(aggregate), .. Loose(aggregate), .. Stated(aggregate)];

    private static IEnumerable<string> Outliers(AggregateGeometry aggregate)
    {
        var middle = new Vector3d(Median(aggregate.Position.Select(p => p.X)), Median(aggregate.Position.Select(p => p.Y)), Median(aggregate.Position.Select(p => p.Z)));
        double[] distance = [.. aggregate.Position.Select(p => (p - middle).Length)];
        double limit = OutlierFactor * Median(distance);
        return Enumerable.Range(0, aggregate.Count)
            .Where(i => aggregate.Count > 3 && limit > 0 && distance[i] > limit)
            .Select(i => $"sphere {i} at ({aggregate.Position[i].X:g6}, {aggregate.Position[i].Y:g6}, {aggregate.Position[i].Z:g6}) lies far outside the cluster, {distance[i] / Median(distance):0} times its median distance from the middle; it was kept");
    }

    private static IEnumerable<string> Overlaps(AggregateGeometry aggregate)
    {
        double deepest = aggregate.LargestOverlap();
        return deepest > ToleratedOverlap && aggregate.Bonds.Length == 0 ? [$"spheres overlap by up to {deepest:P1} of the sum of their radii"] : [];
    }

    private static IEnumerable<string> Loose(AggregateGeometry aggregate)
    {
        int pieces = aggregate.Pieces(aggregate.Bonds.Concat(aggregate.Contacts()));
        return pieces > 1 ? [$"the spheres hang together in {pieces} separate pieces, not in one"] : [];
    }

    private static IEnumerable<string> Stated(AggregateGeometry aggregate) =>
        aggregate.Stated.Count is int stated && stated != aggregate.Count ? [$"the header states {stated} spheres, the file holds {aggregate.Count}"] : [];

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
