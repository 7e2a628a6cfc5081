using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>What a granular system starts from, in SI units.</summary>
public sealed record GrainSetup
{
    /// <summary>Units of the simulation.</summary>
    public required UnitScale Scale { get; init; }

    /// <summary>The box, in simulation units.</summary>
    public required FlowingBox Box { get; init; }

    /// <summary>Positions in the box as it stands, m.</summary>
    public required IReadOnlyList<Vector3d> Positions { get; init; }

    /// <summary>Velocities relative to the flow, m/s.</summary>
    public required IReadOnlyList<Vector3d> Velocities { get; init; }

    /// <summary>Angular velocities, 1/s.</summary>
    public required IReadOnlyList<Vector3d> Spins { get; init; }

    /// <summary>Radii, m.</summary>
    public required IReadOnlyList<double> Radii { get; init; }

    /// <summary>Densities, kg/m³.</summary>
    public required IReadOnlyList<double> Densities { get; init; }

    public IReadOnlyList<GrainWall> Walls { get; init; } = [];

    /// <summary>Time step, s.</summary>
    public required double TimeStep { get; init; }

    /// <summary>Gravity, m/s².</summary>
    public Vector3d Gravity { get; init; }

    /// <summary>Viscosity of the fluid that drags on the particles, Pa s; 0 for none.</summary>
    public double Viscosity { get; init; }

    /// <summary>Whether the fluid's torque −8πμa³(ω − Ω) acts too, Ω half the vorticity of the flow.</summary>
    public bool DragsSpins { get; init; }

    /// <summary>A constant force on each particle, N; none where empty.</summary>
    public IReadOnlyList<Vector3d> BodyForces { get; init; } = [];

    /// <summary>Particles that are bonded from the start.</summary>
    public IReadOnlyList<(int First, int Second)> Bonds { get; init; } = [];

    /// <summary>What bonds are made of.</summary>
    public BondLaw? BondLaw { get; init; }

    /// <summary>Whether an energy account is kept; it costs several times the motion.</summary>
    public bool KeepsEnergyAccount { get; init; }

    /// <summary>How overlaps are found.</summary>
    public OverlapKind Overlaps { get; init; } = OverlapKind.Automatic;

    /// <summary>Gap up to which pairs are searched, in mean radii.</summary>
    public double WideSkin { get; init; } = 0.16;

    /// <summary>Gap up to which pairs are evaluated, in mean radii.</summary>
    public double NarrowSkin { get; init; } = 0.016;

    public int Count => Radii.Count;

    /// <summary>Mass of a particle, kg.</summary>
    public double Mass(int i) => MassOf(Radii[i], Densities[i]);

    /// <summary>Mass of a sphere, kg.</summary>
    /// <param name="radius">m.</param>
    /// <param name="density">kg/m³.</param>
    public static double MassOf(double radius, double density) => density * 4 / 3 * Math.PI * Math.Pow(radius, 3);

    /// <summary>The record of a particle.</summary>
    public Grain Grain(int i)
    {
        double a = Radii[i] / Scale.Length, massUnit = Scale.Force * Scale.Time * Scale.Time / Scale.Length;
        double m = Mass(i) / massUnit, speed = Scale.Time / Scale.Length;
        Vector3d p = Positions[i], v = Velocities[i], w = Spins[i];
        double spin = a * Scale.Time;
        return new()
        {
            Place = Box.Place(p / Scale.Length, out Float4 rest) with { W = PlaceFraction.Pack(rest.X, rest.Y, rest.Z) },
            Velocity = new((float)(v.X * speed), (float)(v.Y * speed), (float)(v.Z * speed), (float)a),
            Spin = new((float)(w.X * spin), (float)(w.Y * spin), (float)(w.Z * spin), (float)a),
            InverseMass = (float)(1 / m),
            SpinPerTorque = (float)(a / (0.4 * m * a * a)),
            Drag = Scale.Drags(6 * Math.PI * Viscosity * Radii[i]),
            Id = i,
        };
    }

    /// <summary>What fixed point leaves of a particle's place and single precision of its radius.</summary>
    public GrainRest Rest(int i)
    {
        double a = Radii[i] / Scale.Length;
        Box.Place(Positions[i] / Scale.Length, out Float4 rest);
        return new() { Place = new(rest.X, rest.Y, rest.Z, (float)(a - (float)a)) };
    }
}
