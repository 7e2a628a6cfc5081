namespace DispersionSim.Analysis;

/// <summary>Pieces of one agglomerate of the powder that still hold together in the slurry.</summary>
/// <remarks>Two primaries of the same parent hold together where they touch, d_ij ≤ r_i + r_j, or where a bond of the powder between them survives; pieces are what hangs together so.</remarks>
public sealed class ParentFragments : IMetric
{
    /// <summary>A piece of at most this many primaries counts as broken apart.</summary>
    public const int SmallestCounted = 5;

    public static MetricRow Mass { get; } = new("mass in parent fragments > 5", "-", "Share of the active volume in pieces of one agglomerate of the powder that hold together in the slurry with more than 5 primaries.", "0…1", "own definition");

    private static readonly MetricRow Largest = new("largest parent fragment", "-", "Primaries in the largest piece of one agglomerate that holds together in the slurry.", "≥ 1", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Mass, Largest];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        MeasuredState slurry = replicate.Slurry;
        if (slurry.Count == 0)
        {
            return [];
        }

        int[] sizes = Contacts.ClusterSizes(slurry.Count, SameParent(slurry));
        return [Mass.Read(slurry.VolumeShare(i => sizes[i] > SmallestCounted)), Largest.Read(sizes.Max())];
    }

    private static IEnumerable<(int I, int J)> SameParent(MeasuredState slurry) =>
        slurry.TouchingPairs.Concat(SurvivingBonds(slurry))
            .Where(c => slurry.Parents[c.I] != 0 && slurry.Parents[c.I] == slurry.Parents[c.J]);

    private static IEnumerable<(int I, int J)> SurvivingBonds(MeasuredState slurry)
    {
        Dictionary<int, int> place = slurry.Active.Select((particle, p) => (particle, p)).ToDictionary(a => a.particle, a => a.p);
        return slurry.State.Bonds.Where(Analysis.SurvivingBonds.IsFeedstock)
            .Where(b => place.ContainsKey(b.I) && place.ContainsKey(b.J))
            .Select(b => (place[b.I], place[b.J]));
    }
}
