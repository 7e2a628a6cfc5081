using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Validation row 8: hard spheres without hydrodynamic interaction.</summary>
public class HardSphereDiffusionTests
{
    private const double ThermalEnergy = 1;

    /// <summary>Mean overlap kT/k of a collision, radii.</summary>
    private const double Softness = 0.003;

    [Fact]
    public void Long_time_self_diffusion_of_hard_spheres_falls_by_twice_their_volume_fraction()
    {
        // D_L/D0 = 1 − 2φ, to 3 % of D0 at φ = 0.1. 512 spheres over 40 a²/D0: the slope between 8 and 40 has a standard error of about 1 %.
        Assert.Equal(0.8, SelfDiffusion(0.1, 8, 40), 0.03);
    }

    /// <summary>D_L/D0 from the growth of the mean square displacement between two times in a²/D0; D0 is 1 in these units.</summary>
    private static double SelfDiffusion(double fraction, double from, double to)
    {
        const int side = 8, count = side * side * side;
        double edge = Math.Cbrt(count * 4.0 / 3 * Math.PI / fraction), cell = edge / side;
        Vector3d[] start = [.. Enumerable.Range(0, count).Select(k => new Vector3d((k % side) + 0.5, (k / side % side) + 0.5, (k / side / side) + 0.5) * cell)];
        using var system = Suspensions.Build(start, [.. Enumerable.Repeat(1.0, count)], edge, 1 / Softness, 0, control: new StepControl { Residual = 1e-3, Motion = 10 }, contact: Suspensions.Contact with { Friction = 0 });
        system.ThermalEnergy = ThermalEnergy;
        system.BrownianStream = number => new RandomStream(8, StreamName.BrownianForce, (int)number);
        var box = Domain.FullyPeriodic(new(edge, edge, edge));
        var moved = new Vector3d[count];
        Vector3d[] last = Places();
        double early = 0, earlyTime = 0;
        while (system.Time < to)
        {
            system.Step(0.002);
            Vector3d[] now = Places();
            for (int i = 0; i < count; i++)
            {
                moved[i] += box.Nearest(now[i] - last[i]);
            }

            last = now;
            (early, earlyTime) = system.Time <= from ? (Mean(), system.Time) : (early, earlyTime);
        }

        return (Mean() - early) / (6 * ThermalEnergy * (system.Time - earlyTime));

        Vector3d[] Places() => [.. system.Positions().Select(p => p / system.Scale.Length)];

        double Mean() => moved.Average(m => m.LengthSquared);
    }
}
