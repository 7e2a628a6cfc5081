namespace DispersionSim.Analysis;

/// <summary>Mean distance to the nearest neighbour over that of Poisson points of the same density (Clark and Evans in three dimensions).</summary>
/// <remarks>Taken over the primaries with their centre in the bulk, neighbours outside it included. Spheres that cannot overlap give more than 1 however they are placed: only the null beside it tells anything.</remarks>
public sealed class NearestNeighbourIndex : IMetric
{
    private static readonly MetricRow Row = new("nearest-neighbour index", "-", "Mean nearest-neighbour distance of primaries in the film's bulk over Γ(4/3)(4πλ/3)^(−1/3), λ their number density there.", "0…2.03 (simple cubic 1.805)", "clark-evans-1954");

    public IReadOnlyList<MetricRow> Rows { get; } = [Row];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate) =>
        replicate.Film.Count > 1 ? [Row.Read(replicate, Index)] : [];

    private static double Index(MeasuredState film)
    {
        double[] distances = NearestNeighbours.Distances(film.State.Domain, film.Positions);
        double[] inBulk = [.. distances.Where((_, i) => film.Positions[i].Z >= film.BulkLow && film.Positions[i].Z <= film.BulkHigh)];
        return inBulk.Length == 0 ? double.NaN : inBulk.Average() / NearestNeighbours.PoissonMean(inBulk.Length / film.BulkDomain.Volume);
    }
}
