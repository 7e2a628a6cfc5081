using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Shear between plates, and boxes that continue themselves along any axes.</summary>
public class PlateShearTests
{
    private const double Spacing = 2.05e-3;
    private const double Speed = 0.3;

    [Fact]
    public void Grains_between_plates_follow_the_moving_one_layer_by_layer()
    {
        const int side = 5;
        GrainSetup gas = GrainSamples.Gas(side, Spacing, 0.95e-3, 1e-3, 0.02, 2e-6);
        double unit = gas.Scale.Length, speed = gas.Scale.Time / unit, height = side * Spacing;
        FlowingBox box = new(height / unit, height / unit, 3 * height / unit);
        GrainSetup setup = gas with
        {
            Box = box,
            Positions = [.. gas.Positions.Select(p => p + new Vector3d(0, 0, height))],
            KeepsEnergyAccount = true,
            Walls =
            [
                new PlaneWall(new(0, 0, height / unit), Vector3d.UnitZ),
                new PlaneWall(new(0, 0, 2 * height / unit), -Vector3d.UnitZ) { Velocity = new(Speed * speed, 0, -0.02 * speed) },
            ],
        };
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [GrainSamples.Laws, GrainSamples.Laws], 1);
        double start = system.Energies!.Held;
        system.Advance(15_000);
        IReadOnlyList<GrainReading> read = system.Read();
        double[] layers = [.. read.OrderBy(r => r.Position.Z).Chunk(25).Select(c => c.Average(r => r.Velocity.X))];
        Assert.All(read, r => Assert.InRange(r.Position.Z, height, 2 * height));
        Assert.True(layers[0] < layers[2] && layers[2] < layers[4], string.Join(", ", layers));
        Assert.InRange(layers[4], 0, Speed);
        EnergyAccount end = system.Energies!;
        Assert.True(end[EnergyTerm.Walls] > start);
        Assert.True(Math.Abs(end.Open) < 1e-3 * (start + end.Taken), $"open by {end.Open / (start + end.Taken):E2}");
    }

    [Fact]
    public void Smooth_plates_along_a_sheared_box_leave_its_momentum_to_the_flow()
    {
        // Along the gradient nothing pushes from outside: Σmu_y stays, and Σmu_x falls by γ̇ t of it, over several turns of the tilt.
        const double rate = 300;
        GrainSetup setup = Between(1, 0.5e-6, rate);
        ContactLaws slick = GrainSamples.Laws with { Friction = 0 };
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [slick, slick], 1);
        double start = system.Energies!.Held, time = 20_000 * 0.5e-6;
        Vector3d before = Momentum(setup, system);
        double size = system.Read().Select((r, i) => setup.Mass(i) * r.Velocity.Length).Sum();
        system.Advance(20_000);
        Vector3d after = Momentum(setup, system);
        EnergyAccount end = system.Energies!;
        double height = 5 * Spacing;
        Assert.All(system.Read(), r => Assert.InRange(r.Position.Z, height, 2 * height));
        Assert.Equal(before.Y, after.Y, 1e-4 * size);
        Assert.Equal(before.X - (rate * time * before.Y), after.X, 1e-3 * size);
        Assert.True(system.Measure().WallContacts > 0);
        Assert.True(Math.Abs(end.Open) < 1e-3 * (start + end.Taken), $"open by {end.Open / (start + end.Taken):E2}");
    }

    [Fact]
    public void Plates_out_of_reach_change_no_bit_of_a_sheared_crowd()
    {
        GrainSetup setup = Between(2, 2e-6, 300) with { KeepsEnergyAccount = false };
        using GranularSystem with = GranularSystems.Make(setup, GrainSamples.Laws, [GrainSamples.Laws, GrainSamples.Laws], 1);
        using GranularSystem without = GranularSystems.Make(Between(2, 2e-6, 300) with { KeepsEnergyAccount = false, Walls = [] }, GrainSamples.Laws, [], 1);
        with.Advance(3000);
        without.Advance(3000);
        Assert.Equal(without.Read(), with.Read());
    }

    private static Vector3d Momentum(GrainSetup setup, GranularSystem system) => system.Read().Select((r, i) => r.Velocity * setup.Mass(i)).Aggregate((a, b) => a + b);

    /// <summary>A crowd sheared along x over y between two plates across z, so many crowd heights apart.</summary>
    private static GrainSetup Between(int heights, double step, double rate)
    {
        GrainSetup gas = GrainSamples.Gas(5, Spacing, 0.95e-3, 1e-3, 0.05, step);
        double unit = gas.Scale.Length, height = 5 * Spacing, low = height - ((heights - 1) * height / 2);
        FlowingBox box = new(height / unit, height / unit, 5 * height / unit);
        box.Shear(Axis.X, Axis.Y, rate * gas.Scale.Time);
        return gas with
        {
            Box = box,
            Positions = [.. gas.Positions.Select(p => p + new Vector3d(0, 0, height))],
            KeepsEnergyAccount = true,
            Walls = [new PlaneWall(new(0, 0, low / unit), Vector3d.UnitZ), new PlaneWall(new(0, 0, (low + (heights * height)) / unit), -Vector3d.UnitZ)],
        };
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 1)]
    public void Two_spheres_meet_across_the_border_as_they_do_inside(int x, int y, int z)
    {
        Vector3d along = new Vector3d(x, y, z).Normalized() * 1.01e-3, border = new(x == 1 ? 0 : 0.01, y == 1 ? 0 : 0.01, z == 1 ? 0 : 0.01), middle = new(0.01, 0.01, 0.01);
        IReadOnlyList<GrainReading> across = Meet(border), inside = Meet(middle);
        for (int i = 0; i < 2; i++)
        {
            // Places are rounded to 5e-12 m: so much of the overlap's time.
            Assert.True((across[i].Velocity - inside[i].Velocity).Length < 1e-5, $"{across[i].Velocity} {inside[i].Velocity}");
            Assert.InRange(across[i].Position.X, 0, 0.02);
        }

        Assert.True(Vector3d.Dot(inside[0].Velocity, along) > 0);

        IReadOnlyList<GrainReading> Meet(Vector3d at)
        {
            Vector3d[] places = [Wrapped(at + along), Wrapped(at - along)];
            Vector3d toward = along.Normalized() * 0.1;
            GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.02), places, [1e-3, 1e-3], 1e-6, [-toward, toward]);
            using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
            system.Advance(1500);
            return system.Read();
        }

        static Vector3d Wrapped(Vector3d p) => new(Wrap(p.X), Wrap(p.Y), Wrap(p.Z));
        static double Wrap(double a) => a - (0.02 * Math.Floor(a / 0.02));
    }
}
