using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Roughness of the piece of foil under the film: mean and root mean square deviation from its mean plane, unfiltered.</summary>
/// <remarks>A few micrometres are no ISO evaluation length: these figures describe the segment and decide no claim.</remarks>
public sealed class FoilSegment : IMetric
{
    private static readonly MetricRow Sa = new("foil segment Sa", "m", "Mean absolute deviation of the segment's foil heights from their mean, unfiltered.", "≥ 0", "iso-25178-2");
    private static readonly MetricRow Sq = new("foil segment Sq", "m", "Root mean square deviation of the segment's foil heights from their mean, unfiltered.", "≥ 0", "iso-25178-2");

    public IReadOnlyList<MetricRow> Rows { get; } = [Sa, Sq];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        double[] heights = [.. (replicate.Film.State.Foil?.Heights ?? []).Where(double.IsFinite)];
        if (heights.Length == 0)
        {
            return [];
        }

        double mean = heights.Average();
        return [Sa.Read(heights.Average(h => Math.Abs(h - mean))), Sq.Read(Math.Sqrt(heights.Average(h => (h - mean) * (h - mean))))];
    }
}
