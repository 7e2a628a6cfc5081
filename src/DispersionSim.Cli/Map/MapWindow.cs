using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>What a layer must have so that some claims' own conditions on it hold; what those claims rest on is not looked at.</summary>
/// <param name="Claims">Their numbers; none for no window.</param>
/// <param name="Conditions">Figures and the limits that the recipe sets them.</param>
internal sealed record MapWindow(IReadOnlyList<int> Claims, IReadOnlyList<(string Figure, Criterion Criterion, double Limit)> Conditions)
{
    public static MapWindow Of(IReadOnlyList<int> claims, ClaimThresholds limits) =>
        new(claims, [.. claims.SelectMany(c => ConditionsOf(c, limits)).DistinctBy(c => c.Figure)]);

    public string Words => $"{(Claims.Count == 1 ? "claim" : "claims")} {string.Join(", ", Claims.SkipLast(1))}{(Claims.Count > 1 ? " and " : "")}{Claims[^1]}: {string.Join(", ", Conditions.Select(c => $"{c.Figure} {c.Criterion.Words("-")}"))}";

    /// <summary>Whether a point with these figures lies inside.</summary>
    public bool Holds(Func<string, double> figure) => Conditions.All(c => figure(c.Figure) is var v && double.IsFinite(v) && c.Criterion.Judge(new(v, v)) == Condition.Met);

    private static IEnumerable<(string Figure, Criterion Criterion, double Limit)> ConditionsOf(int claim, ClaimThresholds limits) => claim switch
    {
        7 or 12 =>
        [
            (StageNames.BinderRemaining, Criterion.Above(limits.BinderRemaining), limits.BinderRemaining),
            (BinderContact.Row.Name, Criterion.AtLeast(limits.BinderContact), limits.BinderContact),
        ],
        8 => [(StageNames.Imidisation, Criterion.AtLeast(limits.Imidisation), limits.Imidisation)],
        _ => throw new InputException($"claims = [{claim}]: must be of 7, 8, 12: other claims have no condition on the treated layer alone"),
    };
}
