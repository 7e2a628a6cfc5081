namespace DispersionSim.Analysis;

/// <summary>Clusters of touching primaries in the slurry, whatever agglomerate they came from: what has come together again.</summary>
public sealed class SlurryClusters : IMetric
{
    /// <summary>A cluster of at most this many primaries is chance contact in a dense slurry.</summary>
    public const int SmallestCounted = 50;

    public static MetricRow Mass { get; } = new("mass in slurry clusters > 50", "-", "Share of the active volume in clusters of more than 50 touching primaries of any parent in the slurry at the end of shearing.", "0…1", "own definition");

    private static readonly MetricRow Largest = new("largest slurry cluster", "-", "Primaries in the largest cluster of touching primaries in the slurry.", "≥ 1", "own definition");
    private static readonly MetricRow Coordination = new("slurry coordination number", "-", "Mean number of touching neighbours of a primary in the slurry.", "≥ 0", "own definition");
    private static readonly MetricRow Single = new("single primaries in slurry", "-", "Share of the primaries that touch no other in the slurry.", "0…1", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Mass, Largest, Coordination, Single];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        MeasuredState slurry = replicate.Slurry;
        if (slurry.Count == 0)
        {
            return [];
        }

        int[] sizes = Contacts.ClusterSizes(slurry.Count, slurry.TouchingPairs);
        return
        [
            Mass.Read(slurry.VolumeShare(i => sizes[i] > SmallestCounted)),
            Largest.Read(sizes.Max()),
            Coordination.Read(2.0 * slurry.TouchingPairs.Count / slurry.Count),
            Single.Read(sizes.Count(s => s == 1) / (double)slurry.Count),
        ];
    }
}
