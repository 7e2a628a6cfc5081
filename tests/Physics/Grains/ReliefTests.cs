using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Contacts with a relief: sticky ones against closed forms of known curvature, and the energy account of a rough field.</summary>
public class ReliefTests
{
    private const double Radius = 1e-3;
    private const double Floor = 5e-3;
    private const double Middle = 0.02;

    /// <summary>Density of a sphere that no contact moves: the field goes away from it at the speed that was set.</summary>
    private const double Immovable = 1e13;

    public static TheoryData<ElasticKind, double> Curvatures => new()
    {
        { ElasticKind.Jkr, 500 },
        { ElasticKind.Jkr, 2000 },
        { ElasticKind.Jkr, -333 },
        { ElasticKind.Jkr, -667 },
        { ElasticKind.Dmt, 500 },
        { ElasticKind.Dmt, -667 },
    };

    [Theory]
    [MemberData(nameof(Curvatures))]
    public void A_sphere_leaves_bump_and_dimple_at_the_pull_off_of_its_reduced_radius(ElasticKind elastic, double curvature)
    {
        // 1/R* = 1/a + 1/R_b on a bump (curvature > 0), 1/a − 1/R_d in a dimple; w = 2γ. The grid knows the curvature to (spacing/R)²/6.
        ContactLaws laws = LawCombinations.Of(elastic) with { Tangential = TangentialKind.None };
        double reduced = 1 / ((1 / Radius) + curvature), wanted = (elastic == ElasticKind.Jkr ? 1.5 : 2) * Math.PI * 2 * laws.SurfaceEnergy * reduced;
        double most = 0;
        foreach ((double overlap, double force) in Withdraw(laws, (x, y) => Cap(curvature, x, y), Radius, 1))
        {
            most = Math.Max(most, -force);
            double expected = elastic == ElasticKind.Jkr ? Jkr(laws, reduced, overlap) : (4.0 / 3 * laws.ReducedModulus * Math.Sqrt(reduced) * Math.Pow(Math.Max(0, overlap), 1.5)) - (overlap > 0 ? wanted : 0);
            Assert.True(force == 0 || Math.Abs(force - expected) < 5e-3 * wanted, $"{overlap}: {force}, {expected}");
        }

        Assert.Equal(wanted, most, 3e-3 * wanted);
    }

    [Fact]
    public void A_sphere_leaves_a_narrow_groove_by_two_feet_at_once()
    {
        // Flanks at 45°, far sharper where they meet than the sphere: each foot bears 3πγa along its own normal.
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr) with { Tangential = TangentialKind.None };
        double wanted = 2 * 3 * Math.PI * laws.SurfaceEnergy * Radius / Math.Sqrt(2);
        double most = Withdraw(laws, (x, _) => Math.Abs(x - Middle), Math.Sqrt(2) * Radius, Math.Sqrt(2)).Max(s => -s.Force);
        Assert.Equal(wanted, most, 3e-3 * wanted);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.35)]
    public void A_sticky_sphere_slides_over_hills_from_patch_to_patch_and_stays(double angle)
    {
        // Pulled with a quarter of the pull-off of the crests, over 20 hills and some hundred patches; a runner far above forces searches.
        const double wave = 2e-3, high = 1e-5, speed = 0.4;
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr) with { Damping = DampingKind.Restitution, DampingCoefficient = 0.1, Tangential = TangentialKind.None };
        double crest = 1 / ((1 / Radius) + (high * Square(2 * Math.PI / wave))), pull = 3 * Math.PI * laws.SurfaceEnergy * crest;
        Vector3d[] velocities = [new(speed * Math.Cos(angle), speed * Math.Sin(angle), 0), new(30, 0.4, 0)];
        GrainSetup setup = GrainSamples.Of(new(0.04, 0.04, 0.03), [new(0.0205, 0.02, Floor + high + Radius - 1e-7), new(0.01, 0.01, 0.02)], [Radius, Radius], 1e-6, velocities);
        double lift = 0.25 * pull / setup.Mass(0);
        setup = setup with { Gravity = new(0, 0, lift), BodyForces = [default, new(0, 0, -lift * setup.Mass(1))], KeepsEnergyAccount = true };
        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, _) => high * Math.Sin(2 * Math.PI * x / wave), 0.1e-3, 400)] };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws], 1);
        double snapped = double.NaN;
        for (int k = 0; k < 100; k++)
        {
            system.Advance(1000);
            Vector3d at = system.Read()[0].Position;
            double height = Floor + (high * Math.Sin(2 * Math.PI * at.X / wave));
            Assert.InRange(at.Z - height - Radius, -2e-6, 1.5e-6);
            EnergyAccount account = system.Energies!;
            snapped = double.IsNaN(snapped) ? account[EnergyTerm.Adhesion] : snapped;
            Assert.Equal(snapped, account[EnergyTerm.Adhesion]);
        }

        Assert.True(system.Searches > 100, $"{system.Searches} searches");
        double start = setup.Mass(0) * Square(speed) / 2;
        Assert.True(Math.Abs(system.Energies!.Open) < 2e-3 * start, $"open by {system.Energies!.Open / start:E2}");
    }

    [Theory]
    [InlineData(ElasticKind.Hertz, TangentialKind.None)]
    [InlineData(ElasticKind.Hertz, TangentialKind.Mindlin)]
    [InlineData(ElasticKind.Linear, TangentialKind.None)]
    [InlineData(ElasticKind.Jkr, TangentialKind.None)]
    public void The_account_closes_on_a_rough_field(ElasticKind elastic, TangentialKind tangential)
    {
        var random = new RandomStream(12, StreamName.MonteCarlo);
        Vector3d[] at = [.. Enumerable.Range(0, 16).Select(i => new Vector3d(4e-3 + (2.2e-3 * (i % 4)), 4e-3 + (2.2e-3 * (i / 4 % 4)), Floor + 2.5e-3))];
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.04), at, [.. at.Select(_ => Radius * (0.5 + (0.5 * random.NextDouble())))], 1e-6) with { Gravity = new(0, 0, -9.81), KeepsEnergyAccount = true };
        double[,] heights = new double[40, 40];
        foreach (int k in Enumerable.Range(0, 1600))
        {
            heights[k / 40, k % 40] = 1e-3 * random.NextDouble();
        }

        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, y) => heights[(int)Math.Round(x / 0.5e-3) % 40, (int)Math.Round(y / 0.5e-3) % 40], 0.5e-3, 40)] };
        ContactLaws laws = LawCombinations.Of(elastic, DampingKind.None) with { SurfaceEnergy = 1e-3, Tangential = tangential };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws], 1);
        double fallen = Enumerable.Range(0, 16).Sum(setup.Mass) * 9.81 * 2e-3, worst = 0, relief = 0;
        for (int k = 0; k < 60; k++)
        {
            system.Advance(1000);
            worst = Math.Max(worst, Math.Abs(system.Energies!.Open));
            relief = Math.Max(relief, Math.Abs(system.Energies![EnergyTerm.Relief]));
        }

        // Falls and rebounds at the step's error; feet that fade or are found late would show as relief.
        Assert.True(worst < 1e-3 * fallen && relief < 1e-3 * fallen, $"{elastic}: open {worst / fallen:E2}, relief {relief / fallen:E2}");
    }

    /// <summary>Overlap straight down, against the surface's normal, and the force up, while a field goes down slowly under an immovable sphere.</summary>
    /// <param name="laws">Laws of the contact.</param>
    /// <param name="surface">Heights.</param>
    /// <param name="touch">Height of the centre over the middle at which the sphere touches.</param>
    /// <param name="steep">Way down for one overlap.</param>
    private static IEnumerable<(double Overlap, double Force)> Withdraw(ContactLaws laws, Func<double, double, double> surface, double touch, double steep)
    {
        // No step falls on the touch itself, where a law that jumps there has no value.
        const double press = 1.5005e-6, step = 2e-7, speed = 5e-3;
        GrainSetup setup = GrainSamples.Of(new(0.04, 0.04, 0.03), [new(Middle, Middle, Floor + touch - (press * steep))], [Radius], step) with { Densities = [Immovable] };
        FieldWall field = GrainSamples.Field(Floor, setup.Scale, surface, 0.05e-3, 800);
        field.Velocity = new Vector3d(0, 0, -speed) * (setup.Scale.Time / setup.Scale.Length);
        setup = setup with { Walls = [field] };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws], 1);
        for (int k = 0; k < 4000; k++)
        {
            system.Advance(1);
            yield return (press - (speed * step * (k + 1) / steep), system.Read()[0].Force.Z);
        }
    }

    /// <summary>Force of a JKR contact at an overlap on the branch that ends at the pull-off: there a³ = 9πwR*²/8E*, and the radius grows with the overlap from below that.</summary>
    private static double Jkr(ContactLaws laws, double reduced, double overlap)
    {
        double modulus = laws.ReducedModulus, work = 2 * laws.SurfaceEnergy, low = Math.Cbrt(9 * Math.PI * work * reduced * reduced / (32 * modulus)), high = Radius;
        for (int k = 0; k < 60; k++)
        {
            double a = (low + high) / 2;
            (low, high) = (a * a / reduced) - Math.Sqrt(2 * Math.PI * work * a / modulus) < overlap ? (a, high) : (low, a);
        }

        return (4 * modulus * low * low * low / (3 * reduced)) - Math.Sqrt(8 * Math.PI * work * modulus * low * low * low);
    }

    /// <summary>A bump of a curvature, 1/m, or a dimple of a negative one.</summary>
    private static double Cap(double curvature, double x, double y)
    {
        double radius = 1 / Math.Abs(curvature), square = Math.Min(Square(x - Middle) + Square(y - Middle), 0.8 * radius * radius);
        return -Math.Sign(curvature) * (radius - Math.Sqrt((radius * radius) - square));
    }

    private static double Square(double x) => x * x;
}
