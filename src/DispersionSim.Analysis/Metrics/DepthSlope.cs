namespace DispersionSim.Analysis;

/// <summary>How much more active material lies near the top than near the foil: ĝ = 12(z̄/L − ½).</summary>
/// <remarks>z̄ volume-weighted mean height over the foil's mean plane, L thickness. For a profile linear in height ĝ is (top − bottom)/mean; 0 for an even layer, −3 where all of it fills the lower half evenly, ±6 at the extremes.</remarks>
public sealed class DepthSlope : IMetric
{
    public static MetricRow Difference { get; } = new("depth slope minus null", "-", "Depth slope of the active material less that of the replicate's own process null.", "-12…12, null 0", "own definition", PoolingRule.DifferenceFromNull);

    private static readonly MetricRow Row = new("depth slope", "-", "12(z̄/L − ½) with z̄ the volume-weighted mean height of the active primaries over the foil's mean plane and L the thickness.", "-6…6", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Row, Difference];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        if (replicate.Film.Count == 0)
        {
            yield break;
        }

        Reading slope = Row.Read(replicate, s => Of(s.Positions.Select(p => p.Z), s.Volumes, s.Thickness));
        yield return slope;
        if (slope.Null.Count > 0)
        {
            yield return slope with { Row = Difference };
        }
    }

    /// <summary>ĝ of weighted heights in a layer from 0 to <paramref name="thickness"/>.</summary>
    public static double Of(IEnumerable<double> heights, IEnumerable<double> weights, double thickness)
    {
        (double moment, double total) = heights.Zip(weights).Aggregate((0.0, 0.0), (sum, p) => (sum.Item1 + (p.First * p.Second), sum.Item2 + p.Second));
        return 12 * ((moment / total / thickness) - 0.5);
    }
}
