using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What the surface of the foil is made of.</summary>
public enum FoilMetal
{
    Copper,
    CopperAlloy,
    OtherMetal,
}

/// <summary>How the foil, or the layer on its surface, was made.</summary>
public enum FoilKind
{
    Electrolytic,
    Rolled,
}

/// <summary>The current collector.</summary>
public sealed record FoilOptions
{
    [Description("Metal of the foil's surface: copper, copper-alloy or other-metal.")]
    public FoilMetal Metal { get; init; } = FoilMetal.Copper;

    [Description("How the surface was made: electrolytic or rolled.")]
    public FoilKind Kind { get; init; } = FoilKind.Electrolytic;

    [Unit("m"), Allowed(1e-6, 1e-3, Example = "18 um")]
    [Description("Thickness of the foil.")]
    public double Thickness { get; init; } = 18e-6;

    [Description("Topography of the coated side.")]
    public TopographyOptions Topography { get; init; } = new();
}
