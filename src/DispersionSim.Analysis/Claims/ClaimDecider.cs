using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Decides the 16 claims.</summary>
/// <remarks>
/// A claim is supported where its own condition is met and a claim it rests on is supported; not supported where its own condition is not met or none of those claims can be; inconclusive otherwise.
/// A condition of several parts fails with any part that fails, and is open where none fails and one is open. See docs/claims.md.
/// </remarks>
public static class ClaimDecider
{
    /// <summary>The verdicts in the order of the claims.</summary>
    /// <param name="analysis">Pooled measurements, those of the stages among them (<see cref="StageNames"/>).</param>
    /// <param name="declared">What the recipe declares.</param>
    /// <param name="thresholds">Limits.</param>
    /// <param name="cell">The virtual cell's outcome; null leaves claims 15 and 16 open at best.</param>
    /// <param name="sweep">How the breaking apart comes out under other assumptions; null where that was not simulated.</param>
    public static IReadOnlyList<ClaimVerdict> Decide(AnalysisResult analysis, Declarations declared, ClaimThresholds thresholds, CellEvidence? cell, BreakupSweep? sweep = null)
    {
        var facts = new ClaimFacts(analysis, declared, thresholds, cell, sweep);
        var verdicts = new List<ClaimVerdict>();
        foreach (ClaimRule rule in ClaimCatalog.All)
        {
            verdicts.Add(Decide(rule.Number, [.. rule.Own(facts)], [.. rule.Parents.Select(p => verdicts[p - 1])]));
        }

        return verdicts;
    }

    /// <summary>Every measured quantity that a claim's own condition is decided on, with the limit it is nearest to; those without an interval are left out.</summary>
    public static IReadOnlyList<ClaimMargin> Margins(AnalysisResult analysis, Declarations declared, ClaimThresholds thresholds)
    {
        var facts = new ClaimFacts(analysis, declared, thresholds, Cell: null);
        return [.. ClaimCatalog.All.SelectMany(rule => rule.Own(facts).Where(f => f.Outcome is not null).SelectMany(f => f.Margins).Select(m => m with { Claim = rule.Number }))];
    }

    /// <summary>The verdict on a claim from what was found on its own condition and from the claims that it rests on.</summary>
    internal static ClaimVerdict Decide(int claim, Finding[] findings, ClaimVerdict[] parents)
    {
        Condition own = Logic.All(findings.Select(f => f.Outcome).OfType<Condition>());
        Condition parent = parents.Length == 0 ? Condition.Met : Logic.Any(parents.Select(p => Logic.ConditionOf(p.Verdict)));
        Verdict verdict = Logic.VerdictOf(Logic.All([own, parent]));
        return new(claim, ClaimCatalog.All[claim - 1].Title, own, verdict, Explanation.Of(own, parent, findings, parents), [.. findings.SelectMany(f => f.Evidence)]);
    }
}
