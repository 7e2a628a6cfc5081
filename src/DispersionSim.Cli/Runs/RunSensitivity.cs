using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>What would flip a verdict of a run: adhesion, tier of hydrodynamics, thresholds, window size.</summary>
internal static class RunSensitivity
{
    /// <summary>Thresholds that are named: those nearest to turning.</summary>
    private const int Nearest = 5;

    /// <summary>Assumption and where it turns, in words, in that order.</summary>
    /// <param name="verdict">Numbers and verdicts.</param>
    /// <param name="tier">The run's tier of hydrodynamics.</param>
    public static IReadOnlyList<(string Assumption, string Outcome)> Of(RunVerdict verdict, HydrodynamicTier tier) =>
        [.. Breakup(verdict, tier), .. Thresholds(verdict), .. Windows(verdict)];

    /// <summary>The swept outcomes where the powder was sheared again, else the analytic margin alone.</summary>
    private static IEnumerable<(string, string)> Breakup(RunVerdict verdict, HydrodynamicTier tier)
    {
        foreach ((string words, string name, string by) in new[] { ("adhesion", "stress margin", $"in the run's tier {tier}"), ("hydrodynamic tier", "stress margin, exact doublet", "with the exact hydrodynamics of a touching pair") })
        {
            if (verdict.Analysis.Find(name) is { } margin)
            {
                yield return ($"{words} (analytic, not swept)", $"the shear separates a touching pair of the median primary up to {FigureText.Number(margin.Value)} times the pull-off force taken, {by}");
            }
        }

        Evidence[] swept = [.. verdict.Claims.SelectMany(c => c.Evidence).Where(e => e.Name.StartsWith(BreakupSweep.EvidencePrefix, StringComparison.Ordinal)).DistinctBy(e => e.Name)];
        foreach (Evidence e in swept)
        {
            yield return (e.Name, $"{VerdictWords.Of(e.Outcome)}: surviving feedstock bonds {FigureText.Of(e.Value ?? double.NaN, e.Unit)}");
        }

        if (swept.Length == 0)
        {
            yield return ("adhesion and hydrodynamic tier, swept", "not sheared again in this run; the command verify does so with a third and three times the pull-off force in tiers T0 and T1");
        }
    }

    private static IEnumerable<(string, string)> Thresholds(RunVerdict verdict) =>
        verdict.Margins.DistinctBy(m => (m.Name, m.Limit)).OrderBy(Room).Take(Nearest).Select(m => ($"threshold of {m.Name}, claim {m.Claim}", Turn(m)));

    private static IEnumerable<(string, string)> Windows(RunVerdict verdict) =>
        verdict.Margins.Where(m => m.Name.EndsWith(" windows", StringComparison.Ordinal)).DistinctBy(m => m.Name).Select(m => ($"window: {m.Name}", Turn(m)));

    private static string Turn(ClaimMargin m) =>
        $"turns at {FigureText.Of(m.Limit, m.Unit)}; value {FigureText.Of(m.Value, m.Unit)} [{FigureText.Range(m.Interval, m.Unit, m.Value)}]";

    /// <summary>Distance of the interval's near end from the limit, over the limit.</summary>
    private static double Room(ClaimMargin m) => Math.Abs((m.AtMost ? m.Interval.High : m.Interval.Low) - m.Limit) / Math.Max(Math.Abs(m.Limit), double.Epsilon);
}
