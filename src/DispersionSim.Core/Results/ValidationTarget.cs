namespace DispersionSim.Core;

/// <summary>One number that a validation row expects, and what the program found.</summary>
/// <param name="Row">Row of the table in docs/validation.md.</param>
/// <param name="Name">What the number is.</param>
/// <param name="Expected">Published or exact value.</param>
/// <param name="Measured">The program's.</param>
/// <param name="Tolerance">Largest difference allowed, absolute.</param>
/// <param name="Source">Key in the catalog of references, or "exact".</param>
public sealed record ValidationTarget(int Row, string Name, double Expected, double Measured, double Tolerance, string Source)
{
    /// <summary>Within the tolerance; a number that is not one never is.</summary>
    public bool Pass => Math.Abs(Measured - Expected) <= Tolerance;
}
