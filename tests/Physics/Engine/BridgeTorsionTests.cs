using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.LinearAlgebra;

namespace DispersionSim.Tests.Physics;

/// <summary>Validation row 9, the last of the four loads: a bridge breaks in torsion where the beam's closed form says.</summary>
public class BridgeTorsionTests
{
    private const double BridgeRadius = 0.3;
    private const double Stiffness = 2e4;

    /// <summary>Spheres 0 and 1 along x, sphere 2 on sphere 1 along y: flow along z that grows with y pushes it over and twists the bridge 0–1.</summary>
    private static readonly Vector3d[] Elbow = [new(-1, 0, 0), new(1, 0, 0), new(1, 2, 0)];

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.01, true)]
    public void Bridge_breaks_in_torsion_at_half_of_strength_times_radius_cubed_times_pi(double share, bool breaks)
    {
        // τ = F_s/(πr²) + 2 M_t/(πr³); 6πμa = 1 and 8πμa³ = 4/3 in simulation units, loads at unit shear rate from the rigid body's balance.
        (double shear, double torsion) = LoadsOfFirstBridge();
        double area = Math.PI * BridgeRadius * BridgeRadius, twisting = 2 * torsion / (area * BridgeRadius), stress = (shear / area) + twisting;

        // Torsion is what breaks it: most of the stress.
        Assert.True(twisting > 0.8 * stress);
        using var elbow = Bridged(1);
        elbow.Box.Shear(Axis.Z, Axis.Y, share / stress);
        while (elbow.Time < 0.05 * stress && elbow.SurvivingBonds().Length == 2)
        {
            elbow.Step(0.01 * stress);
        }

        Assert.Equal(breaks, !elbow.SurvivingBonds().Any(b => b.I == 0));
    }

    /// <summary>Shear force and torsion on the bridge 0–1 of the free, rigid elbow at G = 1: each sphere dragged by the flow at its own centre.</summary>
    private static (double Shear, double Torsion) LoadsOfFirstBridge()
    {
        Vector3d spin = new(0.5, 0, 0);
        Vector<double> motion = Balance(Vector3d.Zero, Vector3d.Zero) - Balance(Vector3d.Zero, Vector3d.Zero);
        Vector<double> load = Balance(Vector3d.Zero, Vector3d.Zero);
        var resistance = Matrix<double>.Build.Dense(6, 6);
        for (int k = 0; k < 6; k++)
        {
            double[] unit = new double[6];
            unit[k] = 1;
            resistance.SetColumn(k, load - Balance(new(unit[0], unit[1], unit[2]), new(unit[3], unit[4], unit[5])));
        }

        motion = resistance.Solve(load);
        Vector3d u = new(motion[0], motion[1], motion[2]), w = new(motion[3], motion[4], motion[5]);
        Vector3d force = Drag(0, u, w), torque = (spin - w) * (4.0 / 3);
        return (new Vector3d(0, force.Y, force.Z).Length, Math.Abs(torque.X));

        Vector3d Drag(int i, Vector3d velocity, Vector3d turning) => new Vector3d(0, 0, Elbow[i].Y) - velocity - Vector3d.Cross(turning, Elbow[i]);

        Vector<double> Balance(Vector3d velocity, Vector3d turning)
        {
            Vector3d sum = Vector3d.Zero, moment = Vector3d.Zero;
            for (int i = 0; i < Elbow.Length; i++)
            {
                sum += Drag(i, velocity, turning);
                moment += Vector3d.Cross(Elbow[i], Drag(i, velocity, turning)) + ((spin - turning) * (4.0 / 3));
            }

            return Vector<double>.Build.Dense([sum.X, sum.Y, sum.Z, moment.X, moment.Y, moment.Z]);
        }
    }

    private static OverdampedSystem<Kernels.SoftAdhesiveLaw, Kernels.NoWallLaw, Kernels.NoWallLaw> Bridged(double shearStrength)
    {
        double stress = Suspensions.Force / (Suspensions.Radius * Suspensions.Radius);
        var system = Suspensions.Build(
            [.. Elbow.Select(p => new Vector3d(10, 10, 10) + (p * (1 - 5e-5)))],
            [1, 1, 1],
            20,
            Stiffness,
            2,
            Suspensions.Contact with { BridgeStiffness = Stiffness * Suspensions.Force / Suspensions.Radius, BridgeTension = 1e6 * stress, BridgeShear = shearStrength * stress },
            new StepControl { Residual = 1e-6, Motion = 0.001 });

        // The second bridge is the stronger one: only the first may break.
        Assert.Equal(2, system.Plant([new(0, 1, BondOrigin.FeedstockBridge, BridgeRadius * Suspensions.Radius), new(1, 2, BondOrigin.FeedstockBridge, BridgeRadius * Suspensions.Radius)], b => b == 0 ? 1 : 100));
        return system;
    }
}
