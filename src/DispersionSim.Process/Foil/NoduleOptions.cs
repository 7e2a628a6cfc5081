using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Nodules of copper on the random surface, as the roughening treatment of a foil deposits them: caps of spheres.</summary>
public sealed record NoduleOptions
{
    [Unit("-"), Allowed(0, 0.4, Example = "0.2")]
    [Description("Share of the foil's area under nodules; 0 for none.")]
    public double Coverage { get; init; }

    [Unit("m"), Allowed(0.2e-6, 5e-6, Example = "0.5 um")]
    [Description("Least base diameter of a nodule.")]
    public double DiameterMinimum { get; init; } = 0.5e-6;

    [Unit("m"), Allowed(0.2e-6, 5e-6, Example = "1.5 um")]
    [Description("Greatest base diameter of a nodule; diameters are spread evenly in between. A patch has none wider than half its width.")]
    public double DiameterMaximum { get; init; } = 1.5e-6;

    [Unit("-"), Allowed(0.05, 0.5, Example = "0.3")]
    [Description("Height of a nodule over its base diameter; 0.5 is a hemisphere.")]
    public double HeightRatio { get; init; } = 0.3;
}
