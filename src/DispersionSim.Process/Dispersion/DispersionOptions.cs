using System.ComponentModel;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>When thermal motion is part of the dispersion.</summary>
public enum BrownianMotion
{
    /// <summary>Where the Péclet number of the mean primary is below 100.</summary>
    Auto,
    Off,
    On,
}

/// <summary>Shear planes, flow axis first, gradient axis second.</summary>
public enum ShearPlane
{
    Xz,
    Yx,
    Zy,
    Xy,
    Yz,
    Zx,
}

/// <summary>One stretch of shear in one plane.</summary>
public sealed record ShearSegment
{
    [Description("flow axis and gradient axis: xz, yx, zy, xy, yz or zx")]
    public ShearPlane Plane { get; init; } = ShearPlane.Xz;

    [Unit("1/s"), Allowed(1e-3, 1e8, Example = "5e4 1/s")]
    [Description("shear rate")]
    public double Rate { get; init; } = 5e4;

    [Unit("-"), Allowed(0.01, 1000, Example = "8")]
    [Description("strain; rounded to whole boxes, so that the box is upright when the plane changes")]
    public double Strain { get; init; } = 8;
}

/// <summary>Breaking the agglomerates apart in the binder solution: recipe section [dispersion].</summary>
public sealed record DispersionOptions
{
    [Description("custom, or a mixer whose shear rate replaces the given one")]
    public Equipment Equipment { get; init; } = Equipment.Custom;

    [Unit("1/s"), Allowed(1e-3, 1e8, Example = "5e4 1/s")]
    [Description("shear rate")]
    public double ShearRate { get; init; } = 5e4;

    [Unit("-"), Allowed(0.1, 1000, Example = "36")]
    [Description("total strain, shared among the planes")]
    public double Strain { get; init; } = 36;

    [Allowed(1, 60)]
    [Description("how many stretches of shear, each in the next of the six planes; one plane alone does not mix")]
    public int Planes { get; init; } = 6;

    [Description("an explicit history of (plane, rate, strain); replaces rate, strain and planes")]
    public IReadOnlyList<ShearSegment> History { get; init; } = [];

    [Unit("-"), Allowed(0.01, 0.6, Example = "0.2")]
    [Description("largest volume fraction of particles while dispersing; diluted further where the largest agglomerate needs room")]
    public double LargestSolidsFraction { get; init; } = 0.2;

    [Description("hydrodynamic tier: t0 (none), t1 (drag screened in each cluster) or t3 (full interaction in each cluster; a few clusters of some tens of primaries)")]
    public HydrodynamicTier Hydrodynamics { get; init; } = HydrodynamicTier.T0;

    [Description("thermal motion: auto, off or on")]
    public BrownianMotion Brownian { get; init; } = BrownianMotion.Auto;

    [Unit("-"), Allowed(1e-4, 0.1, Example = "0.01")]
    [Description("step bound: motion of neighbours relative to each other within a step, over the smaller radius")]
    public double StepMotion { get; init; } = 0.015;

    /// <summary>The shear rate of the equipment, or the given one, 1/s.</summary>
    public double EffectiveRate => Equipment switch
    {
        Equipment.Stirrer => 50,
        Equipment.PlanetaryMixer => 500,
        Equipment.RotorStator => 3e4,
        Equipment.ThreeRollMill => 2e5,
        Equipment.BeadMill => 3e5,
        _ => ShearRate,
    };

    /// <summary>The history as it is run.</summary>
    public IReadOnlyList<ShearSegment> Segments()
    {
        if (History.Count > 0)
        {
            return History;
        }

        ShearPlane[] planes = Enum.GetValues<ShearPlane>();
        return [.. Enumerable.Range(0, Planes).Select(k => new ShearSegment { Plane = planes[k % planes.Length], Rate = EffectiveRate, Strain = Strain / Planes })];
    }

    /// <summary>The fastest shear of the history, 1/s.</summary>
    public double FastestRate => Segments().Max(s => s.Rate);
}
