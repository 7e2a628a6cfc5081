using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Where the pull-off force comes from.</summary>
public enum AdhesionSource
{
    /// <summary>The recipe's pull_off_force.</summary>
    Given,

    /// <summary>Van der Waals attraction of the materials across the solution.</summary>
    Computed,
}

/// <summary>Pull-off force of a sphere contact from the work of adhesion.</summary>
public enum AdhesionLaw
{
    /// <summary>By Tabor's number: DMT below 1, JKR above.</summary>
    Auto,

    /// <summary>2πwR*: hard, small spheres.</summary>
    Dmt,

    /// <summary>1.5πwR*: soft, large spheres.</summary>
    Jkr,
}

/// <summary>The pull-off force computed from what the primaries are: recipe section [interaction.adhesion].</summary>
public sealed record AdhesionOptions
{
    [Description("given: interaction.pull_off_force; computed: van der Waals attraction across the solution, from the keys below")]
    public AdhesionSource Source { get; init; } = AdhesionSource.Given;

    [Description("auto (by Tabor's number), dmt or jkr")]
    public AdhesionLaw Law { get; init; } = AdhesionLaw.Auto;

    [Unit("J"), Allowed(1e-22, 1e-17, Example = "20.7e-20 J")]
    [Description("Hamaker constant of the primaries' core across vacuum (silicon; assumed within a half)")]
    public double Core { get; init; } = 20.7e-20;

    [Unit("J"), Allowed(1e-22, 1e-17, Example = "6.5e-20 J")]
    [Description("Hamaker constant of their oxide across vacuum (silica; israelachvili-2011)")]
    public double Oxide { get; init; } = 6.5e-20;

    [Unit("J"), Allowed(0, 1e-17, Example = "6.83e-20 J")]
    [Description("Hamaker constant of the solution across vacuum (NMP; assumed, a little above silica as its refractive index is; makes 3.75e-20 J between bare silicon)")]
    public double Medium { get; init; } = 6.83e-20;

    [Unit("J"), Allowed(0, 1e-19, Example = "1.9e-21 J")]
    [Description("zero-frequency part of the Hamaker constant between oxides across the solution, 3/4 kT ((e1 - e3)/(e1 + e3))^2 with 3.9 and 32")]
    public double ZeroFrequency { get; init; } = 1.9e-21;

    [Unit("m"), Allowed(0, 1e-7, Example = "1.5 nm")]
    [Description("thickness of the native oxide; 0 for bare primaries")]
    public double OxideThickness { get; init; } = 1.5e-9;

    [Unit("m"), Allowed(1e-11, 1e-8, Example = "0.4 nm")]
    [Description("separation of surfaces in contact: 0.165 nm dry, 0.3 to 0.5 nm with solvent between")]
    public double Separation { get; init; } = 0.4e-9;

    [Unit("m"), Allowed(0, 1e-7, Example = "5 nm")]
    [Description("thickness of the adsorbed binder on each primary; surfaces then come no nearer than twice this")]
    public double StericThickness { get; init; }

    [Unit("m"), Allowed(0.2e-9, 1e-7, Example = "3 nm")]
    [Description("distance between the anchored chains of the adsorbed binder, which then push as Alexander and de Gennes say (at 25 degC); where absent surfaces stop dead at twice the thickness")]
    public double? StericSpacing { get; init; }

    /// <summary>Separation of two surfaces at which their attraction is greatest, m.</summary>
    public double NearestApproach => Covered?.Separation ?? Wall;

    /// <summary>w in the solution, J/m².</summary>
    public double WetWork => Covered?.Work ?? VanDerWaals.WorkOfAdhesion(Shell.EffectiveHamaker(Wall), Wall);

    /// <summary>Attraction against layers that push; null where there are none.</summary>
    public CoveredContact? Covered => StericSpacing is { } spacing && 2 * StericThickness > Separation
        ? CoveredContact.Of(Shell, new(StericThickness, spacing, ThermalEnergy), Separation)
        : null;

    /// <summary>w where the solution has not come yet, J/m²: no medium, no adsorbed layer.</summary>
    public double DryWork => VanDerWaals.WorkOfAdhesion((Shell with { Medium = 0, ZeroFrequency = 0 }).EffectiveHamaker(DrySeparation), DrySeparation);

    /// <summary>Closest approach of dry surfaces z0 = 0.165 nm (israelachvili-2011).</summary>
    private const double DrySeparation = 0.165e-9;

    /// <summary>kT at 25 °C, J.</summary>
    private const double ThermalEnergy = 1.380649e-23 * 298.15;

    /// <summary>Where hard layers meet, m.</summary>
    private double Wall => Math.Max(Separation, 2 * StericThickness);

    private OxideShell Shell => new(Core, Oxide, Medium, OxideThickness, ZeroFrequency);

    /// <summary>Pull-off force over reduced radius, N/m: 2πw or 1.5πw.</summary>
    public double PullOffPerReducedRadius(double work, double reducedRadius, double reducedModulus)
    {
        bool jkr = Law == AdhesionLaw.Jkr || (Law == AdhesionLaw.Auto && TaborNumber(work, reducedRadius, reducedModulus, NearestApproach) > 1);
        return (jkr ? 1.5 : 2) * Math.PI * work;
    }

    /// <summary>μ_T = (R* w²/(E*² z³))^⅓: the deformation by adhesion over the range of the attraction. Source: tabor-1977.</summary>
    public static double TaborNumber(double work, double reducedRadius, double reducedModulus, double range) =>
        Math.Cbrt(reducedRadius * work * work / (reducedModulus * reducedModulus * range * range * range));
}
