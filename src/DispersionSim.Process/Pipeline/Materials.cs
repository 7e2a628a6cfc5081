using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a recipe refers to by file, as read by whoever may touch files.</summary>
public sealed record Materials
{
    /// <summary>Draws the sizes of primaries.</summary>
    public required PrimarySizes Sizes { get; init; }

    /// <summary>Ready-made aggregates; none to generate them.</summary>
    public IReadOnlyList<AggregateGeometry> Aggregates { get; init; } = [];

    /// <summary>Measured surface of the foil; null to synthesise one.</summary>
    public HeightMap? Surface { get; init; }
}
