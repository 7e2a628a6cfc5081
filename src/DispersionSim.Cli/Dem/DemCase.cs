using System.ComponentModel;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>Axes along which a box continues itself.</summary>
public enum Periodicity
{
    None,
    X,
    Y,
    Z,
    XY,
    XZ,
    YZ,
    XYZ,
}

/// <summary>A case of <c>dem</c>: particles, what they are made of, how they touch, and for how long.</summary>
public sealed record DemCase
{
    [Description("the particles: a table or a lattice")]
    public DemParticles Particles { get; init; } = new();

    [Description("where the particles are")]
    public DemBox Box { get; init; } = new();

    [Description("what the particles are made of")]
    public DemMaterial Material { get; init; } = new();

    [Description("what happens where particles touch")]
    public DemContact Contact { get; init; } = new();

    [Description("cement between particles")]
    public DemBond? Bond { get; init; }

    [Description("rigid walls, flat or with a surface of their own")]
    public IReadOnlyList<DemWall> Wall { get; init; } = [];

    [Description("constant forces on single particles")]
    public IReadOnlyList<DemLoad> Load { get; init; } = [];

    [Description("a fluid that drags on the particles")]
    public DemFluid? Fluid { get; init; }

    [Description("time, gravity and output")]
    public DemRun Run { get; init; } = new();
}

/// <summary>[particles].</summary>
public sealed record DemParticles
{
    [RecipePath, Description("CSV with columns x, y, z, r and, where wanted, id, rho, vx, vy, vz, wx, wy, wz, in SI units")]
    public string? File { get; init; }

    [Unit("kg/m^3"), Allowed(0, 1e6, MinimumExcluded = true, Example = "2500 kg/m^3"), Description("density of particles whose table gives none; that of [material] where absent")]
    public double? Density { get; init; }

    [Description("particles on a lattice instead of a file")]
    public DemLattice? Lattice { get; init; }
}

/// <summary>[particles.lattice].</summary>
public sealed record DemLattice
{
    [Unit("-"), Allowed(1, 10000, Example = "10"), Description("particles along x, y and z")]
    public required IReadOnlyList<int> Counts { get; init; }

    [Unit("m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "1.3 mm"), Description("distance of neighbouring sites")]
    public required double Spacing { get; init; }

    [Unit("m"), Allowed(0, double.MaxValue, Example = "40 um"), Description("greatest displacement from the site along each axis, uniform")]
    public double Jitter { get; init; }

    [Unit("m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "0.4 mm"), Description("smallest radius; radii are uniform between the two")]
    public required double RadiusMinimum { get; init; }

    [Unit("m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "0.6 mm"), Description("largest radius; the smallest where absent")]
    public double? RadiusMaximum { get; init; }

    [Unit("m"), Description("lower corner of the lattice; sites lie half a spacing inside")]
    public IReadOnlyList<double> Origin { get; init; } = [0, 0, 0];

    [Unit("m/s"), Description("velocity of all particles; in a sheared box relative to the flow")]
    public IReadOnlyList<double> Velocity { get; init; } = [0, 0, 0];

    [Unit("m/s"), Allowed(0, double.MaxValue, Example = "5 cm/s"), Description("greatest deviation from it along each axis, uniform")]
    public double VelocityJitter { get; init; }

    [Description("seed of radii, displacements and velocities")]
    public ulong Seed { get; init; } = 1;
}

/// <summary>[box].</summary>
public sealed record DemBox
{
    [Unit("m"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "26 mm"), Description("lengths along x, y, z; that of the table or lattice where absent. Open axes go on beyond it")]
    public IReadOnlyList<double>? Size { get; init; }

    [Unit("m"), Description("lower corner; 0, 0, 0 where absent")]
    public IReadOnlyList<double>? Origin { get; init; }

    [Description("axes along which the box continues itself")]
    public Periodicity Periodic { get; init; } = Periodicity.None;

    [Description("simple shear of the whole box (Lees-Edwards)")]
    public DemShear? Shear { get; init; }
}

/// <summary>[box.shear]: u_flow = rate (x_gradient − middle of the box).</summary>
public sealed record DemShear
{
    [Description("axis of the flow")]
    public Axis Flow { get; init; } = Axis.X;

    [Description("axis along which the speed grows")]
    public Axis Gradient { get; init; } = Axis.Y;

    [Unit("1/s"), Description("shear rate")]
    public required double Rate { get; init; }
}

/// <summary>[material].</summary>
public sealed record DemMaterial
{
    [Unit("Pa"), Allowed(0, 1e13, MinimumExcluded = true, Example = "10 MPa"), Description("Young's modulus of the particles")]
    public double? YoungModulus { get; init; }

    [Unit("-"), Allowed(-0.99, 0.5, Example = "0.3"), Description("Poisson's ratio of the particles")]
    public double? PoissonRatio { get; init; }

    [Unit("kg/m^3"), Allowed(0, 1e6, MinimumExcluded = true, Example = "2500 kg/m^3"), Description("density of the particles")]
    public double? Density { get; init; }
}

/// <summary>[[load]].</summary>
public sealed record DemLoad
{
    [Unit("-"), Description("numbers of the particles: their id where the table has one, else 1 for its first")]
    public required IReadOnlyList<int> Particles { get; init; }

    [Unit("N"), Description("force on each of them")]
    public required IReadOnlyList<double> Force { get; init; }
}

/// <summary>[fluid].</summary>
public sealed record DemFluid
{
    [Unit("Pa s"), Allowed(0, 1e9, MinimumExcluded = true, Example = "20 mPa s"), Description("viscosity: drag 6 pi mu r against the velocity relative to the sheared fluid")]
    public required double Viscosity { get; init; }

    [Description("the fluid's torque 8 pi mu r^3 against the spin relative to the sheared fluid's acts too")]
    public bool Torque { get; init; }
}

/// <summary>[run].</summary>
public sealed record DemRun
{
    [Unit("m/s^2"), Description("acceleration of all particles")]
    public IReadOnlyList<double> Gravity { get; init; } = [0, 0, 0];

    [Unit("s"), Allowed(0, 1e3, MinimumExcluded = true, Example = "5 us"), Description("time step; where absent two thirds of the stable limit, less where contacts would be passed over")]
    public double? TimeStep { get; init; }

    [Unit("s"), Allowed(0, 1e9, MinimumExcluded = true, Example = "0.2 s"), Description("time to simulate; or give steps")]
    public double? Duration { get; init; }

    [Allowed(0, 1e12, Example = "10000"), Description("steps to take; 0 writes the forces of the given state")]
    public long? Steps { get; init; }

    [Unit("s"), Allowed(0, 1e9, MinimumExcluded = true, Example = "10 ms"), Description("time between frames; none where absent")]
    public double? OutputEvery { get; init; }

    [Description("how overlaps are found: fine in double precision, plain in single, or automatic by those to be expected at the start")]
    public OverlapKind Overlaps { get; init; }

    [Description("keep an account of all energy: held, taken, given; several times slower")]
    public bool Energy { get; init; }

    [Description("relaxation to balance, without friction, before or after the steps")]
    public DemRelax? Relax { get; init; }
}

/// <summary>[run.relax].</summary>
public sealed record DemRelax
{
    [Unit("N"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "1 nN"), Description("greatest force left on a particle")]
    public required double ForceTolerance { get; init; }

    [Description("before the first step: overlaps of the start are pushed apart")]
    public bool Before { get; init; } = true;

    [Description("after the last step")]
    public bool After { get; init; }

    [Allowed(1, 1e9, Example = "100000"), Description("steps after which it is given up")]
    public long Steps { get; init; } = 100_000;
}

/// <summary>[bond]: beams between particles that are close at the start.</summary>
public sealed record DemBond
{
    [Unit("Pa"), Allowed(0, 1e13, MinimumExcluded = true, Example = "1 GPa"), Description("Young's modulus of the cement")]
    public required double YoungModulus { get; init; }

    [Unit("Pa"), Allowed(0, 1e13, MinimumExcluded = true, Example = "0.4 GPa"), Description("shear modulus of the cement")]
    public required double ShearModulus { get; init; }

    [Unit("-"), Allowed(0, 1, MinimumExcluded = true, Example = "0.5"), Description("radius of a bond over that of the smaller particle")]
    public double RadiusShare { get; init; } = 1;

    [Unit("-"), Allowed(0, 10, Example = "0.1"), Description("damping ratio of each spring")]
    public double Damping { get; init; }

    [Unit("Pa"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "10 MPa"), Description("tensile strength; unbreakable where absent")]
    public double? TensileStrength { get; init; }

    [Unit("Pa"), Allowed(0, double.MaxValue, MinimumExcluded = true, Example = "10 MPa"), Description("shear strength; unbreakable where absent")]
    public double? ShearStrength { get; init; }

    [Unit("-"), Allowed(0, 1000, Example = "5"), Description("Weibull modulus of the strengths, which are then its scale; 0 for equal strengths")]
    public double WeibullModulus { get; init; }

    [Description("seed of the strengths")]
    public ulong Seed { get; init; } = 1;

    [Unit("m"), Allowed(0, double.MaxValue, Example = "10 nm"), Description("particles whose surfaces are no farther apart at the start are bonded; a hundredth of the mean radius where absent")]
    public double? Gap { get; init; }
}
