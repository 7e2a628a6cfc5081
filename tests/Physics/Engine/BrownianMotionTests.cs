using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Free particles: diffusion and drift against Einstein's and Stokes' formulas.</summary>
public class BrownianMotionTests
{
    private const int Count = 1000;
    private const int Steps = 100;
    private const double ThermalEnergy = 0.01;
    private const double TimeStep = 0.05;

    [Fact]
    public void Free_spheres_diffuse_with_six_D_t_and_turn_with_six_D_r_t()
    {
        // Validation row 5. 10⁵ steps of three components each: the mean square has a relative standard error of √(2/(3·10⁵)) = 0.26 %; 1 % is nearly four of them.
        RandomStream random = new(11, StreamName.MonteCarlo);
        double radius = 0.8;
        Vector3d[] start = [.. Enumerable.Range(0, Count).Select(k => new Vector3d((k % 10) + 0.5, (k / 10 % 10) + 0.5, (k / 100) + 0.5) * 20)];
        using var system = Suspensions.Build(start, [.. Enumerable.Repeat(radius, Count)], 200, 200, 1);
        system.ThermalEnergy = ThermalEnergy;
        system.BrownianStream = number => new RandomStream(11, StreamName.BrownianForce, (int)number);
        double moved = 0, turned = 0, time = 0;
        Vector3d[] before = system.Positions();
        for (int k = 0; k < Steps; k++)
        {
            double step = system.Step(TimeStep);
            Vector3d[] after = system.Positions();
            for (int i = 0; i < Count; i++)
            {
                moved += ((after[i] - before[i]) / system.Scale.Length).LengthSquared;
                turned += (system.MotionOf(i).Spin * step).LengthSquared;
            }

            (before, time) = (after, time + step);
        }

        // D = kT/6πμa and D_r = kT/8πμa³ with 6πμa = a and 8πμa³ = 4a³/3 in simulation units.
        Assert.Equal(6 * ThermalEnergy / radius, moved / Count / time, 0.01 * 6 * ThermalEnergy / radius);
        double rotational = ThermalEnergy / (4.0 / 3 * Math.Pow(radius, 3));
        Assert.Equal(6 * rotational, turned / Count / time, 0.01 * 6 * rotational);
    }

    [Fact]
    public void Mean_square_displacement_over_many_steps_grows_in_proportion_to_time()
    {
        // Steps are independent: after n steps the mean square is n times that of one. 1000 spheres: 2.6 % standard error, four of them allowed.
        Vector3d[] start = [.. Enumerable.Range(0, Count).Select(k => new Vector3d((k % 10) + 0.5, (k / 10 % 10) + 0.5, (k / 100) + 0.5) * 20)];
        using var system = Suspensions.Build(start, [.. Enumerable.Repeat(1.0, Count)], 200, 200, 1);
        system.ThermalEnergy = ThermalEnergy;
        system.BrownianStream = number => new RandomStream(12, StreamName.BrownianForce, (int)number);
        while (system.Steps < Steps)
        {
            system.Step(TimeStep);
        }

        double mean = system.Positions().Select((p, i) => ((p / system.Scale.Length) - start[i]).LengthSquared).Average();
        Assert.Equal(1, mean / (6 * ThermalEnergy * system.Time), 0.104);
    }
}
