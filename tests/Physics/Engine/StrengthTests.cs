using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Contacts and bridges part where their closed forms say. Loads come from flows whose forces on free-draining spheres are exact.</summary>
public class StrengthTests
{
    private const double BridgeRadius = 0.3;
    private const double Stiffness = 2e4;

    /// <summary>Simulation units: 6πμa of a unit sphere is 1.</summary>
    private const double ViscosityTimesPi = 1.0 / 6;

    [Theory]
    [InlineData(0.999, false)]
    [InlineData(1.001, true)]
    public void Adhesive_contact_opens_at_its_pull_off_force(double share, bool opens)
    {
        // Validation row 9, 0.1 %. Extension at rate e draws two unit spheres apart with e d/2, d their distance, up to the pull-off force 1.
        using Suspension pair = Suspensions.Build(Line(2, new(1, 0, 0), 2 - 0.005), [1, 1], 20, 200, 1);
        // Steps of a thousandth of the strain: each errs by the square of its strain.
        Extend(pair, share);
        Advance(pair, 0.2, 0.001);
        Assert.Equal(opens, !pair.Contacts().Any());
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.01, true)]
    public void Bridge_breaks_in_tension_at_strength_times_section(double share, bool breaks)
    {
        // F = σ_c π r_b², drawn by extension at rate e: F = e d/2 with d = 2.
        using Suspension pair = Bridged(2, new(1, 0, 0), tension: 1 / (Math.PI * BridgeRadius * BridgeRadius), shear: 1e6);
        Extend(pair, share);
        Advance(pair, 0.005);
        Assert.Equal(breaks, pair.SurvivingBonds().Length == 0);
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.01, true)]
    public void Bridge_breaks_in_shear_at_strength_times_section(double share, bool breaks)
    {
        // A rigid doublet along the flow turns at (4/14)G where each sphere alone would turn at G/2:
        // shear force (12/7) π μ a² G on the bridge, no tension, no bending (the two ends are alike).
        double rate = share * 7 / (12 * ViscosityTimesPi);
        using Suspension pair = Bridged(2, new(1, 0, 0), tension: 1e6, shear: 1 / (Math.PI * BridgeRadius * BridgeRadius));
        pair.Box.Shear(Axis.X, Axis.Z, rate);
        Advance(pair, 0.05 / rate);
        Assert.Equal(breaks, pair.SurvivingBonds().Length == 0);
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.01, true)]
    public void Bridge_breaks_in_bending_at_a_quarter_of_strength_times_radius_cubed_times_pi(double share, bool breaks)
    {
        // A rigid chain of three along the flow turns at G/6. On an outer sphere: torque 8πμa³(G/2 − G/6), force 6πμa·2a·G/6 at the arm a:
        // bending moment (8/3 − 2)πμa³G = (2/3)πμa³G at the bridge; it breaks at M = σ_c π r_b³/4.
        double moment = Math.PI * Math.Pow(BridgeRadius, 3) / 4, rate = share * moment / (2.0 / 3 * ViscosityTimesPi);
        using Suspension chain = Bridged(3, new(1, 0, 0), tension: 1, shear: 1e6);
        chain.Box.Shear(Axis.X, Axis.Z, rate);
        Advance(chain, 0.05 / rate);
        Assert.Equal(breaks, chain.SurvivingBonds().Length < 2);
    }

    [Fact]
    public void Broken_bridge_leaves_an_ordinary_contact_behind()
    {
        using Suspension pair = Bridged(2, new(1, 0, 0), tension: 1e6, shear: 1e-3);
        pair.Box.Shear(Axis.X, Axis.Z, 1);
        Advance(pair, 0.05);
        Assert.Empty(pair.SurvivingBonds());
        Assert.Equal(0, Assert.Single(pair.Contacts()).Origin);
    }

    /// <summary>Uniaxial extension along x at constant volume.</summary>
    private static void Extend(Suspension system, double rate) => (system.Box.Dilation[0], system.Box.Dilation[1], system.Box.Dilation[2]) = (rate, -rate / 2, -rate / 2);

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
