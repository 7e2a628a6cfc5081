namespace DispersionSim.Analysis;

/// <summary>Squared coefficient of variation of the active volume per cubic window in the film's bulk, at 2, 4 and 8 median diameters, against the process null.</summary>
/// <remarks>CV² = ⟨(V − V̄)²⟩/V̄² between windows (n − 1 in the variance), averaged over shifted grids: see <see cref="WindowGrid"/>. Points placed at random give 1/n̄, a lattice 0. A size with fewer than 8 windows is left out.</remarks>
public sealed class QuadratVariance : IMetric
{
    private static readonly int[] Sizes = [2, 4, 8];

    private static readonly MetricRow[] Variations = [.. Sizes.Select(k => new MetricRow(
        $"quadrat variance, {k} d50 windows", "-", $"CV² of the active volume per cubic window of {k} median diameters in the film's bulk.", "≥ 0", "own definition"))];

    /// <summary>CV²/CV²_null at 2, 4 and 8 median diameters.</summary>
    public static IReadOnlyList<MetricRow> Ratios { get; } = [.. Sizes.Select(k => new MetricRow(
        $"quadrat variance ratio, {k} d50 windows", "-", $"CV² of the active volume per window of {k} median diameters over that of the process null.", "≥ 0, null 1", "own definition", PoolingRule.RatioToNull))];

    public IReadOnlyList<MetricRow> Rows { get; } = [.. Variations, .. Ratios];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        for (int k = 0; k < Sizes.Length; k++)
        {
            double edge = Sizes[k] * replicate.Scale.MedianDiameter;
            if (!WindowRule.Allows(replicate, edge))
            {
                continue;
            }

            Reading variation = Variations[k].Read(replicate, s => WindowGrid.SquaredVariation(s.Windows(edge).Amounts(s.Solid)));
            yield return variation;
            if (variation.Null.Count > 0)
            {
                yield return variation with { Row = Ratios[k] };
            }
        }
    }
}
