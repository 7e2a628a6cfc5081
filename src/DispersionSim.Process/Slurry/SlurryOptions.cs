using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The binder solution and how much of what is in the slurry: recipe section [slurry].</summary>
public sealed record SlurryOptions
{
    [Unit("-"), Allowed(0.05, 0.7, Example = "0.4")]
    [Description("mass of particles and binder precursor over the mass of these and the solvent")]
    public double SolidsMassFraction { get; init; } = 0.4;

    [Unit("-"), Allowed(0.005, 0.5, Example = "0.1")]
    [Description("mass of cured binder over the mass of particles and cured binder (90:10 by weight is 0.1)")]
    public double BinderMassFraction { get; init; } = 0.1;

    [Description("binder named in words; claim 8 asks for polyimide")]
    public string Binder { get; init; } = "polyimide";

    [Unit("Pa s"), Allowed(1e-4, 1e3, Example = "1.5 Pa s")]
    [Description("viscosity of the binder solution at rest (assumed; polyamic acid in NMP, about 10 wt%)")]
    public double ZeroShearViscosity { get; init; } = 1.5;

    [Unit("Pa s"), Allowed(0, 1e2, Example = "1.7 mPa s")]
    [Description("viscosity at infinite shear rate: that of the solvent")]
    public double InfiniteShearViscosity { get; init; } = 1.7e-3;

    [Unit("s"), Allowed(0, 10, Example = "1 ms")]
    [Description("Carreau-Yasuda relaxation time (assumed)")]
    public double RelaxationTime { get; init; } = 1e-3;

    [Unit("-"), Allowed(0.1, 1, Example = "0.9")]
    [Description("Carreau-Yasuda power index (assumed)")]
    public double PowerIndex { get; init; } = 0.9;

    [Unit("-"), Allowed(0.2, 5, Example = "2")]
    [Description("Yasuda exponent of the transition (2 is Carreau)")]
    public double YasudaExponent { get; init; } = 2;

    [Unit("K"), Allowed(250, 420, Example = "25 degC")]
    [Description("temperature of dispersing and coating")]
    public double Temperature { get; init; } = 298.15;
}
