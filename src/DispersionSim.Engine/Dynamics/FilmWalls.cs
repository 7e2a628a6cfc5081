using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>What closes a film above.</summary>
public enum TopKind
{
    None,

    /// <summary>A rigid flat plate: the roll.</summary>
    Platen,

    /// <summary>The liquid's surface.</summary>
    Interface,
}

/// <summary>The foil below and the platen or liquid surface above; SI.</summary>
/// <param name="Foil">Surface heights about the mean plane.</param>
/// <param name="FoilLevel">Height of the mean plane over the box's floor, m.</param>
/// <param name="Top">What closes the film.</param>
/// <param name="TopHeight">Its height over the box's floor, m.</param>
public sealed record FilmWalls(HeightMap Foil, double FoilLevel, TopKind Top, double TopHeight);
