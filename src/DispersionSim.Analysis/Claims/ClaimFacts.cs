using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that the claims are decided on.</summary>
/// <param name="Analysis">Pooled measurements.</param>
/// <param name="Declared">What the recipe declares.</param>
/// <param name="Thresholds">Limits.</param>
/// <param name="Cell">The virtual cell's outcome, or null.</param>
/// <param name="Sweep">How the breaking apart comes out under other assumptions, or null.</param>
public sealed record ClaimFacts(AnalysisResult Analysis, Declarations Declared, ClaimThresholds Thresholds, CellEvidence? Cell, BreakupSweep? Sweep = null)
{
    /// <summary>Judges a pooled measurement by a criterion; one that is missing or rests on too few replicates is inconclusive.</summary>
    public Finding Judge(string name, Criterion criterion) => Judge(Analysis.Find(name), name, criterion);

    /// <summary>Judges a measurement that may be missing.</summary>
    public Finding Judge(Measurement? measurement, string name, Criterion criterion)
    {
        if (measurement is not { } m || !double.IsFinite(m.Value))
        {
            return new(Condition.Inconclusive, $"{name} was not measured", [new(name, EvidenceKind.Measured, null, "not measured", measurement?.Unit ?? "-", null, criterion.Words(measurement?.Unit ?? "-"), Condition.Inconclusive)]);
        }

        return m.Replicates < Thresholds.MinimumReplicates || m.Interval is null ? TooFew(m, criterion) : Judge(m, m.Interval.Value, criterion);
    }

    /// <summary>Judges a measurement by its interval.</summary>
    internal static Finding Judge(Measurement m, Interval interval, Criterion criterion)
    {
        Condition outcome = criterion.Judge(interval);
        Evidence evidence = Of(m, criterion, outcome) with { Margin = criterion.Margin(interval, m.Unit) };
        (double limit, bool atMost) = criterion.NearestLimit(interval);
        return new(outcome, $"{m.Name} {Figures.Say(m.Value, interval, m.Unit)} against {evidence.Threshold}", [evidence])
        {
            Slack = criterion.Slack(interval),
            Margins = [new(0, m.Name, m.Value, interval, limit, atMost, m.Unit)],
        };
    }

    private Finding TooFew(Measurement m, Criterion criterion) => m.Replicates < Thresholds.MinimumReplicates
        ? new(Condition.Inconclusive, Figures.TooFew(m.Replicates, Thresholds.MinimumReplicates), [Of(m, criterion, Condition.Inconclusive)])
        : new(Condition.Inconclusive, $"{m.Name} has no interval", [Of(m, criterion, Condition.Inconclusive)]);

    private static Evidence Of(Measurement m, Criterion criterion, Condition outcome) =>
        new(m.Name, EvidenceKind.Measured, m.Value, null, m.Unit, m.Interval, criterion.Words(m.Unit), outcome);
}
