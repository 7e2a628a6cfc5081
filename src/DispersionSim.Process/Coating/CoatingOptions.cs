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

    [Description("how the slurry is spread: blade or slot-die; for the shear that it sees")]
    public CoatingMethod Method { get; init; } = CoatingMethod.Blade;

    [Unit("m/s"), Allowed(1e-4, 10, Example = "1 m/min")]
    [Description("speed of the foil")]
    public double Speed { get; init; } = 1.0 / 60;

    /// <summary>Gap over the foil, m; absent: twice the wet film, which drag alone fills.</summary>
    [Unit("m"), Allowed(1e-6, 5e-3, Example = "70 um")]
    [Description("gap between foil and blade or lip; twice the wet film where absent, as drag alone fills it")]
    public double? Gap { get; init; }

    [Unit("m"), Allowed(1e-5, 0.1, Example = "1 mm")]
    [Description("length of the gap along the foil (assumed)")]
    public double GapLength { get; init; } = 1e-3;
}
