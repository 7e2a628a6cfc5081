using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Roughness of the coated side: a random surface of a given spectrum, or a measured one.</summary>
public sealed record TopographyOptions : IPresetOptions
{
    [Description("A kind of foil whose figures serve where this table gives none: rolled, electrolytic-drum (the smooth side) or electrolytic-matte.")]
    public FoilPreset? Preset { get; init; }

    /// <summary>Filtered ISO Ra: λc 0.8 mm, λs 2.5 µm, over 4 mm.</summary>
    [Unit("m"), Allowed(0, 1e-5, Example = "0.3 um")]
    [Description("Filtered ISO Ra (cut-offs 0.8 mm and 2.5 um, over 4 mm) of the foil; 0 is a flat foil.")]
    public double TargetRa { get; init; } = 0.3e-6;

    [Unit("-"), Allowed(0.1, 1, Example = "0.8")]
    [Description("Hurst exponent of the self-affine range.")]
    public double Hurst { get; init; } = 0.8;

    [Unit("m"), Allowed(0.1e-6, 100e-6, Example = "4 um")]
    [Description("Longer waves have the same spectral density; shorter ones fall off as a power of the wave vector.")]
    public double RollOffWavelength { get; init; } = 4e-6;

    [Unit("m"), Allowed(1e-6, 10e-3, Example = "50 um")]
    [Description("Longest wave in the surface; where it is not set, waves have no longest.")]
    public double? LongCutoff { get; init; }

    [Unit("m"), Allowed(10e-9, 10e-6, Example = "0.1 um")]
    [Description("Shortest wave in the surface.")]
    public double ShortCutoff { get; init; } = 0.1e-6;

    [Unit("-"), Allowed(-2, 2, Example = "0")]
    [Description("Skewness of the heights, nodules apart; negative for valleys in a plateau.")]
    public double Skewness { get; init; }

    [Unit("-"), Allowed(1.3, 12, Example = "3")]
    [Description("Kurtosis of the heights, nodules apart; 3 for Gaussian.")]
    public double Kurtosis { get; init; } = 3;

    [Description("Nodules on the random surface.")]
    public NoduleOptions Nodules { get; init; } = new();

    [Description("A measured surface to cut the foil from, instead of a random one.")]
    [RecipePath]
    public string? File { get; init; }

    [Description("Unit of the heights where the file names none, e.g. um.")]
    public string? Unit { get; init; }

    [Description("Channel of the file, where it has several.")]
    public string? Channel { get; init; }

    [Unit("m"), Allowed(0, 1e-3, MinimumExcluded = true, Example = "0.1 um")]
    [Description("Spacing of the points where the file does not say it.")]
    public double? PixelSize { get; init; }

    /// <inheritdoc/>
    object IPresetOptions.Filled() => Preset is { } kind ? FoilPresets.Of(kind) : this;
}
