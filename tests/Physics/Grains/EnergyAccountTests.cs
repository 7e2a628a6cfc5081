using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Energy of a collision in the plain simulator: kinetic, elastic and dissipated together stay what they were.</summary>
public class EnergyAccountTests
{
    private const double Radius = LawCombinations.Radius;

    private const double Step = 2e-8;

    [Fact]
    public void Elastic_collision_keeps_kinetic_and_elastic_energy_together()
    {
        // U = 8/15 E* √R* δ^(5/2).
        ContactLaws laws = LawCombinations.Of(ElasticKind.Hertz) with { Tangential = TangentialKind.None };
        PlainGranular system = Collision(laws, new(0.3, 0, 0), 0.5 * Radius);
        double start = system.KineticEnergy, least = start;
        for (int k = 0; k < 12_000; k++)
        {
            system.Advance(1);
            double overlap = Math.Max(0, Overlap(system));
            double stored = 8.0 / 15 * laws.ReducedModulus * Math.Sqrt(Reduced(system)) * Math.Pow(overlap, 2.5);
            least = Math.Min(least, system.KineticEnergy);
            Assert.Equal(start, system.KineticEnergy + stored, 1e-5 * start);
        }

        Assert.True(least < 0.9 * start && Overlap(system) < 0);
    }

    [Theory]
    [InlineData(DampingKind.Restitution)]
    [InlineData(DampingKind.Velocity)]
    public void Oblique_collision_loses_what_dashpots_and_friction_take(DampingKind damping)
    {
        // Linear springs: U = ½kδ² + ½k_tξ². Slip takes the radii as lever and torque the radii less half the overlap, so the account of friction is open
        // by a share δ/2R, a thousandth here.
        ContactLaws laws = LawCombinations.Of(ElasticKind.Linear, damping);
        PlainGranular system = Collision(laws, new(0.05, 0.04, 0), Radius);
        double start = system.KineticEnergy, lost = 0, mass = system.Spheres[0].Mass / 2;
        double viscosity = damping == DampingKind.Velocity ? laws.DampingCoefficient : laws.DampingShare() * Math.Sqrt(mass * laws.Stiffness);
        (double worst, double friction) = (0, 0);
        for (int k = 0; k < 20_000; k++)
        {
            Vector3d place = system.Spheres[0].Position;
            system.Advance(1);
            double overlap = Math.Max(0, Overlap(system));
            if (overlap > 0)
            {
                (Vector3d n, Vector3d v, Vector3d slip) = Motion(system);
                double approach = Vector3d.Dot(v, n), normal = (laws.Stiffness * overlap) - (viscosity * approach);
                Vector3d resistance = (n * normal) - system.Spheres[0].Force;
                friction += Vector3d.Dot(resistance, slip) * Step;
                lost += viscosity * approach * approach * Step;
            }

            // What friction has taken is its work, less what its spring holds: the spring is counted within the work.
            double stored = laws.Stiffness * overlap * overlap / 2;
            worst = Math.Max(worst, Math.Abs(system.KineticEnergy + stored + lost + friction - start));
            Assert.NotEqual(place, system.Spheres[0].Position);
        }

        Assert.True(Overlap(system) < 0);
        Assert.True(friction > 0.02 * start && lost > 0.05 * start, $"friction {friction / start}, dashpots {lost / start}");
        Assert.True(worst < 2e-3 * start, $"account open by {worst / start:E2}");
    }

    private static PlainGranular Collision(ContactLaws laws, Vector3d velocity, double second) => new(
        [
            new(Radius, LawCombinations.Density, default, velocity, default),
            new(second, LawCombinations.Density, new(Radius + second + 1e-7, 0, 0), default, default),
        ],
        LawCombinations.Contact(laws),
        Step);

    private static double Overlap(PlainGranular s) => s.Spheres[0].Radius + s.Spheres[1].Radius - (s.Spheres[0].Position - s.Spheres[1].Position).Length;

    private static double Reduced(PlainGranular s) => s.Spheres[0].Radius * s.Spheres[1].Radius / (s.Spheres[0].Radius + s.Spheres[1].Radius);

    /// <summary>Normal, relative velocity and slip.</summary>
    private static (Vector3d Normal, Vector3d Velocity, Vector3d Slip) Motion(PlainGranular s)
    {
        PlainSphere a = s.Spheres[0], b = s.Spheres[1];
        Vector3d n = (a.Position - b.Position).Normalized(), v = a.Velocity - b.Velocity;
        return (n, v, v - (n * Vector3d.Dot(v, n)) - Vector3d.Cross((a.Spin * a.Radius) + (b.Spin * b.Radius), n));
    }
}
