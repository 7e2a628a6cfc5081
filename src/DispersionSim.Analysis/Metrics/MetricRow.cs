using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How values of replicates become one.</summary>
public enum PoolingRule
{
    /// <summary>Mean over replicates, with a t interval; the null's mean and band beside it.</summary>
    Mean,

    /// <summary>Mean over replicates divided by the null's mean over the same replicates, with a jackknife interval.</summary>
    RatioToNull,

    /// <summary>Mean over replicates of the difference from the replicate's own null, with a t interval.</summary>
    DifferenceFromNull,
}

/// <summary>A row of the table of metrics (docs/metrics.md), which a test holds to the catalog.</summary>
/// <param name="Name">The name in metrics.json.</param>
/// <param name="Unit">SI unit, "-" for a pure number.</param>
/// <param name="Definition">One sentence: what is measured and how.</param>
/// <param name="Range">Values it can take, in words or as an interval.</param>
/// <param name="Source">A key of the reference catalog, or "own definition".</param>
/// <param name="Rule">How replicates are pooled.</param>
public sealed record MetricRow(string Name, string Unit, string Definition, string Range, string Source, PoolingRule Rule = PoolingRule.Mean)
{
    /// <summary>The range as numbers; null where it has no end that confidence intervals could pass.</summary>
    public Interval? Bounds { get; } = MetricRange.Parse(Range);

    /// <summary>A reading of this row without a null.</summary>
    public Reading Read(double value) => new(this, value, []);

    /// <summary>A reading of this row on a film and on its null films.</summary>
    public Reading Read(MeasuredReplicate replicate, Func<MeasuredState, double> measure) =>
        new(this, measure(replicate.Film), [.. replicate.NullFilms.Select(measure)]);
}

/// <summary>A row's value on one replicate.</summary>
/// <param name="Row">What was measured.</param>
/// <param name="Value">On the replicate's film or slurry; NaN where it could not be had.</param>
/// <param name="Null">On each of its null films; empty where the null has no such thing.</param>
public sealed record Reading(MetricRow Row, double Value, IReadOnlyList<double> Null);
