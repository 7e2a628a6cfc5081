namespace DispersionSim.Analysis;

/// <summary>How evenly binder and active material are mixed: variance between windows of the local share PI/(PI + Si), against the process null, with Lacey's index beside it.</summary>
/// <remarks>
/// Windows of 2 µm, and of 2 median diameters for segments too small to hold 8 of those. A window without solids has no share and is left out.
/// Lacey: M = (σ₀² − s²)/(σ₀² − σ_r²), σ₀² = p(1 − p) for complete segregation, σ_r² the null's variance; reported, never deciding, for it is near 1 even where windows differ visibly.
/// </remarks>
public sealed class BinderVariance : IMetric
{
    /// <summary>The window of the mixing rule, m.</summary>
    public const double RuleWindow = 2e-6;

    /// <summary>Variance ratio in windows of 2 µm.</summary>
    public static MetricRow Ratio { get; } = RatioRow("2 um");

    /// <summary>Variance ratio in windows of 2 median diameters.</summary>
    public static MetricRow FineRatio { get; } = RatioRow("2 d50");

    private static readonly MetricRow Variance = VarianceRow("2 um");
    private static readonly MetricRow FineVariance = VarianceRow("2 d50");
    private static readonly MetricRow Lacey = new("Lacey index, 2 d50 windows", "-", "(σ₀² − s²)/(σ₀² − σ_r²) of the binder's share in windows of 2 median diameters; σ_r² from the process null.", "about 0…1", "lacey-1954");

    public IReadOnlyList<MetricRow> Rows { get; } = [Variance, Ratio, FineVariance, FineRatio, Lacey];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        if (replicate.NullFilms.Append(replicate.Film).Any(s => s.Binder.Count == 0))
        {
            return [];
        }

        Reading[] fine = [.. Pair(replicate, 2 * replicate.Scale.MedianDiameter, FineVariance, FineRatio)];
        return [.. Pair(replicate, RuleWindow, Variance, Ratio), .. fine, .. fine.Where(r => r.Row == FineRatio).Select(r => LaceyIndex(replicate, r))];
    }

    private static IEnumerable<Reading> Pair(MeasuredReplicate replicate, double edge, MetricRow variance, MetricRow ratio)
    {
        if (!WindowRule.Allows(replicate, edge))
        {
            yield break;
        }

        Reading reading = variance.Read(replicate, s => Of(s, edge));
        yield return reading;
        if (reading.Null.Count > 0)
        {
            yield return reading with { Row = ratio };
        }
    }

    private static Reading LaceyIndex(MeasuredReplicate replicate, Reading variance)
    {
        double binder = replicate.Film.Binder.Sum(b => b.Amount), share = binder / (binder + replicate.Film.Volumes.Sum());
        double segregated = share * (1 - share);
        return Lacey.Read((segregated - variance.Value) / (segregated - variance.Null.Average()));
    }

    private static double Of(MeasuredState film, double edge)
    {
        WindowGrid windows = film.Windows(edge);
        double[][] shares = [.. windows.Amounts(film.Binder).Zip(windows.Amounts(film.Solid), Shares)];
        return shares.All(s => s.Length > 1) ? WindowGrid.Variance(shares) : double.NaN;
    }

    private static double[] Shares(double[] binder, double[] solid) =>
        [.. binder.Zip(solid).Where(w => w.First + w.Second > 0).Select(w => w.First / (w.First + w.Second))];

    private static MetricRow VarianceRow(string window) =>
        new($"binder variance, {window} windows", "-", $"Variance between cubic windows of {window} in the film's bulk of binder volume over binder and active volume.", "0…0.25", "own definition");

    private static MetricRow RatioRow(string window) =>
        new($"binder variance ratio, {window} windows", "-", $"Variance between windows of {window} of the binder's share over that of the process null.", "≥ 0, null 1", "own definition", PoolingRule.RatioToNull);
}
