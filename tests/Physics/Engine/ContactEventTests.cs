using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Contacts that open and meet within an implicit step that is much longer than a load takes to spread. Radius, drag coefficient and pull-off force are 1.</summary>
public class ContactEventTests
{
    private const double Stiffness = 8500;
    private const double Edge = 60;

    /// <summary>
    /// Eight spheres in a straight line along the extension of a shear flow G: the middle contact carries ζG/2 (1 + 3 + 5 + 7) a = 8 ζGa, its neighbours 7.5 and 6. At G = 1/6.5 three
    /// of them are loaded beyond their strength; once the middle one has gone, the halves carry a quarter.
    /// </summary>
    [Fact]
    public void A_chain_that_is_loaded_beyond_its_strength_breaks_once_in_the_middle()
    {
        Vector3d along = new Vector3d(1, 0, 1).Normalized(), middle = new(Edge / 2, Edge / 2, Edge / 2);
        Vector3d[] chain = [.. Enumerable.Range(0, 8).Select(i => middle + ((i - 3.5) * (2 - (1 / Stiffness)) * along))];
        using Suspension inTurn = Sheared(chain, 1 / 6.5, true), together = Sheared(chain, 1 / 6.5, false);
        inTurn.Step(1);
        together.Step(1);

        Assert.Equal([(0, 1), (1, 2), (2, 3), (4, 5), (5, 6), (6, 7)], inTurn.Contacts().Select(c => (c.I, c.J)));
        Assert.Equal(4, together.Contacts().Count());
    }

    /// <summary>A pair that the flow brings together sits, one step after that in which it meets, where adhesion and the flow's push ζG/2 a hold it.</summary>
    [Fact]
    public void A_pair_lands_in_balance()
    {
        Vector3d along = new Vector3d(1, 0, -1).Normalized(), middle = new(Edge / 2, Edge / 2, Edge / 2);
        Vector3d[] pair = [middle - (1.0005 * along), middle + (1.0005 * along)];
        const double Rate = 0.1;
        using Suspension landed = Sheared(pair, Rate, true), struck = Sheared(pair, Rate, false);
        landed.Step(0.02);
        landed.Step(0.02);
        struck.Step(0.02);

        Assert.Equal(Rate / 2, Assert.Single(landed.Contacts()).Force, 0.02);
        Assert.True(Assert.Single(struck.Contacts()).Force > 5, "without events the pair lands with the way that is left");
    }

    [Fact]
    public void Threads_and_a_stop_leave_every_bit()
    {
        using Suspension two = Crowd(2), resumed = Crowd(2);
        double end = 0.02 / two.Box.ShearRate;
        Run(two, end / 2);
        resumed.Restore(two.Save());
        Run(resumed, end);
        using Suspension split = Crowd(1);
        Run(split, end / 2);
        Run(split, end);

        Assert.Equal(split.Save().Get<int>("places"), resumed.Save().Get<int>("places"));
        Run(two, end);
        Assert.Equal(split.Save().Get<float>("slide"), two.Save().Get<float>("slide"));
    }

    private static void Run(Suspension system, double end)
    {
        while (system.Time < end * (1 - 1e-12))
        {
            system.Step(end - system.Time);
        }
    }

    private static Suspension Sheared(Vector3d[] places, double rate, bool events, double edge = Edge, int threads = 1)
    {
        Suspension system = Suspensions.Build(places, [.. places.Select(_ => 1.0)], edge, Stiffness, 1, control: new() { Residual = 1e-5, Events = events }, threads: threads);
        system.Box.Shear(Axis.X, Axis.Z, rate);
        return system;
    }

    /// <summary>2,400 spheres in agglomerates, more than two chunks of links.</summary>
    private static Suspension Crowd(int threads)
    {
        var context = new StageContext { Seed = 3 };
        double[] radii = [.. Enumerable.Repeat(1.0, 60)];
        (Vector3d[] Position, double[] Radius)[] bodies = [.. Enumerable.Range(0, 40).Select(k => (FractalAggregate.Build(radii, new(1.8, 1.3), context.Random(StreamName.FractalAggregate, k)), radii))];
        (double edge, Vector3d[][] placed) = AgglomeratePlacement.Place(bodies, 0.05, context);
        return Sheared([.. placed.SelectMany(p => p)], 0.5, true, edge, threads);
    }
}
