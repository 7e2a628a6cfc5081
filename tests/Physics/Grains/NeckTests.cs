using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>A sticky contact drawn out beyond touch.</summary>
public class NeckTests
{
    [Fact]
    public void Angular_momentum_stays_while_two_unlike_spheres_spin_on_a_neck()
    {
        double[] radii = [1e-3, 0.7e-3];
        Vector3d[] places = [new(0.01, 0.01, 0.01), new(0.01 + 1.7e-3 - 1e-6, 0.01, 0.01)], velocities = [new(-0.04, 0.03, 0), new(0.09, -0.06, 0.02)];
        ContactLaws laws = GrainSamples.Laws with { Elastic = ElasticKind.Jkr, SurfaceEnergy = 1.5, Damping = DampingKind.None };
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.02), places, radii, 5e-7, velocities) with { Spins = [new(30, -20, 200), new(10, 40, 100)] };
        using GranularSystem system = GranularSystems.Make(setup, laws, [], 1);
        Vector3d before = Momentum(system.Read(), setup, out double size);
        int necks = 0;
        double worst = 0;
        for (int k = 0; k < 1000; k++)
        {
            system.Advance(2);
            IReadOnlyList<GrainReading> now = system.Read();
            necks += now[0].Force.Length > 0 && (now[0].Position - now[1].Position).Length > 1.7e-3 ? 1 : 0;
            worst = Math.Max(worst, (Momentum(now, setup, out _) - before).Length / size);
        }

        Assert.True(necks is > 200 and < 900 && worst < 2e-5, $"{necks} necks, angular momentum off by {worst:E1}");
    }

    private static Vector3d Momentum(IReadOnlyList<GrainReading> readings, GrainSetup setup, out double size)
    {
        Vector3d sum = default, middle = (setup.Positions[0] + setup.Positions[1]) / 2;
        size = 0;
        for (int i = 0; i < readings.Count; i++)
        {
            double mass = setup.Mass(i);
            Vector3d orbit = Vector3d.Cross(readings[i].Position - middle, readings[i].Velocity) * mass, own = readings[i].Spin * (0.4 * mass * setup.Radii[i] * setup.Radii[i]);
            sum += orbit + own;
            size += own.Length;
        }

        return sum;
    }
}
