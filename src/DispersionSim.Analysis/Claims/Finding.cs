using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>One condition of a claim with the evidence behind it.</summary>
/// <param name="Outcome">Whether it is met; null for evidence that is reported and decides nothing.</param>
/// <param name="Reason">The evidence in a few words with its figures.</param>
/// <param name="Evidence">What goes into the verdict's list.</param>
public sealed record Finding(Condition? Outcome, string Reason, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How far a measured condition is from turning, in half-widths of its interval; infinite for a declared one.</summary>
    public double Slack { get; init; } = double.PositiveInfinity;

    /// <summary>The measured quantities behind it with the limits they are nearest to.</summary>
    public IReadOnlyList<ClaimMargin> Margins { get; init; } = [];

    /// <summary>The same evidence, reported without deciding.</summary>
    public Finding Reported() => this with
    {
        Outcome = null,
        Evidence = [.. Evidence.Select(e => e with { Threshold = $"{e.Threshold} (reported, decides nothing)" })],
    };

    /// <summary>A declared condition.</summary>
    public static Finding Declared(string name, string text, string threshold, bool met)
    {
        Condition outcome = met ? Condition.Met : Condition.NotMet;
        return new(outcome, $"{name}: {text}", [new(name, EvidenceKind.Declared, null, text, "-", null, threshold, outcome)]);
    }
}
