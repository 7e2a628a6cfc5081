using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>One sentence that says why a verdict is as it is: the evidence that settles it with its figures, and what the claims it rests on do.</summary>
internal static class Explanation
{
    private const int MostReasons = 3;

    public static string Of(Condition own, Condition parent, IReadOnlyList<Finding> findings, IReadOnlyList<ClaimVerdict> parents)
    {
        string evidence = own == Condition.Met ? Holds(findings) : Reasons(findings.Where(f => f.Outcome == own));
        string opening = own switch
        {
            Condition.Met => "Met",
            Condition.NotMet => "Not met",
            _ => "Open",
        };
        return parents.Count == 0 ? $"{opening}: {evidence}." : $"{opening}: {evidence}; {Parents(parent, parents)}.";
    }

    private static string Reasons(IEnumerable<Finding> settling)
    {
        string[] reasons = [.. settling.Select(f => f.Reason).Distinct(StringComparer.Ordinal)];
        string shown = string.Join("; ", reasons.Take(MostReasons));
        return reasons.Length > MostReasons ? $"{shown}; and {reasons.Length - MostReasons} more" : shown;
    }

    // Of many conditions that all hold, the one nearest to its limit tells most.
    private static string Holds(IReadOnlyList<Finding> findings)
    {
        Finding[] deciding = [.. findings.Where(f => f.Outcome is not null)];
        if (deciding.Length <= MostReasons)
        {
            return Reasons(deciding);
        }

        return $"all {deciding.Length} conditions hold, the closest being {deciding.MinBy(f => f.Slack)!.Reason}";
    }

    private static string Parents(Condition parent, IReadOnlyList<ClaimVerdict> parents)
    {
        if (parents.Count == 1)
        {
            return $"claim {parents[0].Claim}, on which it rests, is {Word(parents[0].Verdict)}";
        }

        string range = $"claims {parents[0].Claim} to {parents[^1].Claim}";
        return parent switch
        {
            Condition.Met => $"of {range}, {string.Join(", ", parents.Where(p => p.Verdict == Verdict.Supported).Select(p => p.Claim))} supported",
            Condition.NotMet => $"none of {range} is supported",
            _ => $"none of {range} is supported so far",
        };
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.NotSupported => "not supported",
        _ => "inconclusive",
    };
}
