using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Process;

/// <summary>Small suspensions in units in which closed forms are short: radius 1, translational drag 6πμa of a unit sphere 1, rotational drag 8πμa³ 4/3.</summary>
public static class UnitSuspension
{
    /// <summary>Unit of length, m.</summary>
    public const double Radius = 250e-9;

    /// <summary>Unit of force, N.</summary>
    public const double Force = 1e-9;

    public static UnitScale Scale { get; } = UnitScale.ForSuspension(Radius, Force, 1);

    /// <summary>Ordinary contacts: friction 0.4, ξ_c 0.004 radii, spot 0.15 radii.</summary>
    public static ContactOptions Contact { get; } = new()
    {
        Friction = 0.4,
        TangentialRatio = 0.876,
        RollingDisplacement = 0.004 * Radius,
        ContactSpot = 0.15 * Math.Cbrt(Radius),
    };

    /// <summary>A suspension of adhesive spheres in a cubic box, everything in the units above.</summary>
    /// <param name="positions">Centres.</param>
    /// <param name="radii">Radii.</param>
    /// <param name="box">Edge of the box.</param>
    /// <param name="stiffness">k.</param>
    /// <param name="pullOff">Pull-off force of two unit spheres.</param>
    /// <param name="contact">Contacts; ordinary ones where absent.</param>
    /// <param name="control">Bounds of the step; narrow ones where absent.</param>
    /// <param name="threads">Threads.</param>
    public static Suspension Build(
        IReadOnlyList<Vector3d> positions,
        IReadOnlyList<double> radii,
        double box,
        double stiffness,
        double pullOff,
        ContactOptions? contact = null,
        StepControl? control = null,
        int threads = 1) => new(
            Scale,
            new FlowingBox(box, box, box),
            [.. positions.Select(p => p * Radius)],
            [.. radii.Select(r => r * Radius)],
            1,
            contact ?? Contact,
            control ?? new StepControl { Residual = 1e-5, Motion = 0.001 },
            (new SoftAdhesiveLaw((float)stiffness, (float)(2 * pullOff)), default, default),
            new HostDevice(threads));

    /// <summary>Equal spheres on a cubic lattice, so many a side.</summary>
    internal static Vector3d[] Lattice(int perSide, double spacing) =>
        [.. Enumerable.Range(0, perSide * perSide * perSide).Select(k => new Vector3d((k % perSide) + 0.5, (k / perSide % perSide) + 0.5, (k / perSide / perSide) + 0.5) * spacing)];

    /// <summary>Centres in units of the radius.</summary>
    internal static Vector3d[] Places(Suspension system) => [.. system.Positions().Select(p => p / Radius)];
}
