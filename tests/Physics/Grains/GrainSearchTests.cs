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

    private static void Compare(GrainSetup setup, double rate, int visits)
    {
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Ghostly, [], 2);
        int met = 0;
        for (int visit = 0; visit < visits; visit++)
        {
            system.Advance(rate > 0 ? 1000 : 50);
            IReadOnlyList<GrainReading> readings = system.Read();
            Assert.All(readings, r => Assert.True(double.IsFinite(Vector3d.Dot(r.Position, r.Velocity))));
            int expected = GrainSamples.Overlaps(setup, readings, system.Box.Tilt * setup.Scale.Length);
            Assert.Equal(expected, (int)Math.Round(system.Measure().Coordination * setup.Count / 2), 1.0);
            met += expected;
        }

        Assert.True(met > 20 * visits, "too few contacts to tell");
        Assert.True(system.Searches > 1);
    }
}
