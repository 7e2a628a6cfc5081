using System.ComponentModel;

namespace DispersionSim.IO;

/// <summary>What the sizes in the first of two columns mark.</summary>
public enum SizeMeaning
{
    /// <summary>The geometric centre of a class.</summary>
    Centre,

    /// <summary>The lower edge of a class; the last row only closes the last class.</summary>
    LowerEdge,

    /// <summary>The upper edge of a class; the first row only opens the first class.</summary>
    UpperEdge,
}

/// <summary>What a user says about a size-distribution file that the file does not say itself.</summary>
public sealed record DistributionImport
{
    [Description("Which measurement of a file with several, from 0")]
    public int Row { get; init; }

    [Description("Unit of length of the file's sizes where the file does not name it, e.g. um")]
    public string? Unit { get; init; }

    [Description("Factor on every diameter")]
    public double Scale { get; init; } = 1;

    [Description("What the sizes of a two-column table mark")]
    public SizeMeaning SizeMeaning { get; init; } = SizeMeaning.Centre;
}
