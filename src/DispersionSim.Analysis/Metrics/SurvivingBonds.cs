using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>β = bonds of the powder that hold at the end of shearing / bonds that the powder had once relaxed under the run's own law. A powder of single primaries has β = 0.</summary>
public sealed class SurvivingBonds : IMetric
{
    public static MetricRow Row { get; } = new("surviving feedstock bonds", "-", "Bonds of the powder that hold in the slurry at the end of shearing, over those of the relaxed powder.", "0…1", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Row];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        ElectrodeState slurry = replicate.Sample.Slurry;
        int surviving = slurry.Bonds.Count(IsFeedstock);
        return [Row.Read(slurry.FeedstockBondCount == 0 ? 0 : (double)surviving / slurry.FeedstockBondCount)];
    }

    /// <summary>The bond came with the powder.</summary>
    public static bool IsFeedstock(Bond bond) => bond.Origin is BondOrigin.FeedstockContact or BondOrigin.FeedstockBridge;
}
