using System.ComponentModel;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>When thermal motion is part of the dispersion.</summary>
public enum BrownianMotion
{
    /// <summary>Where the Péclet number of the mean primary is below 100, or contacts open that the flow does not part.</summary>
    Auto,
    Off,

    /// <summary>Always; contacts that it opens are followed whatever number of steps that takes.</summary>
    On,
}

/// <summary>Planes of flow, first axis and second: simple shear flows along the first and changes along the second.</summary>
public enum ShearPlane
{
    Xz,
    Yx,
    Zy,
    Xy,
    Yz,
    Zx,
}

/// <summary>One stretch of flow in one plane.</summary>
public sealed record ShearSegment
{
    [Description("simple shear or planar extension")]
    public FlowKind Flow { get; init; } = FlowKind.Shear;

    [Description("flow axis and gradient axis: xz, yx, zy, xy, yz or zx; extension draws out at 31.7 degrees from the first of them")]
    public ShearPlane Plane { get; init; } = ShearPlane.Xz;

    [Unit("1/s"), Allowed(1e-3, 1e8, Example = "5e4 1/s")]
    [Description("shear rate, or rate of extension")]
    public double Rate { get; init; } = 5e4;

    [Unit("-"), Allowed(0.01, 1000, Example = "8")]
    [Description("strain (of extension the logarithmic one); rounded to whole boxes, so that the box is upright when the plane changes")]
    public double Strain { get; init; } = 8;

    /// <summary>Magnitude of the rate of strain √(2E:E), 1/s: the shear rate of simple shear, twice the rate of planar extension.</summary>
    public double Intensity => Flow == FlowKind.Shear ? Rate : 2 * Rate;
}

/// <summary>Breaking the agglomerates apart in the binder solution: recipe section [dispersion].</summary>
public sealed record DispersionOptions
{
    [Description("custom, or a mixer: each stretch is then a pass with a shear rate drawn from the mixer's distribution in place of shear_rate")]
    public Equipment Equipment { get; init; } = Equipment.Custom;

    [Unit("W/kg"), Allowed(1, 1e9, Example = "1e5 W/kg")]
    [Description("power a mass of slurry; used with equipment = ultrasonic, whose shear rate is the square root of power over kinematic viscosity")]
    public double PowerDensity { get; init; } = 1e5;

    [Unit("-"), Allowed(1, 10, Example = "1.8")]
    [Description("geometric standard deviation of the shear rate over the passes; that of the equipment where absent")]
    public double? RateSpread { get; init; }

    [Unit("-"), Allowed(0, 1, Example = "0.3")]
    [Description("share of the passes that are planar extension instead of shear; that of the equipment where absent")]
    public double? ExtensionShare { get; init; }

    [Unit("1/s"), Allowed(1e-3, 1e8, Example = "5e4 1/s")]
    [Description("shear rate")]
    public double ShearRate { get; init; } = 5e4;

    [Unit("-"), Allowed(0.1, 1000, Example = "36")]
    [Description("total strain, shared among the planes")]
    public double Strain { get; init; } = 36;

    [Allowed(1, 60)]
    [Description("how many stretches of flow, each in the next of the six planes; one plane alone does not mix")]
    public int Planes { get; init; } = 6;

    [Description("an explicit history of (plane, rate, strain); replaces rate, strain and planes")]
    public IReadOnlyList<ShearSegment> History { get; init; } = [];

    [Unit("-"), Allowed(0.001, 0.6, Example = "0.2")]
    [Description("largest volume fraction of particles while dispersing; diluted further where the largest agglomerate needs room")]
    public double LargestSolidsFraction { get; init; } = 0.2;

    [Description("whether the box may be more dilute than largest_solids_fraction where the agglomerates need room; such a powder is refused where it may not")]
    public bool Dilute { get; init; } = true;

    [Description("hydrodynamic tier: t0 (none), t1 (drag screened in each cluster), t2 (lubrication between near pairs in a mean field) or t3 (full interaction in each cluster; a few clusters of some tens of primaries); where absent t0 up to 1000 primaries a replicate, t1 above")]
    public HydrodynamicTier? Hydrodynamics { get; init; }

    [Unit("m"), Allowed(1e-10, 1e-7, Example = "2 nm")]
    [Description("gap below which a lubricating film gets no thinner; used with hydrodynamics = t2")]
    public double LubricationGap { get; init; } = 2e-9;

    [Description("whether films resist shearing and pumping as well as squeezing; used with hydrodynamics = t2")]
    public bool LubricationLogarithms { get; init; } = true;

    [Description("thermal motion: auto, off, or on, which follows contacts as it opens them in however many steps")]
    public BrownianMotion Brownian { get; init; } = BrownianMotion.Auto;

    [Unit("-"), Allowed(1e-4, 0.1, Example = "0.01")]
    [Description("step bound: motion of neighbours relative to each other within a step, over the smaller radius; without bridges and thermal motion touching pairs may turn three times as far")]
    public double StepMotion { get; init; } = 0.015;

    [Description("how steps are taken: implicit, explicit, or auto for whichever is faster")]
    public Integrator Integrator { get; init; } = Integrator.Implicit;

    /// <summary>Active primaries up to which a powder is sheared free-draining where the recipe does not say.</summary>
    public const int LargestFreeDraining = 1000;

    /// <summary>The tier of a replicate: as asked for, or by its number of active primaries.</summary>
    public HydrodynamicTier Tier(int primaries) => Hydrodynamics ?? (primaries > LargestFreeDraining ? HydrodynamicTier.T1 : HydrodynamicTier.T0);
}
