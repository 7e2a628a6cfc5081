using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using DispersionSim.Process;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Benchmarks;

/// <summary>Equal primaries in fractal agglomerates (D_f 1.8, k_f 1.3), placed at random in a periodic box: the start of the overdamped runs.</summary>
internal sealed class AgglomerateCase
{
    private const double Radius = 250e-9;
    private const double PullOff = 5.2e-9;
    private const double Viscosity = 1;
    private const double SolidsFraction = 0.05;

    private readonly double edge;
    private readonly Vector3d[] positions;
    private readonly int primaries;

    public AgglomerateCase(int agglomerates, int primaries, ulong seed)
    {
        this.primaries = primaries;
        var context = new StageContext { Seed = seed };
        double[] radii = [.. Enumerable.Repeat(Radius, primaries)];
        (Vector3d[] Position, double[] Radius)[] bodies = [.. Enumerable.Range(0, agglomerates)
            .Select(k => (FractalAggregate.Build(radii, new(1.8, 1.3), context.Random(StreamName.FractalAggregate, k)), radii))];
        (edge, Vector3d[][] placed) = AgglomeratePlacement.Place(bodies, SolidsFraction, context);
        positions = [.. placed.SelectMany(p => p)];
    }

    public int Count => positions.Length;

    /// <summary>Stiffness that softens contacts to an overlap of 0.5 % of the radius under the pull-off force, N/m.</summary>
    public static double Softened => PullOff / (0.005 * Radius);

    /// <summary>Stiffness of a bare silicon contact about its equilibrium, (E*² w R*²)^⅓ with w = 0.05 J/m², N/m.</summary>
    public static double Unsoftened => 177;

    /// <summary>Overlap that the pull-off force makes at a stiffness, in radii.</summary>
    public static double OverlapAtPullOff(double stiffness) => PullOff / (stiffness * Radius);

    /// <summary>The agglomerates in equilibrium with their own adhesion, with the flow about to start.</summary>
    public Suspension Build(double mason, double stiffness, StepControl control, int threads, HydrodynamicTier tier = HydrodynamicTier.T0)
    {
        double shrink = OverlapAtPullOff(stiffness) / 2;
        var scale = UnitScale.ForSuspension(Radius, PullOff, Viscosity);
        double length = edge / Radius;
        double spot = Math.Cbrt(9 * Math.PI * (PullOff / (Math.PI * Radius)) / (2 * MaterialCatalog.Silicon.PlaneStrainModulus / 2));
        var system = new Suspension(
            scale,
            new(length, length, length),
            Drawn(shrink),
            [.. positions.Select(_ => Radius)],
            Viscosity,
            new() { Friction = 0.4, TangentialRatio = 0.876, RollingDisplacement = 1e-9, ContactSpot = spot },
            control,
            (new(scale.Stiffnesses(stiffness), 2f), default, default),
            new(threads));
        system.Hydrodynamics = tier;

        // Time 1 is 6πμa²/F_c: a shear rate of 6π times the Mason number μGa²/F_c.
        system.Box.Shear(Axis.X, Axis.Z, 6 * Math.PI * mason);
        return system;
    }

    /// <summary>Centres drawn together, agglomerate by agglomerate, so that touching pairs overlap as adhesion makes them.</summary>
    private Vector3d[] Drawn(double shrink)
    {
        var domain = Domain.FullyPeriodic(edge * new Vector3d(1, 1, 1));
        var drawn = new Vector3d[positions.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            Vector3d first = positions[i / primaries * primaries];
            drawn[i] = first + (FromFirst(i, domain) * (1 - shrink));
        }

        return drawn;
    }

    /// <summary>Place relative to the agglomerate's first primary: no agglomerate reaches across half the box.</summary>
    private Vector3d FromFirst(int i, Domain domain) => domain.Nearest(positions[i] - positions[i / primaries * primaries]);
}
