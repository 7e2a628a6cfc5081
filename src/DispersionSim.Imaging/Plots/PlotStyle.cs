namespace DispersionSim.Imaging;

/// <summary>How curves are drawn.</summary>
/// <param name="Name">File name without folder and suffix, e.g. "pair-correlation".</param>
/// <param name="Caption">What the plot shows, for the report.</param>
public sealed record PlotStyle(string Name, string Caption)
{
    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Logarithmic abscissa; points at or below zero are left out.</summary>
    public bool LogX { get; init; }

    /// <summary>Logarithmic ordinate; points at or below zero are left out.</summary>
    public bool LogY { get; init; }

    /// <summary>Points are marked: for measured values rather than functions.</summary>
    public bool Markers { get; init; }

    /// <summary>The ordinate begins at zero.</summary>
    public bool FromZero { get; init; }

    /// <summary>A level to compare with, in the ordinate's SI unit, drawn dashed.</summary>
    public double? Level { get; init; }
}
