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
        GrainReading[] plane = Roll(s => new PlaneWall(new(0, 0, Floor / s.Length), Vector3d.UnitZ)), field = Roll(s => Field(s, (_, _) => 0, 0.5e-3, 80));
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
        setup = setup with { Walls = [Field(setup.Scale, (x, y) => curve - Math.Sqrt((curve * curve) - Math.Min(Square(x - middle) + (cup ? Square(y - middle) : 0), 0.9 * curve * curve)), 0.1e-3, 400)] };
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
        setup = setup with { Walls = [Field(setup.Scale, (x, _) => Math.Abs(x - 0.02), 0.1e-3, 400)] };
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
        GrainWall Wall() => Field(setup.Scale, (x, y) => heights[(int)Math.Round(x / 0.5e-3) % 40, (int)Math.Round(y / 0.5e-3) % 40], 0.5e-3, 40);
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

    private static double Square(double x) => x * x;

    private static GrainSetup One(Vector3d position, Vector3d velocity) => GrainSamples.Of(new(0.04, 0.04, 0.03), [position], [Radius], Step, [velocity]);

    /// <summary>A periodic field of points by points.</summary>
    private static FieldWall Field(UnitScale scale, Func<double, double, double> height, double spacing, int points)
    {
        var heights = new double[points, points];
        for (int i = 0; i < points; i++)
        {
            for (int j = 0; j < points; j++)
            {
                heights[i, j] = height(i * spacing, j * spacing) / scale.Length;
            }
        }

        return new(new(heights, spacing / scale.Length, spacing / scale.Length, true), new(0, 0, Floor / scale.Length), 64);
    }
}
