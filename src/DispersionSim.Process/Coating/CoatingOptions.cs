using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Spreading the slurry on the foil: recipe section [coating].</summary>
public sealed record CoatingOptions
{
    [Unit("m"), Allowed(1e-6, 500e-6, Example = "8.5 um")]
    [Description("thickness that the whole layer is meant to have when dry; gives the wet film's thickness and the binder's path in drying")]
    public double TargetDryThickness { get; init; } = 8.5e-6;

    [Unit("-"), Allowed(0.2, 0.7, Example = "0.55")]
    [Description("volume fraction of particles expected in the dry layer, for the wet film's thickness; the true one is a result")]
    public double ExpectedDryFraction { get; init; } = 0.55;
}
