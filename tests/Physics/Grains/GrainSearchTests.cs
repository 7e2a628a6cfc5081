using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>No contact is missed, whatever the sizes and the flow.</summary>
public class GrainSearchTests
{
    [Theory]
    [InlineData(0.8e-3, 1e-3)]
    [InlineData(0.2e-3, 1e-3)]
    [InlineData(0.05e-3, 1e-3)]
    public void Contacts_in_the_tables_are_those_that_counting_every_pair_finds(double smallest, double largest)
    {
        GrainSetup setup = GrainSamples.Gas(9, 1.2e-3, smallest, largest, 0.5, 2e-6);
        Compare(setup, 0, 40);
    }

    [Theory]
    [InlineData(Axis.Y)]
    [InlineData(Axis.Z)]
    public void A_sheared_box_misses_none_and_loses_no_particle_through_several_flips(Axis gradient)
    {
        const double rate = 400;
        GrainSetup setup = GrainSamples.Gas(8, 1.2e-3, 0.3e-3, 1e-3, 0.1, 2e-6);
        setup.Box.Shear(Axis.X, gradient, rate * setup.Scale.Time);

        // Strain 400 · 8000 · 2e-6 = 6.4: the box is taken back six times.
        Compare(setup, rate, 8);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(5, 0)]
    [InlineData(0.5, 400)]
    public void Spheres_that_bounce_off_each_other_meet_none_unseen(double speed, double rate)
    {
        // Collisions turn ways round within a few steps, unlike those of the ghostly spheres: tables that look ahead along straight ways must notice.
        const double timeStep = 2e-6;
        GrainSetup setup = GrainSamples.Gas(9, 1.2e-3, 0.3e-3, 0.58e-3, speed, timeStep);
        setup.Box.Shear(Axis.X, Axis.Y, rate * setup.Scale.Time);
        Compare(setup, GrainSamples.Laws with { Damping = DampingKind.None }, 7, 150, 4);
    }

    [Theory]
    [MemberData(nameof(LanesTests.WidthsAndThreads), MemberType = typeof(LanesTests))]
    public void Fast_spheres_meet_none_unseen_where_candidates_are_narrowed(int width, int threads)
    {
        GrainSetup setup = GrainSamples.Gas(12, 1.2e-3, 0.3e-3, 0.58e-3, 20, 2e-6) with { WideSkin = 2 };
        ContactLaws laws = GrainSamples.Laws with { Damping = DampingKind.None };
        using GranularSystem system = GranularSystems.Make(setup, laws, [], threads, width), alone = GranularSystems.Make(setup, laws, [], 1, width);
        int met = 0;
        for (int visit = 0; visit < 20; visit++)
        {
            system.Advance(7);
            alone.Advance(7);
            IReadOnlyList<GrainReading> readings = system.Read();
            Assert.Equal(alone.Read(), readings);
            int expected = GrainSamples.Overlaps(setup, readings, 0);
            Assert.Equal(expected, (int)Math.Round(system.Measure().Coordination * setup.Count / 2), 1.0);
            met += expected;
        }

        Assert.True(met > 80, $"{met} contacts: too few to tell");
        Assert.True(system.Narrowings > 2 * system.Searches && system.Tables > 2 * system.Narrowings, $"{system.Searches} searches, {system.Narrowings} narrowings, {system.Tables} tables");
    }

    private static void Compare(GrainSetup setup, double rate, int visits) => Compare(setup, GrainSamples.Ghostly, rate > 0 ? 1000 : 50, visits, 20);

    private static void Compare(GrainSetup setup, ContactLaws laws, int steps, int visits, int least)
    {
        using GranularSystem system = GranularSystems.Make(setup, laws, [], 2);
        int met = 0;
        for (int visit = 0; visit < visits; visit++)
        {
            system.Advance(steps);
            IReadOnlyList<GrainReading> readings = system.Read();
            Assert.All(readings, r => Assert.True(double.IsFinite(Vector3d.Dot(r.Position, r.Velocity))));
            int expected = GrainSamples.Overlaps(setup, readings, system.Box.Tilt * setup.Scale.Length);
            Assert.Equal(expected, (int)Math.Round(system.Measure().Coordination * setup.Count / 2), 1.0);
            met += expected;
        }

        Assert.True(met > least * visits, $"{met} contacts: too few to tell");
        Assert.True(system.Searches > 1);
    }
}
