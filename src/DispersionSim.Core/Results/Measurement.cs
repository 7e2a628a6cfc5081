namespace DispersionSim.Core;

/// <summary>A value measured on a structure or a process.</summary>
/// <param name="Name">A row of the metrics table in the documentation.</param>
/// <param name="Value">In <paramref name="Unit"/>; NaN where it could not be had.</param>
/// <param name="Unit">SI unit, "-" for a pure number.</param>
public sealed record Measurement(string Name, double Value, string Unit)
{
    /// <summary>95 % confidence interval; null where one sample gives none.</summary>
    public Interval? Interval { get; init; }

    /// <summary>What the value can be at all, such as 0 to 1 for a share; a confidence interval is cut there. Null where it is anything.</summary>
    public Interval? Bounds { get; init; }

    /// <summary>Mean under the null model.</summary>
    public double? NullMean { get; init; }

    /// <summary>95 % band under the null model.</summary>
    public Interval? NullBand { get; init; }

    /// <summary>Independent replicates behind the value.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>One sentence: what was measured and how.</summary>
    public string Definition { get; init; } = "";
}
