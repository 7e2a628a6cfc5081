using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Height fields as walls, against planes, cups and grooves.</summary>
public class HeightFieldTests
{
    private const double Radius = 1e-3;
    private const double Floor = 5e-3;
    private const double Step = 2e-6;

    [Fact]
    public void A_level_field_is_a_plane()
    {
        GrainReading[] plane = Roll(s => new PlaneWall(new(0, 0, Floor / s.Length), Vector3d.UnitZ)), field = Roll(s => GrainSamples.Field(Floor, s, (_, _) => 0, 0.5e-3, 80));
        for (int i = 0; i < plane.Length; i++)
        {
            Assert.True((plane[i].Position - field[i].Position).Length < 1e-7, $"{plane[i].Position} {field[i].Position}");
            Assert.True((plane[i].Spin - field[i].Spin).Length < 1e-3 * plane[i].Spin.Length);
        }

        static GrainReading[] Roll(Func<UnitScale, GrainWall> wall)
        {
            GrainSetup setup = One(new(0.01, 0.012, Floor + (1.2 * Radius)), new(0.1, 0.05, 0)) with { Gravity = new(0, 0, -9.81) };
            setup = setup with { Walls = [wall(setup.Scale)] };
            using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [GrainSamples.Laws], 1);
            system.Advance(20_000);
            return [.. system.Read()];
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sphere_without_friction_swings_in_cup_and_groove_like_a_pendulum(bool cup)
    {
        // R_c − r is the length of the pendulum; 0.05 rad adds φ²/16 to the period, the contact gives way by 1e-4 of it.
        const double curve = 6e-3, arm = curve - Radius, angle = 0.05, middle = 0.02;
        GrainSetup setup = One(new(middle + (arm * Math.Sin(angle)), middle, Floor + curve - (arm * Math.Cos(angle))), default) with { Gravity = new(0, 0, -9.81) };
        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, y) => curve - Math.Sqrt((curve * curve) - Math.Min(Square(x - middle) + (cup ? Square(y - middle) : 0), 0.9 * curve * curve)), 0.1e-3, 400)] };
        ContactLaws slick = GrainSamples.Laws with { Tangential = TangentialKind.None };
        using GranularSystem system = GranularSystems.Make(setup, slick, [slick], 1);
        double period = 2 * Math.PI * Math.Sqrt(arm / 9.81) * (1 + (angle * angle / 16));
        long steps = (long)(period / Step);
        system.Advance(steps / 4);
        double quarter = system.Read()[0].Position.X - middle;
        system.Advance(steps - (steps / 4));
        GrainReading end = system.Read()[0];
        Assert.InRange(Math.Abs(quarter), 0, 0.02 * arm * angle);
        Assert.Equal(middle + (arm * Math.Sin(angle)), end.Position.X, 0.02 * arm * angle);
        Assert.Equal(middle, end.Position.Y, 1e-6);
    }

    [Fact]
    public void A_sphere_in_a_narrow_groove_stands_on_both_flanks()
    {
        // Flanks at 45°: each carries W/√2, and the centre is √2 (r − δ) above the meeting line, rounded off by the grid far below the feet.
        GrainSetup setup = One(new(0.02, 0.02, Floor + (1.43 * Radius)), default) with { Gravity = new(0, 0, -9.81) };
        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, _) => Math.Abs(x - 0.02), 0.1e-3, 400)] };
        ContactLaws slick = GrainSamples.Laws with { Tangential = TangentialKind.None };
        using GranularSystem system = GranularSystems.Make(setup, slick, [slick], 1);
        system.Advance(40_000);
        double load = setup.Mass(0) * 9.81 / Math.Sqrt(2), stiffness = 4.0 / 3 * slick.ReducedModulus * Math.Sqrt(Radius);
        double overlap = Math.Pow(load / stiffness, 2.0 / 3);
        Assert.Equal(2, system.Measure().WallContacts);
        Assert.Equal(Math.Sqrt(2) * (Radius - overlap), system.Read()[0].Position.Z - Floor, 0.02 * overlap);
    }

    [Fact]
    public void Nothing_falls_through_a_rough_field()
    {
        var random = new RandomStream(11, StreamName.MonteCarlo);
        Vector3d[] at = [.. Enumerable.Range(0, 64).Select(i => new Vector3d(4e-3 + (2.2e-3 * (i % 4)), 4e-3 + (2.2e-3 * (i / 4 % 4)), Floor + 2.5e-3 + (2.2e-3 * (i / 16))))];
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.04), at, [.. at.Select(_ => Radius * (0.5 + (0.5 * random.NextDouble())))], Step) with { Gravity = new(0, 0, -9.81) };
        double[,] heights = new double[40, 40];
        foreach (int k in Enumerable.Range(0, 1600))
        {
            heights[k / 40, k % 40] = 1e-3 * random.NextDouble();
        }

        // Peaks and pits of a millimetre every half millimetre, under spheres of half to one millimetre; walls of the box around by periodicity.
        GrainWall Wall() => GrainSamples.Field(Floor, setup.Scale, (x, y) => heights[(int)Math.Round(x / 0.5e-3) % 40, (int)Math.Round(y / 0.5e-3) % 40], 0.5e-3, 40);
        IReadOnlyList<GrainReading> one = Fall(1, 25_000);
        Assert.Equal(Fall(1, 12_000), Fall(2, 12_000));
        Assert.All(one, r => Assert.True(r.Position.Z > Floor, $"{r.Position}"));

        // No energy is made: a fall over the whole height gives √(2g · 12 mm).
        Assert.All(one, r => Assert.InRange(r.Velocity.Length, 0, 0.49));

        IReadOnlyList<GrainReading> Fall(int threads, long steps)
        {
            using GranularSystem system = GranularSystems.Make(setup with { Walls = [Wall()] }, GrainSamples.Laws, [GrainSamples.Laws], threads);
            system.Advance(steps);
            return system.Read();
        }
    }

    [Fact]
    public void Flanks_of_unequal_slope_share_the_weight_as_statics_says()
    {
        // N₁ sin α₁ = N₂ sin α₂ and N₁ cos α₁ + N₂ cos α₂ = W; each overlap is (N/k)^(2/3). Thirty times the earth's pull makes the overlaps large against the grid's rounding.
        const double middle = 0.02, steep = 1.0, gentle = 0.5;
        GrainSetup setup = One(new(middle + (0.25 * Radius), 0.02, Floor + (1.3 * Radius)), default) with { Gravity = new(0, 0, -300) };
        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, _) => x < middle ? steep * (middle - x) : gentle * (x - middle), 0.1e-3, 400)] };
        ContactLaws slick = GrainSamples.Laws with { Tangential = TangentialKind.None };
        using GranularSystem system = GranularSystems.Make(setup, slick, [slick], 1);
        system.Advance(40_000);
        double one = Math.Atan(steep), two = Math.Atan(gentle), weight = setup.Mass(0) * 300, stiffness = 4.0 / 3 * slick.ReducedModulus * Math.Sqrt(Radius);
        double first = Math.Pow(weight * Math.Sin(two) / Math.Sin(one + two) / stiffness, 2.0 / 3), second = Math.Pow(weight * Math.Sin(one) / Math.Sin(one + two) / stiffness, 2.0 / 3);
        Vector3d at = system.Read()[0].Position - new Vector3d(middle, 0, Floor);
        Assert.Equal(2, system.Measure().WallContacts);
        Assert.Equal(first, Radius - ((at.Z + (steep * at.X)) * Math.Cos(one)), 0.01 * first);
        Assert.Equal(second, Radius - ((at.Z - (gentle * at.X)) * Math.Cos(two)), 0.01 * second);
    }

    [Fact]
    public void The_nearest_point_of_a_sine_relief_is_that_of_counting_every_point()
    {
        // Catmull–Rom is off a sine of 100 points a wave by less than 1e-5 of its amplitude.
        const double wave = 4.0, high = 0.3;
        var heights = new double[400, 8];
        foreach (int k in Enumerable.Range(0, 3200))
        {
            heights[k / 8, k % 8] = high * Math.Sin(2 * Math.PI * (k / 8) / 100.0);
        }

        var field = new HeightField(heights, wave / 100, wave / 8, true);
        var random = new RandomStream(5, StreamName.MonteCarlo);
        for (int n = 0; n < 20; n++)
        {
            Vector3d p = new(4 + (4 * random.NextDouble()), 1, high + random.NextDouble());
            double Way(double x) => Math.Sqrt(Square(x - p.X) + Square((high * Math.Sin(2 * Math.PI * x / wave)) - p.Z));
            double nearest = Enumerable.Range(0, 100_000).Select(k => p.X - 2 + (4e-5 * k)).MinBy(Way), fx = nearest + 0.02, fy = 1.01;
            Assert.True(field.Nearest(p, ref fx, ref fy));
            double found = Math.Sqrt(Square(fx - p.X) + Square(fy - p.Y) + Square(field.Evaluate(fx, fy).Height - p.Z));
            Assert.Equal(Way(nearest), found, 2e-5);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void Grains_on_a_rough_field_come_to_rest(double rough)
    {
        var random = new RandomStream(12, StreamName.MonteCarlo);
        Vector3d[] at = [.. Enumerable.Range(0, 16).Select(i => new Vector3d(4e-3 + (2.2e-3 * (i % 4)), 4e-3 + (2.2e-3 * (i / 4 % 4)), Floor + 2.5e-3))];
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.04), at, [.. at.Select(_ => Radius * (0.5 + (0.5 * random.NextDouble())))], 5e-6) with { Gravity = new(0, 0, -9.81) };
        double[,] heights = new double[40, 40];
        foreach (int k in Enumerable.Range(0, 1600))
        {
            heights[k / 40, k % 40] = rough * 1e-3 * random.NextDouble();
        }

        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, y) => heights[(int)Math.Round(x / 0.5e-3) % 40, (int)Math.Round(y / 0.5e-3) % 40], 0.5e-3, 40)] };
        ContactLaws laws = GrainSamples.Laws with { DampingCoefficient = 0.3, Rolls = true, RollingStiffness = 100, RollingDamping = 1e-3, RollingFriction = 0.3 };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws], 1);
        system.Advance(42_000);

        // Weight gives 5e-5 m/s a step: a hundredth of it is the rounding of overlaps.
        Assert.All(system.Read(), r => Assert.InRange(r.Velocity.Length, 0, 1e-6));
    }

    [Theory]
    [InlineData(TangentialKind.None)]
    [InlineData(TangentialKind.Mindlin)]
    public void No_energy_is_made_or_lost_while_a_sphere_bounces_in_a_smooth_bowl(TangentialKind tangential)
    {
        const double curve = 6e-3, middle = 0.02;
        GrainSetup setup = One(new(middle + 1.2e-3, middle - 0.7e-3, Floor + 2.5e-3), new(0.05, 0.08, 0)) with { Gravity = new(0, 0, -9.81), KeepsEnergyAccount = true };
        setup = setup with { Walls = [GrainSamples.Field(Floor, setup.Scale, (x, y) => curve - Math.Sqrt((curve * curve) - Math.Min(Square(x - middle) + Square(y - middle), 0.9 * curve * curve)), 0.1e-3, 400)] };
        ContactLaws laws = GrainSamples.Laws with { Damping = DampingKind.None, Tangential = tangential, Friction = 0.5 };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws], 1);
        double start = setup.Mass(0) * ((9.81 * 1.5e-3) + (Square(0.05) / 2) + (Square(0.08) / 2)), worst = 0;
        for (int k = 0; k < 50; k++)
        {
            system.Advance(1000);
            worst = Math.Max(worst, Math.Abs(system.Energies!.Open));
        }

        Assert.True(worst < 1e-3 * start, $"open by {worst / start:E2}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sticky_sphere_hangs_from_plane_and_field_by_what_the_spot_bears(bool plane)
    {
        // Pulled away with 0.92 of the pull-off force: a³ = (3R/4E*) F_po (1.08 + 2√0.08), the surfaces apart; a runner far above forces searches.
        ContactLaws laws = LawCombinations.Of(ElasticKind.Jkr) with { Damping = DampingKind.Restitution, DampingCoefficient = 0.1, Tangential = TangentialKind.None };
        double pull = 3 * Math.PI * laws.SurfaceEnergy * Radius, modulus = laws.ReducedModulus, spot = Math.Cbrt(0.75 * Radius / modulus * pull * (1.08 + (2 * Math.Sqrt(0.08))));
        double gap = (2 * Math.Sqrt(Math.PI * laws.SurfaceEnergy * spot / modulus)) - (spot * spot / Radius);
        GrainSetup setup = GrainSamples.Of(new(0.04, 0.04, 0.03), [new(0.02, 0.02, Floor + Radius - 1e-8), new(0.01, 0.01, 0.02)], [Radius, Radius], 2e-7, [default, new(300, 4, 0)]);
        double weight = 0.92 * pull / setup.Mass(0);
        setup = setup with { Gravity = new(0, 0, weight), BodyForces = [default, new(0, 0, -weight * setup.Mass(1))] };
        setup = setup with { Walls = [plane ? new PlaneWall(new(0, 0, Floor / setup.Scale.Length), Vector3d.UnitZ) : GrainSamples.Field(Floor, setup.Scale, (_, _) => 0, 0.5e-3, 80)] };
        using GranularSystem system = GranularSystems.Make(setup, laws, [laws], 1);
        system.Advance(20_000);
        Assert.True(gap > 0 && system.Searches > 100, $"{gap}, {system.Searches} searches");
        Assert.Equal(gap, system.Read()[0].Position.Z - Floor - Radius, 0.05 * gap);
    }

    private static double Square(double x) => x * x;

    private static GrainSetup One(Vector3d position, Vector3d velocity) => GrainSamples.Of(new(0.04, 0.04, 0.03), [position], [Radius], Step, [velocity]);
}
