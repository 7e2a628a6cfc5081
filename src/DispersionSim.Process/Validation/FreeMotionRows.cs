using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>Rows 5 and 6: free spheres in the overdamped step, moved by heat or by a known force.</summary>
public static class FreeMotionRows
{
    private const double ThermalEnergy = 0.01;
    private const int Steps = 100;

    /// <summary>Row 5: D = kT/6πμa and D_r = kT/8πμa³, from every step and from the way gone after all of them.</summary>
    /// <remarks>10⁵ steps of three components: a mean square has a relative standard error of √(2/(3·10⁵)) = 0.26 %, the way after all steps one of √(2/(3·1000)) = 2.6 %.</remarks>
    public static ValidationResult Diffusion(bool isLong)
    {
        const double radius = 0.8, timeStep = 0.05;
        int side = isLong ? 20 : 10, count = side * side * side;
        Vector3d[] start = UnitSuspension.Lattice(side, 20), last = start, turn = new Vector3d[count];
        using var system = UnitSuspension.Build(start, [.. Enumerable.Repeat(radius, count)], 20 * side, 200, 1);
        system.ThermalEnergy = ThermalEnergy;
        system.BrownianStream = number => new RandomStream(11, StreamName.BrownianForce, (int)number);
        double stepped = 0, spun = 0;
        double[] time = new double[Steps + 1], moved = new double[Steps + 1], turned = new double[Steps + 1];
        for (int k = 1; k <= Steps; k++)
        {
            double step = system.Step(timeStep);
            Vector3d[] now = UnitSuspension.Places(system);
            for (int i = 0; i < count; i++)
            {
                Vector3d spin = system.MotionOf(i).Spin * step;
                stepped += (now[i] - last[i]).LengthSquared / count;
                spun += spin.LengthSquared / count;
                turn[i] += spin;
                moved[k] += (now[i] - start[i]).LengthSquared / count;
                turned[k] += turn[i].LengthSquared / count;
            }

            (last, time[k]) = (now, time[k - 1] + step);
        }

        double diffusivity = ThermalEnergy / radius, rotational = ThermalEnergy / (4.0 / 3 * radius * radius * radius), error = 4 * Math.Sqrt(2.0 / (3 * count));
        return new(
        [
            new(5, "mean square of a step over 6 D t", 1, stepped / (6 * diffusivity * time[^1]), 0.01, "einstein-1905"),
            new(5, "mean square of a turn over 6 D_r t", 1, spun / (6 * rotational * time[^1]), 0.01, "einstein-1905"),
            new(5, "mean square way after 100 steps over 6 D t (four standard errors)", 1, moved[^1] / (6 * diffusivity * time[^1]), error, "einstein-1905"),
            new(5, "mean square turn after 100 steps over 6 D_r t (four standard errors)", 1, turned[^1] / (6 * rotational * time[^1]), error, "einstein-1905"),
        ],
        [
            Growth("way, measured", time, moved),
            Growth("way, 6 D t", time, [.. time.Select(t => 6 * diffusivity * t)]),
            Growth("turn, measured", time, turned),
            Growth("turn, 6 D_r t", time, [.. time.Select(t => 6 * rotational * t)]),
        ]);
    }

    /// <summary>Row 6: a sphere of silicon that is pushed down with its weight in the solvent, and with larger forces, drifts as Stokes says.</summary>
    /// <remarks>
    /// The overdamped step has no gravity (particles settle by 10⁻³ of the speed of drying): a known force is that of a wetting liquid's surface that the
    /// sphere has left by more than half, F = 2πγ a sin²α, cos α = 1 − p/a. It no longer grows as the sphere leaves, so that the implicit step is the explicit one.
    /// </remarks>
    public static ValidationResult Drift()
    {
        const double radius = 500e-9, gravity = 9.81, excess = 2330 - 1030;
        double weight = 4.0 / 3 * Math.PI * Math.Pow(radius, 3) * excess * gravity;
        var targets = new List<ValidationTarget>();
        double[] force = [.. new[] { 1.0, 10, 100, 1000 }.Select(times => times * weight)], speed = new double[force.Length];
        for (int k = 0; k < force.Length; k++)
        {
            (speed[k], double way) = Pushed(radius, 1, force[k]);
            double stokes = force[k] / (6 * Math.PI * radius);
            targets.Add(new(6, $"speed under {force[k] / weight:F0} times its weight over F/6πμa", 1, speed[k] / stokes, 1e-6, "stokes-1851"));
            targets.Add(new(6, $"way under {force[k] / weight:F0} times its weight over F t/6πμa", 1, way / stokes, 1e-6, "stokes-1851"));
        }

        double settling = 2.0 / 9 * excess * gravity * radius * radius;
        targets.Add(new(6, "settling speed of silicon of 1 um in 1 Pa s, m/s", settling, speed[0], 1e-6 * settling, "stokes-1851"));
        targets.Add(new(6, "speed in 0.37 Pa s over F/6πμa", 1, Pushed(400e-9, 0.37, weight).Speed / (weight / (6 * Math.PI * 0.37 * 400e-9)), 1e-6, "stokes-1851"));
        return new(targets, [Speed("measured", force, speed), Speed("F/6πμa", force, [.. force.Select(f => f / (6 * Math.PI * radius))])]);
    }

    /// <summary>Speed, m/s, and way over time, m/s, of a sphere under a force, N.</summary>
    private static (double Speed, double WayOverTime) Pushed(double radius, double viscosity, double force)
    {
        // Heights are multiples of a quarter radius, exact in single precision: elsewhere the height of 6 radii is itself rounded by 5·10⁻⁷ of a radius, and the force with it.
        double height = 1.25 * radius, surface = 6 * radius, tension = force / (2 * Math.PI * radius * (1 - (0.25 * 0.25)));
        UnitScale scale = UnitScale.ForSuspension(radius, force, viscosity);
        using OverdampedSystem<SoftAdhesiveLaw, SoftAdhesiveLaw, CapillaryLaw> film = new(
            scale,
            new FlowingBox(16, 16, 32),
            [(new Vector3d(3, 3, 0) * radius) + new Vector3d(0, 0, surface + height - radius)],
            [radius],
            viscosity,
            new ContactOptions(),
            new StepControl { Residual = 1e-7 },
            (default, default, new CapillaryLaw(scale.Stiffnesses(tension), 1f, 0f)),
            new HostDevice(1),
            new FilmWalls(HeightMap.Flat(16 * radius, 16 * radius), radius, TopKind.Interface, surface));
        Vector3d before = film.Positions()[0];

        // Places are whole numbers of 2⁻³² boxes: over a tenth of a radius that is 10⁻⁷.
        double time = film.Step(0.05) * scale.Time;
        return (-film.MotionOf(0).Velocity.Z * (scale.Length / scale.Time), (before - film.Positions()[0]).Z / time);
    }

    private static Curve Growth(string name, double[] time, double[] square) => new(name, "time over 6πμa³/F", "-", "mean square over a², or of the angle", "-", time, square);

    private static Curve Speed(string name, double[] force, double[] speed) => new(name, "force", "N", "speed", "m/s", force, speed);
}
