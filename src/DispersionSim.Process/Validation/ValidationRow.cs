using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a row gave: its targets, and the curves that show them.</summary>
/// <param name="Targets">Expected and measured numbers.</param>
/// <param name="Curves">For one plot; all of one unit along each axis; none where numbers say it all.</param>
public sealed record ValidationResult(IReadOnlyList<ValidationTarget> Targets, IReadOnlyList<Curve> Curves);

/// <summary>A row of the validation table that can be run, in a short form for every day and a long one.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Run">Runs it; true for the long form.</param>
public sealed record ValidationRow(int Number, string Title, Func<bool, ValidationResult> Run)
{
    /// <summary>Whether its plot has logarithmic axes.</summary>
    public bool Logarithmic { get; init; }
}
