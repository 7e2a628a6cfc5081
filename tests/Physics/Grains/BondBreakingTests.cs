using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Pairs of bonded spheres set swinging: each way of breaking at its own stress, and all springs at once against an independent integration.</summary>
public class BondBreakingTests
{
    private const double Radius = 1e-3;
    private const double Young = 2e7;
    private const double Shear = 8e6;
    private const double Gap = 2e-5;
    private const double Length = (2 * Radius) + Gap;
    private const double Area = Math.PI * Radius * Radius;
    private const double Inertia = Area * Radius * Radius / 4;
    private const double TimeStep = 2e-7;

    private static readonly Vector3d Along = new(1, 0, 0);
    private static readonly Vector3d Across = new(0, 1, 0);
    private static readonly double Mass = GrainSetup.MassOf(Radius, GrainSamples.Density);
    private static readonly double Turning = 0.4 * Mass * Radius * Radius;

    private static readonly BondLaw Law = new() { YoungModulus = Young, ShearModulus = Shear };

    [Theory]
    [InlineData("pulled")]
    [InlineData("sheared")]
    [InlineData("bent")]
    [InlineData("twisted")]
    public void A_pair_set_swinging_breaks_where_the_greatest_stress_of_the_swing_is_its_strength(string way)
    {
        // A swing that starts with a rate r of a spring k ends at k r/ω. Spheres that shear their bond also roll: 1/m of the motion of ends is 2/m + L²/2I.
        const double speed = 0.01, spin = 10;
        (Vector3d velocity, Vector3d turning, double stress, bool tears) = way switch
        {
            "pulled" => (Along * speed, Vector3d.Zero, Greatest(Young * Area / Length, 2 / Mass, speed) / Area, true),
            "sheared" => (Across * speed, Vector3d.Zero, Greatest(Shear * Area / Length, (2 / Mass) + (Length * Length / (2 * Turning)), speed) / Area, false),
            "bent" => (Vector3d.Zero, Vector3d.UnitZ * spin, Greatest(Young * Inertia / Length, 2 / Turning, spin) * Radius / Inertia, true),
            _ => (Vector3d.Zero, Along * spin, Greatest(Shear * 2 * Inertia / Length, 2 / Turning, spin) * Radius / (2 * Inertia), false),
        };
        Assert.True(Holds(1.005));
        Assert.False(Holds(0.995));

        bool Holds(double share)
        {
            BondLaw law = tears ? Law with { TensileStrength = share * stress } : Law with { ShearStrength = share * stress };
            using GranularSystem system = Pair([Radius, Radius], Along, law, [-velocity, velocity], [-turning, turning]);
            system.Advance(1500);
            return system.BondsLeft == 1;
        }
    }

    [Fact]
    public void An_unequal_damped_pair_moves_as_an_independent_integration_has_it()
    {
        // Numbers: the equations of potyondy-cundall-2004 with dashpots, in double precision by Runge and Kutta's fourth order, at 0.8 and 0.2 µs the same to nine digits.
        Vector3d[] velocities = [new(0.02, -0.03, 0.01), new(0, 0.002, 0)], spins = [new(10, -6, 8), new(-1, 2, 0.5)];
        using GranularSystem system = Pair([Radius, 3 * Radius], new Vector3d(2, 1, 2) / 3, Law with { RadiusShare = 0.7, Damping = 0.1 }, velocities, spins);
        system.Advance(6000);
        IReadOnlyList<GrainReading> end = system.Read();
        Near(new(-9.1203292e-3, 3.9990825e-3, 8.6445345e-3), end[0].Velocity, 0.037);
        Near(new(1.0785307e-3, 7.4077472e-4, 5.0202426e-5), end[1].Velocity, 0.037);
        Near(new(3.4481644, 7.3413298, -9.2800194), end[0].Spin, 14);
        Near(new(-1.9280841, 1.1800980, 1.9110470), end[1].Spin, 14);

        static void Near(Vector3d expected, Vector3d actual, double scale) =>
            Assert.True((actual - expected).Length < 2e-3 * scale, $"{actual}, not {expected}");
    }

    [Fact]
    public void The_energy_account_closes_where_a_bond_breaks_in_full_swing()
    {
        // At 0.7 of the greatest tension half of the energy is in the bond.
        double stress = Greatest(Young * Area / Length, 2 / Mass, 0.01) / Area;
        using GranularSystem system = Pair([Radius, Radius], Along, Law with { TensileStrength = 0.7 * stress }, [-Along * 0.01, Along * 0.01], [Vector3d.Zero, Vector3d.Zero]);
        double start = system.Energies!.Held;
        system.Advance(500);
        EnergyAccount end = system.Energies!;
        Assert.Equal(0.49 * start, end[EnergyTerm.BrokenBonds], 0.02 * start);
        Assert.True(Math.Abs(end.Open) < 1e-3 * start, $"open by {end.Open / start:E2}");
    }

    /// <summary>Greatest load of a spring between two that leave each other at a rate and its negative.</summary>
    private static double Greatest(double spring, double mobility, double rate) => spring * 2 * rate / Math.Sqrt(spring * mobility);

    /// <summary>Two spheres a gap apart, the second along a direction from the first, with an account.</summary>
    private static GranularSystem Pair(double[] radii, Vector3d direction, BondLaw law, Vector3d[] velocities, Vector3d[] spins)
    {
        Vector3d first = new(0.01, 0.01, 0.01);
        GrainSetup setup = GrainSamples.Of(new(0.03, 0.03, 0.03), [first, first + (direction * (radii[0] + radii[1] + Gap))], radii, TimeStep, velocities);
        return GranularSystems.Make(setup with { Spins = spins, Bonds = [(0, 1)], BondLaw = law, KeepsEnergyAccount = true }, GrainSamples.Ghostly, [], 1);
    }
}
