namespace DispersionSim.Core;

/// <summary>Outcome of a claim.</summary>
public enum Verdict
{
    Supported,
    NotSupported,
    Inconclusive,
}

/// <summary>Outcome of a claim's own condition, its parent apart.</summary>
public enum Condition
{
    Met,
    NotMet,
    Inconclusive,
}

/// <summary>Where a piece of evidence comes from.</summary>
public enum EvidenceKind
{
    /// <summary>Measured, on the simulated structure or on files.</summary>
    Measured,

    /// <summary>A condition that the recipe or the user declares.</summary>
    Declared,
}

/// <summary>One thing that a claim is decided on.</summary>
/// <param name="Name">What.</param>
/// <param name="Kind">Measured or declared.</param>
/// <param name="Value">A number in <paramref name="Unit"/>, or null when <paramref name="Text"/> says it.</param>
/// <param name="Text">A declared word ("electrolytic copper"), or null.</param>
/// <param name="Unit">SI unit, "-" for a number or a word.</param>
/// <param name="Interval">95 % interval, or null.</param>
/// <param name="Threshold">The rule in words, e.g. "≤ 1 µm".</param>
/// <param name="Outcome">Whether it is met.</param>
public sealed record Evidence(string Name, EvidenceKind Kind, double? Value, string? Text, string Unit, Interval? Interval, string Threshold, Condition Outcome)
{
    /// <summary>How far the evidence is from turning its outcome, in words; empty for a declared condition.</summary>
    public string Margin { get; init; } = "";
}

/// <summary>The verdict on one claim.</summary>
/// <param name="Claim">Number of the claim, 1–16.</param>
/// <param name="Title">The claim's own condition in a few words.</param>
/// <param name="Own">Its own condition.</param>
/// <param name="Verdict">Own condition and parents together.</param>
/// <param name="Why">One sentence.</param>
public sealed record ClaimVerdict(int Claim, string Title, Condition Own, Verdict Verdict, string Why, IReadOnlyList<Evidence> Evidence);
