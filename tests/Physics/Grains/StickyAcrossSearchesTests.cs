using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>A sticky contact under tension, its surfaces apart, lives through every search for pairs.</summary>
public class StickyAcrossSearchesTests
{
    private const double Radius = LawCombinations.Radius;
    private const double TimeStep = 1e-7;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Pair_under_tension_follows_the_plain_simulator_while_a_runner_forces_searches(int threads)
    {
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr);
        double edge = Math.Pow(9 * Math.PI * laws.SurfaceEnergy * Radius * Radius / (16 * laws.ReducedModulus), 2.0 / 3) / (1.5 * Radius);

        // Two spheres that overlap a little and part at a speed that adhesion stops; a third flies past far away, a radius in some twenty-five steps.
        Vector3d[] positions = [new(10e-3, 10e-3, 10e-3), new(12e-3 - 2e-7, 10e-3, 10e-3), new(10e-3, 20e-3, 20e-3)];
        Vector3d[] velocities = [new(-0.016, 0, 0), new(0.016, 0, 0), new(400, 3, 2)];
        GrainSetup setup = GrainSamples.Of(new(30e-3, 30e-3, 30e-3), positions, [Radius, Radius, Radius], TimeStep, velocities);
        using GranularSystem system = GranularSystems.Make(setup, laws, [], threads);
        var plain = new PlainGranular(
            [.. positions.Take(2).Select((p, i) => new PlainSphere(Radius, GrainSamples.Density, p, velocities[i], default))], LawCombinations.Contact(laws), TimeStep);
        (int apart, double widest, double worst) = (0, 0, 0);
        long searches = 0;
        for (int k = 0; k < 8000; k++)
        {
            system.Advance(1);
            plain.Advance(1);
            double expected = Gap(plain.Spheres[0].Position, plain.Spheres[1].Position);
            IReadOnlyList<GrainReading> found = system.Read();
            worst = Math.Max(worst, Math.Abs(Gap(found[0].Position, found[1].Position) - expected));
            widest = Math.Max(widest, expected);
            apart += expected > 0 && system.Searches > searches ? 1 : 0;
            searches = system.Searches;
        }

        Assert.True(widest > 0.2 * edge && widest < edge, $"stretched by {widest / edge:F2} of what the contact bears");
        Assert.True(apart > 30, $"searched {apart} times while the surfaces were apart");
        Assert.True(worst < 5e-3 * widest, $"off by {worst / widest:E2} of the stretch");
    }

    private static double Gap(Vector3d a, Vector3d b) => (a - b).Length - (2 * Radius);
}
