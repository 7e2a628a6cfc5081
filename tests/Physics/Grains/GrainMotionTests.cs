using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Motion of particles with inertia against exact results.</summary>
public class GrainMotionTests
{
    private const double Radius = 1e-3;

    [Fact]
    public void A_particle_falls_by_half_g_t_squared()
    {
        GrainSetup setup = One(new(0.1, 0.1, 0.1), new(0.05, 0.05, 0.08), default, 1e-5) with { Gravity = new(0, 0, -9.81) };
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        system.Advance(5000);
        GrainReading reading = system.Read()[0];

        // 5,000 equal changes, each rounded to 2⁻²⁴ of the velocity so far: at most 1.5e-4 of it, and of the way.
        Assert.Equal(0.08 - (9.81 * 0.05 * 0.05 / 2), reading.Position.Z, 1.8e-6);
        Assert.Equal(-9.81 * 0.05, reading.Velocity.Z, 7e-5);
    }

    [Fact]
    public void Creep_of_a_hundredth_of_a_fixed_point_unit_a_step_adds_up()
    {
        const double box = 1;
        double unit = box / 4294967296.0, speed = 0.01 * unit / 1e-5;
        GrainSetup setup = One(new(box, box, box), new(0.5, 0.5, 0.5), new(speed, 0, 0), 1e-5);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        system.Advance(10_000);
        Assert.Equal(100, (system.Read()[0].Position.X - 0.5) / unit, 1.0);
    }

    // v ∝ e^(−t/τ), τ = m/6πμr = 2ρr²/9μ; ω ∝ e^(−t/τ′), τ′ = I/8πμr³ = ρr²/15μ. The drag of the mean of before and after is of second order: a step errs by (Δt/τ)³/12.
    [Theory]
    [InlineData(2e-4, 2e-6)]
    [InlineData(0.02, 6e-5)]
    [InlineData(0.1, 1e-3)]
    public void Drag_slows_a_particle_exponentially(double share, double tolerance)
    {
        const double viscosity = 0.1, speed = 0.1, spin = 3;
        double time = GrainSamples.Density * 2 / 9 * Radius * Radius / viscosity, step = share * time;
        int steps = (int)Math.Round(0.9 / share);
        GrainSetup setup = One(new(0.1, 0.1, 0.1), new(0.05, 0.05, 0.05), new(speed, 0, 0), step) with { Viscosity = viscosity, DragsSpins = true, Spins = [new(0, spin, 0)] };
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        GrainReading start = system.Read()[0];
        system.Advance(steps);
        GrainReading end = system.Read()[0];
        Assert.Equal(Math.Exp(-steps * share), end.Velocity.X / start.Velocity.X, tolerance);
        Assert.Equal(speed * time * (1 - Math.Exp(-steps * share)), end.Position.X - start.Position.X, tolerance * speed * time);
        Assert.Equal(Math.Exp(-steps * share * 10 / 3), end.Spin.Y / start.Spin.Y, 12 * tolerance);
    }

    [Fact]
    public void A_sphere_comes_to_rest_on_a_floor_that_carries_its_weight()
    {
        GrainSetup setup = One(new(0.02, 0.02, 0.05), new(0.01, 0.01, 0.0112), default, 1e-5) with { Gravity = new(0, 0, -9.81) };
        setup = setup with { Walls = [new PlaneWall(new(0, 0, 0.01 / setup.Scale.Length), Vector3d.UnitZ)] };
        ContactLaws floor = GrainSamples.Laws.AtRigidWall(GrainSamples.Modulus, GrainSamples.Poisson);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [floor], 1);
        system.Advance(60_000);
        double weight = setup.Mass(0) * 9.81, stiffness = 4.0 / 3 * floor.ReducedModulus * Math.Sqrt(Radius);
        GrainReading reading = system.Read()[0];
        Assert.Equal(0, reading.Force.Z / weight, 1e-2);
        Assert.Equal(Math.Pow(weight / stiffness, 2.0 / 3), 0.01 + Radius - reading.Position.Z, 1e-2 * Math.Pow(weight / stiffness, 2.0 / 3));
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    public void A_moving_plate_sends_a_sphere_off_with_the_restitution_asked_for(double restitution)
    {
        const double plate = 0.3;
        GrainSetup setup = One(new(0.1, 0.1, 0.1), new(0.05, 0.05, 0.0512), default, 1e-6);
        setup = setup with
        {
            Walls = [new PlaneWall(new(0, 0, 0.05 / setup.Scale.Length), Vector3d.UnitZ) { Velocity = new(0, 0, plate * setup.Scale.Time / setup.Scale.Length) }],
        };
        ContactLaws law = (GrainSamples.Laws with { DampingCoefficient = restitution }).AtRigidWall(GrainSamples.Modulus, GrainSamples.Poisson);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws with { DampingCoefficient = restitution }, [law], 1);
        system.Advance(3000);

        // v' = V + e (V − v): the closed form of the damping is exact for this law but for the end of contact, 0.5 %.
        Assert.Equal(plate * (1 + restitution), system.Read()[0].Velocity.Z, plate * 5e-3 * (1 + restitution));
    }

    [Fact]
    public void Momentum_of_a_closed_system_is_conserved()
    {
        GrainSetup setup = GrainSamples.Gas(8, 2.05e-3, 0.4e-3, 1e-3, 0.5, 2e-6);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 2);
        Vector3d before = Momentum(setup, system.Read(), out double size);
        system.Advance(2000);
        Vector3d after = Momentum(setup, system.Read(), out _);
        Assert.True((after - before).Length < 1e-5 * size);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        IReadOnlyList<GrainReading> one = Sheared(1), several = Sheared(threads);
        Assert.Equal(one, several);
    }

    [Fact]
    public void An_overlap_of_a_hundred_thousandth_of_a_radius_survives_in_a_box_of_a_thousand_radii()
    {
        const double overlap = 1e-5 * Radius;
        GrainSetup setup = GrainSamples.Of(
            new(1000 * Radius, 1000 * Radius, 1000 * Radius), [new(0.3, 0.7, 0.4), new(0.3 + (2 * Radius) - overlap, 0.7, 0.4)], [Radius, Radius], 1e-6);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        double force = 4.0 / 3 * GrainSamples.Laws.ReducedModulus * Math.Sqrt(Radius / 2) * Math.Pow(overlap, 1.5);

        // A thousandth of a fixed-point unit for each place is 5·10⁻⁵ of this overlap: 1.5 times that in the force.
        Assert.Equal(force, -system.Read()[0].Force.X, 2e-4 * force);
    }

    [Fact]
    public void A_run_that_diverges_names_step_and_particle()
    {
        GrainSetup setup = GrainSamples.Of(new(0.05, 0.05, 0.05), [new(0.02, 0.02, 0.02), new(0.0201, 0.02, 0.02)], [Radius, Radius], 1e-4);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws with { ReducedModulus = 1e12 }, [], 2);
        SimulationException fault = Assert.Throws<SimulationException>(() => system.Advance(1000));
        Assert.Matches(@"step \d+: particle [12] ", fault.Message);
    }

    /// <summary>Four spheres far apart; the second has a velocity that is no number, the last a fast one.</summary>
    [Fact]
    public void The_particle_whose_motion_is_no_number_is_the_one_that_is_named()
    {
        Vector3d[] positions = [.. Enumerable.Range(0, 4).Select(k => new Vector3d(0.005 + (0.01 * k), 0.02, 0.02))];
        GrainSetup setup = GrainSamples.Of(new(0.05, 0.05, 0.05), positions, [Radius, Radius, Radius, Radius], 1e-6, [default, new(double.NaN, 0, 0), default, new(1, 0, 0)]);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        Assert.Contains("particle 2 ", Assert.Throws<SimulationException>(() => system.Advance(10)).Message, StringComparison.Ordinal);
    }

    private static GrainSetup One(Vector3d box, Vector3d position, Vector3d velocity, double timeStep) =>
        GrainSamples.Of(box, [position], [Radius], timeStep, [velocity]);

    private static Vector3d Momentum(GrainSetup setup, IReadOnlyList<GrainReading> readings, out double size)
    {
        Vector3d sum = default;
        size = 0;
        for (int i = 0; i < readings.Count; i++)
        {
            sum += readings[i].Velocity * setup.Mass(i);
            size += readings[i].Velocity.Length * setup.Mass(i);
        }

        return sum;
    }

    private static IReadOnlyList<GrainReading> Sheared(int threads)
    {
        GrainSetup setup = GrainSamples.Gas(8, 2.05e-3, 0.4e-3, 1e-3, 0.3, 2e-6);
        setup.Box.Shear(Axis.X, Axis.Z, 200 * setup.Scale.Time);
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], threads);
        system.Advance(1500);
        return system.Read();
    }
}
