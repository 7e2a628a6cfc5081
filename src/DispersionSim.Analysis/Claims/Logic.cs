using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Three-valued and, or: what fails outright settles an "and", what holds outright settles an "or", whatever else is open.</summary>
public static class Logic
{
    public static Condition All(IEnumerable<Condition> conditions)
    {
        Condition[] all = [.. conditions];
        return all.Contains(Condition.NotMet) ? Condition.NotMet : all.Contains(Condition.Inconclusive) ? Condition.Inconclusive : Condition.Met;
    }

    public static Condition Any(IEnumerable<Condition> conditions)
    {
        Condition[] all = [.. conditions];
        return all.Contains(Condition.Met) ? Condition.Met : all.Contains(Condition.Inconclusive) ? Condition.Inconclusive : Condition.NotMet;
    }

    public static Condition ConditionOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => Condition.Met,
        Verdict.NotSupported => Condition.NotMet,
        _ => Condition.Inconclusive,
    };

    public static Verdict VerdictOf(Condition condition) => condition switch
    {
        Condition.Met => Verdict.Supported,
        Condition.NotMet => Verdict.NotSupported,
        _ => Verdict.Inconclusive,
    };
}
