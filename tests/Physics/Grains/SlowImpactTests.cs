using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Impacts that press stiff spheres by a millionth of their radius or less, in boxes of many sizes: what comes out of them is known exactly.</summary>
public class SlowImpactTests
{
    private const double Large = 0.5e-3;
    private const double Density = 2500;
    private const double Modulus = 50e9;
    private const double Poisson = 0.25;

    /// <summary>Steps in contact; the restitution is then within 0.9/4000 = 2·10⁻⁴ of the one asked for (docs/dem.md).</summary>
    private const int Steps = 4000;

    [Theory]
    [InlineData(ElasticKind.Hertz, 1.0)]
    [InlineData(ElasticKind.Hertz, 20.0)]
    [InlineData(ElasticKind.Linear, 1.0)]
    [InlineData(ElasticKind.Linear, 20.0)]
    public void Restitution_is_the_one_asked_for_however_slow_the_impact_and_large_the_box(ElasticKind elastic, double ratio)
    {
        ContactLaws laws = Laws(elastic, ratio) with { DampingCoefficient = 0.5 };
        foreach (double speed in new[] { 1e-3, 1e-4 })
        {
            foreach (double box in Boxes(ratio))
            {
                Assert.Equal(0.5, Rebound(laws, ratio, speed, box * Large), 0.5e-3);
            }
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(1)]
    public void Restitution_is_right_with_every_width_of_arithmetic(int width)
    {
        Assert.SkipUnless(GranularSystems.Widths.Contains(width), $"this machine has no arithmetic of {width}");
        Assert.Equal(0.5, Rebound(Laws(ElasticKind.Hertz) with { DampingCoefficient = 0.5 }, 20, 1e-4, 1000 * Large, width), 0.5e-3);
    }

    [Theory]
    [InlineData(ElasticKind.Hertz, 1.0)]
    [InlineData(ElasticKind.Hertz, 20.0)]
    [InlineData(ElasticKind.Linear, 1.0)]
    [InlineData(ElasticKind.Linear, 20.0)]
    [InlineData(ElasticKind.Dmt, 1.0)]
    public void Impacts_without_damping_give_back_what_they_take(ElasticKind elastic, double ratio)
    {
        ContactLaws laws = Laws(elastic, ratio) with { Damping = DampingKind.None, SurfaceEnergy = 1e-9 };
        foreach (double speed in new[] { 1e-3, 1e-4 })
        {
            foreach (double box in Boxes(ratio))
            {
                Assert.Equal(1, Rebound(laws, ratio, speed, box * Large), 5e-4);
            }
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public void Hysteretic_contacts_restitute_the_root_of_their_stiffnesses(double box)
    {
        ContactLaws laws = Laws(ElasticKind.Hysteretic) with { Damping = DampingKind.None };
        Assert.Equal(0.5, Rebound(laws with { UnloadingStiffness = 4 * laws.Stiffness }, 1, 1e-3, box * Large), 1e-3);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public void Sticky_spheres_lose_the_work_between_touch_and_pull_off(double box)
    {
        // On the way back the force at δ < 0 is that of the branch down to −3πγR*, which on the way in was 0: the work of it is lost, ½m*(v² − u²) = −∫F dδ.
        const double speed = 1e-3;
        ContactLaws laws = Laws(ElasticKind.Jkr) with { Damping = DampingKind.None, SurfaceEnergy = 0.02 };
        double radius = Large / 2, mass = GrainSetup.MassOf(Large, Density) / 2, e = laws.ReducedModulus, g = laws.SurfaceEnergy;
        double first = Math.Cbrt(9 * Math.PI * g * radius * radius / (4 * e)), last = Math.Cbrt(4 * Math.PI * g * radius * radius / e), work = 0;
        const int parts = 20_000;
        for (int k = 0; k < parts; k++)
        {
            double a = first + ((last - first) * k / parts), b = first + ((last - first) * (k + 1) / parts);
            work -= (Force(a) + Force(b)) / 2 * (Overlap(b) - Overlap(a));
        }

        double expected = Math.Sqrt(1 - (2 * work / (mass * speed * speed)));
        Assert.InRange(expected, 0.5, 0.99);
        Assert.Equal(expected, Rebound(laws, 1, speed, box * Large), 1e-3);

        double Force(double a) => (4 * e * a * a * a / (3 * radius)) - (2 * Math.PI * a * a * Math.Sqrt(4 * g * e / (Math.PI * a)));
        double Overlap(double a) => (a * a / radius) - (2 * Math.Sqrt(Math.PI * g * a / e));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(4000, false)]
    [InlineData(50, true)]
    public void Walls_give_the_restitution_asked_for(double box, bool field)
    {
        foreach (double speed in new[] { 1e-3, 1e-4 })
        {
            Vector3d n = field ? Vector3d.UnitZ : new Vector3d(1, -2, 3) / Math.Sqrt(14);
            ContactLaws law = (Laws(ElasticKind.Hertz) with { DampingCoefficient = 0.5 }).AtRigidWall(Modulus, Poisson);
            double step = Duration(law, Large, GrainSetup.MassOf(Large, Density), speed) / Steps, edge = box * Large;
            Vector3d foot = new(0.4 * edge, 0.45 * edge, 0.35 * edge);
            GrainSetup setup = Setup(edge, [foot + (n * (Large + (20 * speed * step)))], [n * -speed], [Large], step);
            double unit = setup.Scale.Length;
            setup = setup with { Walls = [field ? GrainSamples.Field(foot.Z, setup.Scale, (_, _) => 0, edge / 8, 8) : new PlaneWall(foot / unit, n)] };
            using GranularSystem system = GranularSystems.Make(setup, law, [law], 1);
            system.Advance(3 * Steps);
            Assert.Equal(0.5, Vector3d.Dot(system.Read()[0].Velocity, n) / speed, 0.5e-3);
        }
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    [InlineData(1e-6)]
    public void Forces_of_small_overlaps_are_right_between_unlike_spheres(double share)
    {
        // A step of a fraction, a thousandth of a unit of 2.3·10⁻⁷ radii for each place, is 2·10⁻⁴ of the least overlap.
        const double small = 0.137e-3;
        Vector3d n = new Vector3d(3, -1, 2) / Math.Sqrt(14), place = new(0.123, 0.321, 0.234);
        ContactLaws laws = Laws(ElasticKind.Hertz) with { Damping = DampingKind.None };
        double overlap = share * Large, radius = small * Large / (small + Large);
        GrainSetup setup = Setup(1000 * Large, [place, place + (n * (small + Large - overlap))], [Vector3d.Zero, Vector3d.Zero], [small, Large], 1e-8);
        using GranularSystem system = GranularSystems.Make(setup, laws, [], 1);
        double expected = 4.0 / 3 * laws.ReducedModulus * Math.Sqrt(radius) * Math.Pow(overlap, 1.5);
        Assert.Equal(1, -Vector3d.Dot(system.Read()[0].Force, n) / expected, 1.5 * (1e-6 + (2.3e-10 / share)));
    }

    [Fact]
    public void Overlaps_are_fine_where_those_to_be_expected_are_small()
    {
        // Stiff spheres under their own weight press each other by a millionth of their radius, soft ones by a thousandth.
        GrainSetup setup = Setup(0.1, [new(0.05, 0.05, 0.05)], [Vector3d.Zero], [Large], 1e-7) with { Gravity = new(0, 0, -9.81) };
        ContactLaws stiff = Laws(ElasticKind.Hertz), soft = stiff.OfMaterial(1e6, Poisson);
        Assert.Equal(OverlapKind.Fine, ExpectedOverlap.Choose(setup, stiff));
        Assert.Equal(OverlapKind.Plain, ExpectedOverlap.Choose(setup, soft));
        double weight = setup.Mass(0) * 9.81;
        Assert.Equal(Math.Pow(0.75 * weight / (soft.ReducedModulus * Math.Sqrt(Large / 2)), 2.0 / 3), ExpectedOverlap.Of(setup, soft), 1e-12);
    }

    /// <summary>Stiffer springs press each other by less than a sixth of a unit of places at 0.1 mm/s in the largest boxes, which fractions of a unit no longer resolve well.</summary>
    private static ContactLaws Laws(ElasticKind elastic, double ratio = 1) =>
        new ContactLaws { Elastic = elastic, Tangential = TangentialKind.None, Stiffness = 1e5 / (ratio * ratio) }.OfMaterial(Modulus, Poisson);

    /// <summary>Edges of the box in radii of the larger sphere.</summary>
    private static double[] Boxes(double ratio) => ratio > 1 ? [50, 1000] : [50, 1000, 4000];

    /// <summary>Relative speed after a slanting head-on impact over that before, both spheres drifting; never more energy than at the start.</summary>
    private static double Rebound(ContactLaws laws, double ratio, double speed, double box, int width = 0)
    {
        double small = Large / ratio, m1 = GrainSetup.MassOf(Large, Density), m2 = GrainSetup.MassOf(small, Density), mass = m1 * m2 / (m1 + m2);
        double step = Duration(laws, Large * small / (Large + small), mass, speed) / Steps;
        Vector3d n = new Vector3d(2, -1, 3) / Math.Sqrt(14), drift = new Vector3d(0.3, 0.7, -0.2) * speed, place = new(0.37 * box, 0.41 * box, 0.77 * box);
        Vector3d[] velocities = [drift + (n * (speed * m2 / (m1 + m2))), drift - (n * (speed * m1 / (m1 + m2)))];
        GrainSetup setup = Setup(box, [place, place + (n * (Large + small + (20 * speed * step)))], velocities, [Large, small], step);
        using GranularSystem system = GranularSystems.Make(setup, laws, [], 1, width);
        system.Advance(3 * Steps);
        IReadOnlyList<GrainReading> end = system.Read();
        Assert.True(Energy(end[0].Velocity, end[1].Velocity) < (1 + 1e-4) * Energy(velocities[0], velocities[1]), "energy was gained");
        return Vector3d.Dot(end[1].Velocity - end[0].Velocity, n) / speed;

        double Energy(Vector3d u, Vector3d v) => (m1 * u.LengthSquared) + (m2 * v.LengthSquared);
    }

    /// <summary>How long an undamped contact lasts.</summary>
    private static double Duration(ContactLaws laws, double radius, double mass, double speed) => laws.HasSpot
        ? 2.87 * Math.Pow(mass * mass / (radius * laws.ReducedModulus * laws.ReducedModulus * speed), 0.2)
        : Math.PI * Math.Sqrt(mass / laws.Stiffness);

    private static GrainSetup Setup(double box, Vector3d[] positions, Vector3d[] velocities, double[] radii, double step)
    {
        double[] densities = [.. radii.Select(_ => Density)];
        var scale = UnitScale.ForGrains(radii, densities, step);
        return new()
        {
            Scale = scale,
            Box = new(box / scale.Length, 1.3 * box / scale.Length, 0.9 * box / scale.Length),
            Positions = positions,
            Velocities = velocities,
            Spins = new Vector3d[radii.Length],
            Radii = radii,
            Densities = densities,
            TimeStep = step,
        };
    }
}
