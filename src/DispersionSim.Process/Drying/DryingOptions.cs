using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Taking the solvent out: recipe section [drying].</summary>
public sealed record DryingOptions
{
    [Unit("kg/(m^2 s)"), Allowed(1e-6, 0.1, Example = "0.3 g/(m^2 s)")]
    [Description("solvent that evaporates per area and time (assumed: 0.3 to 1.5 g/(m^2 s))")]
    public double Rate { get; init; } = 0.3e-3;

    /// <summary>Rate of a second stage, kg/(m² s); absent: the rate is constant.</summary>
    [Unit("kg/(m^2 s)"), Allowed(1e-6, 0.1, Example = "0.1 g/(m^2 s)")]
    [Description("rate of a second stage of drying; the rate is constant where this is absent")]
    public double? SecondRate { get; init; }

    [Unit("-"), Allowed(0, 1, Example = "0.5")]
    [Description("share of the solvent that has evaporated when the second stage begins")]
    public double SwitchAt { get; init; } = 0.5;

    /// <summary>Solvent that the dried binder keeps, over the mass of its precursor.</summary>
    [Unit("-"), Allowed(0, 0.5, Example = "0.2")]
    [Description("mass of solvent that the dried binder keeps until heat treatment, over that of its precursor")]
    public double ResidualSolvent { get; init; }

    [Unit("N/m"), Allowed(1e-3, 1, Example = "41 mN/m")]
    [Description("surface tension of the solvent")]
    public double SurfaceTension { get; init; } = 0.041;

    [Unit("rad"), Allowed(0, 1.5, Example = "0.35 rad")]
    [Description("contact angle of the solution on the particles (assumed: wetting)")]
    public double ContactAngle { get; init; } = 0.35;

    [Unit("-"), Allowed(0.1, 0.9, Example = "0.35")]
    [Description("mass fraction of binder precursor in the solution at which it gels and holds the particles (30 to 40 wt%)")]
    public double GelMassFraction { get; init; } = 0.35;

    [Unit("m^2/s"), Allowed(1e-14, 1e-8, Example = "1e-10 m^2/s")]
    [Description("diffusivity of the binder precursor in the dilute solution (assumed: 1e-11 to 1e-10 m^2/s)")]
    public double BinderDiffusivity { get; init; } = 1e-10;

    [Unit("-"), Allowed(1, 1000, Example = "10")]
    [Description("how many times slower the binder diffuses at the gel point than below 20 wt% (assumed: 10 to 100)")]
    public double DiffusivityFall { get; init; } = 10;

    [Unit("J/m^2"), Allowed(1e-3, 1e3, Example = "1 J/m^2")]
    [Description("energy per area of a crack through the gelled layer (assumed; low for the gel of a polymer); the solvent's two surfaces alone need 0.08 J/m^2")]
    public double CrackEnergy { get; init; } = 1;

    [Unit("m"), Allowed(10e-6, 0.1, Example = "1 mm")]
    [Description("wavelength of the waves that coating leaves on the film, for levelling (assumed)")]
    public double WaveLength { get; init; } = 1e-3;

    [Unit("-"), Allowed(0, 1, Example = "0.5")]
    [Description("share of the binder that capillarity draws into rings at contacts; the rest coats the particles (assumed)")]
    public double RingShare { get; init; } = 0.5;
}
