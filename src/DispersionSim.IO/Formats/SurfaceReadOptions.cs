using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What a surface file may leave unsaid.</summary>
public sealed record SurfaceReadOptions
{
    /// <summary>Unit of the heights, and of x and y in a list of points, where the file names none: "m", "mm", "um", "nm", "pm", "A".</summary>
    public string? Unit { get; init; }

    /// <summary>Name of the channel, where the file has several; else the first that holds heights.</summary>
    public string? Channel { get; init; }

    /// <summary>Spacing of the points of a bare matrix, m.</summary>
    [Unit("m")]
    public double? PixelSize { get; init; }

    /// <summary>Points that a .sur file marks as special (not measured) are invalid; false keeps their stored value, as other programs do.</summary>
    public bool DropSpecialPoints { get; init; }
}
