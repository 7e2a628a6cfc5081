using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What the rolls are set to.</summary>
public enum PressingTarget
{
    /// <summary>Greatest pressure in the nip.</summary>
    Pressure,

    /// <summary>Thickness of the layer once it has sprung back.</summary>
    Thickness,

    /// <summary>Porosity of the layer once it has sprung back.</summary>
    Porosity,

    /// <summary>Force of the rolls on the web, over its width.</summary>
    LineLoad,
}

/// <summary>Rolling the dried layer together with the foil: recipe section [pressing].</summary>
public sealed record PressingOptions
{
    [Description("pressure, thickness, porosity or line-load")]
    public PressingTarget Target { get; init; } = PressingTarget.Pressure;

    [Unit("Pa"), Allowed(1e5, 2e9, Example = "100 MPa")]
    [Description("greatest pressure in the nip")]
    public double Pressure { get; init; } = 100e6;

    [Unit("m"), Allowed(1e-7, 1e-3, Example = "7 um")]
    [Description("thickness of the whole layer behind the rolls, where target = thickness")]
    public double Thickness { get; init; } = 7e-6;

    [Unit("-"), Allowed(0.01, 0.8, Example = "0.3")]
    [Description("porosity of the layer behind the rolls, where target = porosity")]
    public double Porosity { get; init; } = 0.3;

    [Unit("N/m"), Allowed(1, 1e7, Example = "100 kN/m")]
    [Description("force of the rolls over the width of the web, where target = line-load")]
    public double LineLoad { get; init; } = 100e3;

    [Unit("m"), Allowed(1e-3, 2, Example = "100 mm")]
    [Description("radius of the two rolls")]
    public double RollRadius { get; init; } = 0.1;

    [Unit("m/s"), Allowed(1e-4, 10, Example = "1 m/min")]
    [Description("speed of the web")]
    public double RollSpeed { get; init; } = 1.0 / 60;

    [Unit("Pa"), Allowed(1e6, 1e11, Example = "11.5 GPa")]
    [Description("contact pressure at which particles yield (hardness of silicon)")]
    public double YieldPressure { get; init; } = 11.5e9;

    [Unit("Pa"), Allowed(1e6, 1e11, Example = "1 GPa")]
    [Description("indentation hardness of the foil")]
    public double FoilHardness { get; init; } = 1e9;

    [Description("whether the binder between particles bears load; false presses the bare particles")]
    public bool BinderBears { get; init; } = true;

    [Unit("Pa"), Allowed(1e4, 1e10, Example = "69 MPa")]
    [Description("yield stress of the dried binder; squeezed out between particles it gives way at three times that")]
    public double BinderYieldStress { get; init; } = 69e6;

    [Unit("Pa"), Allowed(1e5, 1e11, Example = "2.5 GPa")]
    [Description("modulus of the dried binder (assumed to be that of polyimide)")]
    public double BinderModulus { get; init; } = 2.5e9;

    [Unit("Pa"), Allowed(1e6, 1e11, Example = "1.6 GPa")]
    [Description("tensile strength of a particle of 1 um; it goes as one over the root of the diameter (assumed: toughness 0.9 MPa m^(1/2), flaws a tenth of the diameter)")]
    public double ParticleStrength { get; init; } = 1.6e9;

    [Unit("-"), Allowed(1, 50, Example = "5")]
    [Description("Weibull modulus of that strength (assumed)")]
    public double StrengthModulus { get; init; } = 5;
}
