using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>What is left where a bridge has parted; that it parts where its closed forms say is row 9 of the validation table.</summary>
public class StrengthTests
{
    private const double BridgeRadius = 0.3;
    private const double Stiffness = 2e4;

    [Fact]
    public void Broken_bridge_leaves_an_ordinary_contact_behind()
    {
        using Suspension pair = Bridged(2, new(1, 0, 0), tension: 1e6, shear: 1e-3);
        pair.Box.Shear(Axis.X, Axis.Z, 1);
        Advance(pair, 0.05);
        Assert.Empty(pair.SurvivingBonds());
        Assert.Equal(0, Assert.Single(pair.Contacts()).Origin);
    }

    private static void Advance(Suspension system, double time, double longest = 1)
    {
        while (system.Time < time && system.Contacts().Any())
        {
            system.Step(Math.Min(longest, time - system.Time + 1e-9));
        }
    }

    private static Suspension Bridged(int count, Vector3d axis, double tension, double shear)
    {
        double stress = Suspensions.Force / (Suspensions.Radius * Suspensions.Radius);
        Suspension system = Suspensions.Build(
            Line(count, axis, 2 - 1e-4),
            [.. Enumerable.Repeat(1.0, count)],
            20,
            Stiffness,
            2,
            Suspensions.Contact with { BridgeStiffness = Stiffness * Suspensions.Force / Suspensions.Radius, BridgeTension = tension * stress, BridgeShear = shear * stress },
            new StepControl { Residual = 1e-6, Motion = 0.001 });
        Bond[] bonds = [.. Enumerable.Range(0, count - 1).Select(k => new Bond(k, k + 1, BondOrigin.FeedstockBridge, BridgeRadius * Suspensions.Radius))];
        Assert.Equal(bonds.Length, system.Plant(bonds, _ => 1));
        return system;
    }

    private static Vector3d[] Line(int count, Vector3d axis, double spacing) =>
        [.. Enumerable.Range(0, count).Select(k => new Vector3d(10, 10, 10) + (axis * ((k - ((count - 1) / 2.0)) * spacing)))];
}
