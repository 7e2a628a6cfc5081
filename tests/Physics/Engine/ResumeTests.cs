using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Film = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.CapillaryLaw>;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>The same bits whatever the number of threads, and whether or not a run was interrupted.</summary>
public class ResumeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Suspension_resumed_from_a_saved_state_goes_on_with_the_same_bits(bool lookedAt)
    {
        using Suspension whole = Sheared(1), resumed = Sheared(1);
        Advance(whole, 60);
        if (lookedAt)
        {
            // Reading contacts prepares the links of the next step; the state saved after that must lead to the same bits.
            Assert.NotEmpty(whole.Contacts());
        }

        resumed.Restore(whole.Save());
        Advance(whole, 60);
        Advance(resumed, 60);
        Assert.Equal(Suspensions.Bits(whole.Save()), Suspensions.Bits(resumed.Save()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Film_resumed_from_a_saved_state_goes_on_with_the_same_bits(bool lookedAt)
    {
        using Film whole = DryingFilm(), resumed = DryingFilm();
        Advance(whole, 80);
        if (lookedAt)
        {
            Assert.NotEmpty(whole.WallContacts(LinkKind.Interface));
        }

        resumed.Restore(whole.Save());
        Advance(whole, 80);
        Advance(resumed, 80);
        Assert.NotEmpty(whole.WallContacts(LinkKind.Foil));
        Assert.NotEmpty(resumed.WallContacts(LinkKind.Foil));
        Assert.Equal(Suspensions.Bits(whole.Save()), Suspensions.Bits(resumed.Save()));
    }

    [Fact]
    public void Looking_at_contacts_changes_no_bit_of_a_run()
    {
        using Suspension seen = Sheared(1), unseen = Sheared(1);
        for (int k = 0; k < 60; k++)
        {
            seen.Step(1);
            Assert.NotEmpty(seen.Contacts());
            unseen.Step(1);
        }

        Assert.NotEmpty(unseen.Contacts());
        Assert.Equal(Suspensions.Bits(unseen.Save()), Suspensions.Bits(seen.Save()));
    }

    [Fact]
    public void Two_threads_give_the_bits_of_one()
    {
        // 4913 particles and about three times as many links: several chunks of 2048 of each.
        using Suspension one = Crowded(1), two = Crowded(2);
        Advance(one, 4);
        Advance(two, 4);
        Assert.True(one.Contacts().Count() > 3 * HostDevice.Chunk);
        Assert.Equal(one.Contacts(), two.Contacts());
        Assert.Equal(Suspensions.Bits(one.Save()), Suspensions.Bits(two.Save()));
    }

    private static void Advance<TPair, TFoil, TTop>(OverdampedSystem<TPair, TFoil, TTop> system, int steps)
        where TPair : struct, INormalLaw
        where TFoil : struct, INormalLaw
        where TTop : struct, INormalLaw
    {
        for (int k = 0; k < steps; k++)
        {
            system.Step(1);
        }
    }

    private static Suspension Crowded(int threads)
    {
        Vector3d[] positions = Suspensions.Crowd(17, 1.98, 5);
        Suspension system = Suspensions.Build(positions, [.. Enumerable.Repeat(1.0, positions.Length)], 17 * 1.98, 200, 1, threads: threads, control: new StepControl());
        system.Box.Shear(Axis.X, Axis.Z, 0.1);
        return system;
    }

    /// <summary>A hundred spheres in shear with bridges, sliding contacts, Brownian motion, and a list that is renewed on the way.</summary>
    private static Suspension Sheared(int threads)
    {
        Vector3d[] positions = Suspensions.Crowd(5, 1.99, 3);
        Suspension system = Suspensions.Build(
            positions,
            [.. Enumerable.Repeat(1.0, positions.Length)],
            14,
            200,
            1,
            Suspensions.Contact with { BridgeStiffness = 800 * Suspensions.Force / Suspensions.Radius, BridgeTension = 30 * Suspensions.Force / Math.Pow(Suspensions.Radius, 2), BridgeShear = 30 * Suspensions.Force / Math.Pow(Suspensions.Radius, 2) },
            new StepControl { Motion = 0.02 },
            threads);
        Bond[] bonds = [.. system.Contacts().Where((_, k) => k % 3 == 0).Select(c => new Bond(c.I, c.J, BondOrigin.FeedstockBridge, 0.3 * Suspensions.Radius))];
        Assert.Equal(bonds.Length, system.Plant(bonds, _ => 1));
        system.ThermalEnergy = 0.001;
        system.BrownianStream = number => new RandomStream(9, StreamName.BrownianForce, (int)number);
        system.Box.Shear(Axis.X, Axis.Z, 0.5);
        return system;
    }

    /// <summary>Spheres between a foil and a liquid surface that comes down on them.</summary>
    private static Film DryingFilm()
    {
        Vector3d[] positions = [.. Suspensions.Crowd(4, 2.1, 7).Select(p => p with { Z = p.Z + 2 })];
        double r = Suspensions.Radius;
        UnitScale scale = Suspensions.Scale;
        RandomStream random = new(4, StreamName.MonteCarlo);
        double[] heights = [.. Enumerable.Range(0, 64).Select(_ => 0.1 * r * random.NextDouble())];
        SoftAdhesiveLaw adhesive = new(200f, 2f);
        return new(
            scale,
            new FlowingBox(8.4, 8.4, 30),
            [.. positions.Select(p => p * r)],
            [.. Enumerable.Repeat(r, positions.Length)],
            1,
            Suspensions.Contact,
            new StepControl { Motion = 0.02 },
            (adhesive, adhesive, new CapillaryLaw(0.3f, 0.94f, 0.34f)),
            new HostDevice(1),
            new FilmWalls(new HeightMap(8, 8, 8.4 * r / 8, 8.4 * r / 8, heights, Periodic: true), 1.9 * r, TopKind.Interface, 10.5 * r))
        { TopVelocity = -1 };
    }
}
