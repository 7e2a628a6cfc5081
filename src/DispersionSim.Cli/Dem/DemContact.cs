using System.ComponentModel;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>[contact]: one law of each kind.</summary>
public sealed record DemContact
{
    [Description("force along the line of centres")]
    public ElasticKind Elastic { get; init; } = ElasticKind.Hertz;

    [Description("what takes energy from the normal motion; the same coefficient damps sliding")]
    public DampingKind Damping { get; init; } = DampingKind.None;

    [Description("friction against sliding")]
    public TangentialKind Tangential { get; init; } = TangentialKind.None;

    [Unit("-"), Allowed(0, 1, MinimumExcluded = true, Example = "0.7"), Description("coefficient of restitution, for damping restitution and tsuji")]
    public double? Restitution { get; init; }

    [Unit("1/(m s)"), Allowed(0, double.MaxValue, Example = "1e6 1/(m s)"), Description("eta/(a m*) for damping mass-spot")]
    public double? SpotDamping { get; init; }

    [Unit("N s/m"), Allowed(0, double.MaxValue, Example = "0.01 N s/m"), Description("eta for damping velocity")]
    public double? VelocityDamping { get; init; }

    [Unit("s"), Allowed(0, double.MaxValue, Example = "1 us"), Description("A of eta = 3/2 A S, for damping viscoelastic")]
    public double? RelaxationTime { get; init; }

    [Unit("-"), Allowed(0, 100, Example = "0.5"), Description("Coulomb friction; needed where tangential is not none")]
    public double? Friction { get; init; }

    [Unit("N/m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "1 kN/m"), Description("spring of linear contacts, loading spring of hysteretic ones")]
    public double? Stiffness { get; init; }

    [Unit("N/m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "2 kN/m"), Description("unloading spring of hysteretic contacts, at least the loading one")]
    public double? UnloadingStiffness { get; init; }

    [Description("tangential stiffness: in Pa over the contact spot (8 G* of the material where absent), in N/m for linear and hysteretic contacts")]
    public string? TangentialStiffness { get; init; }

    [Unit("J/m^2"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "50 mJ/m^2"), Description("surface energy of dmt and jkr: half the work of adhesion")]
    public double? SurfaceEnergy { get; init; }

    [Unit("Pa"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "100 MPa"), Description("limiting contact pressure of thornton-ning")]
    public double? YieldPressure { get; init; }

    [Unit("Pa"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "1 GPa"), Description("hardness of soft-metal")]
    public double? Hardness { get; init; }

    [Description("resistance to rolling")]
    public DemRolling? Rolling { get; init; }

    [Description("resistance of the contact spot to twisting; takes stiffness and friction of the tangential law")]
    public bool Twisting { get; init; }
}

/// <summary>[contact.rolling]: spring, dashpot and slider.</summary>
public sealed record DemRolling
{
    [Unit("N/m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "20 N/m"), Description("rolling spring")]
    public required double Stiffness { get; init; }

    [Unit("N s/m"), Allowed(0, double.MaxValue, Example = "5 mN s/m"), Description("rolling dashpot")]
    public double Damping { get; init; }

    [Unit("-"), Allowed(0, 100, Example = "0.1"), Description("rolling friction")]
    public required double Friction { get; init; }
}

/// <summary>[[wall]]: a rigid wall without end, flat or with measured heights; laws as between particles, of the same kinds.</summary>
public sealed record DemWall
{
    [Unit("m"), Description("a point of the wall")]
    public required IReadOnlyList<double> Point { get; init; }

    [Unit("-"), Description("direction from the wall to the particles, of any length")]
    public required IReadOnlyList<double> Normal { get; init; }

    [RecipePath, Description("a file of heights, in any format that surfaces are imported from: the wall is that surface, its first point at the wall's point, normal along z")]
    public string? Surface { get; init; }

    [Unit("m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "0.5 um"), Description("spacing of the heights where the file does not state it")]
    public double? PixelSize { get; init; }

    [Description("unit of the heights where the file does not state it: m, mm, um, nm")]
    public string? HeightUnit { get; init; }

    [Description("the surface continues itself; else it goes on level beyond its border")]
    public bool Periodic { get; init; }

    [Unit("m/s"), Description("velocity of the wall; along itself it is a moving belt")]
    public IReadOnlyList<double> Velocity { get; init; } = [0, 0, 0];

    [Description("4/3 E* in Pa, or the spring in N/m for linear and hysteretic contacts; that of the material against a rigid wall where absent")]
    public string? NormalStiffness { get; init; }

    [Description("8 G* in Pa, or the spring in N/m for linear and hysteretic contacts")]
    public string? TangentialStiffness { get; init; }

    [Unit("-"), Allowed(0, 100, Example = "0.5"), Description("Coulomb friction; that of [contact] where absent")]
    public double? Friction { get; init; }

    [Unit("-"), Allowed(0, 1, MinimumExcluded = true, Example = "0.7"), Description("restitution; that of [contact] where absent")]
    public double? Restitution { get; init; }

    [Unit("J/m^2"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "50 mJ/m^2"), Description("surface energy; that of [contact] where absent")]
    public double? SurfaceEnergy { get; init; }

    [Unit("-"), Allowed(0, 100, Example = "0.1"), Description("rolling friction; that of [contact.rolling] where absent")]
    public double? RollingFriction { get; init; }
}
