using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Stiff agglomerates on which a flow is switched on: the load comes within 10⁻⁴ of strain, a fiftieth of what the motion allows for a step.</summary>
public class SuddenLoadTests
{
    private const double Stiffness = 8500;
    private const double Mason = 0.03;
    private const int Agglomerates = 4;
    private const int Primaries = 60;

    [Fact]
    public void Contacts_that_open_one_after_another_leave_as_many_pieces_as_small_explicit_steps_do()
    {
        ulong[] seeds = [1, 2, 3, 4, 5, 6];
        int together = seeds.Sum(s => Pieces(s, new() { Residual = 1e-4 }));
        int inTurn = seeds.Sum(s => Pieces(s, new() { Residual = 1e-4, Events = true, FirstStrain = 1e-6 }));
        int small = seeds.Sum(s => Pieces(s, new() { Integrator = Integrator.Explicit, StabilityShare = 0.8 }));
        int eased = seeds.Sum(s => Pieces(s, new() { Residual = 1e-4, FirstStrain = 1e-6 }));
        Assert.Equal(small, inTurn, 0.1 * small);
        Assert.Equal(small, eased, 0.2 * small);

        // Without either many contacts open at once that the first to go would have relieved.
        Assert.True(together > 1.4 * small, $"{together} pieces without events, {small} with explicit steps");
    }

    private static int Pieces(ulong seed, StepControl control)
    {
        var context = new StageContext { Seed = seed };
        double[] radii = [.. Enumerable.Repeat(1.0, Primaries)];
        (Vector3d[] Position, double[] Radius)[] bodies = [.. Enumerable.Range(0, Agglomerates).Select(k => (FractalAggregate.Build(radii, new(1.8, 1.3), context.Random(StreamName.FractalAggregate, k)), radii))];
        (double edge, Vector3d[][] placed) = AgglomeratePlacement.Place(bodies, 0.05, context);
        var domain = Domain.FullyPeriodic(edge * new Vector3d(1, 1, 1));

        // Drawn together to where adhesion holds them.
        Vector3d[] places = [.. placed.SelectMany(body => body.Select(p => body[0] + (domain.Nearest(p - body[0]) * (1 - (0.5 / Stiffness)))))];
        using Suspension system = Suspensions.Build(places, [.. places.Select(_ => 1.0)], edge, Stiffness, 1, control: control);
        double rate = 6 * Math.PI * Mason, end = 0.02 / rate;
        system.Box.Shear(Axis.X, Axis.Z, rate);
        while (system.Time < end * (1 - 1e-12))
        {
            system.Step(end - system.Time);
        }

        var clusters = new Clusters(places.Length, system.Contacts().Select(c => (c.I, c.J)));
        return clusters.Size.Count(n => n > 0);
    }
}
