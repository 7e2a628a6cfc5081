using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Bonds against beams: what a chain of grains gives under loads, and at which stress it breaks.</summary>
public class GrainBondTests
{
    private const double Radius = 1e-3;
    private const double Young = 2e7;
    private const double Shear = 8e6;
    private const double Spacing = 2 * Radius;
    private const double Area = Math.PI * Radius * Radius;
    private const double Inertia = Area * Radius * Radius / 4;

    private static readonly BondLaw Law = new() { YoungModulus = Young, ShearModulus = Shear, Damping = 0.3 };

    [Fact]
    public void A_rod_in_tension_lengthens_by_its_stiffness()
    {
        const double force = 0.02;
        using GranularSystem system = Chain(11, i => i == 0 ? new(-force, 0, 0) : i == 10 ? new(force, 0, 0) : default);
        Settle(system);
        double expected = force * 10 * Spacing / (Young * Area);
        Assert.Equal(expected, Moved(system, 10).X - Moved(system, 0).X, 0.01 * expected);
    }

    [Fact]
    public void A_beam_loaded_at_ends_and_middle_bends_by_its_moment_and_its_shear()
    {
        // Each half is a cantilever: PL³/3EI of bending and PL/GA of shear. Links bend at their middles, nothing between: Σ(k − ½)² of n links is n³/3 − n/12, 1/4n² less.
        const double force = 1e-3, length = 10 * Spacing;
        using GranularSystem system = Chain(21, i => new(0, i is 0 or 20 ? force : i == 10 ? -2 * force : 0, 0));
        Settle(system);
        double expected = (force * Math.Pow(length, 3) / (3 * Young * Inertia) * (1 - (1 / 400.0))) + (force * length / (Shear * Area));
        Assert.Equal(expected, Moved(system, 20).Y - Moved(system, 10).Y, 2e-3 * expected);
        Assert.Equal(expected, Moved(system, 0).Y - Moved(system, 10).Y, 2e-3 * expected);
    }

    [Fact]
    public void Two_spheres_turned_against_each_other_swing_at_the_frequencies_of_torsion_and_shear()
    {
        // Twist about the line of centres: ω² = 2 GJ/(L I).
        double inertia = 0.4 * GrainSetup.MassOf(Radius, GrainSamples.Density) * Radius * Radius;
        double frequency = Math.Sqrt(2 * Shear * 2 * Inertia / (Spacing * inertia));
        GrainSetup setup = Two(2e-7) with { Spins = [new(10, 0, 0), new(-10, 0, 0)], BondLaw = Law with { Damping = 0 } };
        using GranularSystem system = GranularSystems.Make(setup, Loose, [], 1);
        long steps = (long)Math.Round(Math.PI / frequency / 2e-7);
        system.Advance(steps);

        // Half a period: the spins have changed sign; a quarter more, and they pass through zero.
        Assert.Equal(-10, system.Read()[0].Spin.X, 0.1);
        system.Advance(steps / 2);
        Assert.InRange(Math.Abs(system.Read()[0].Spin.X), 0, 10 * 0.02);
    }

    [Fact]
    public void A_bond_breaks_at_its_tensile_strength()
    {
        // Pulled apart slowly by growing forces: 1 % steps bracket the load at which it gives.
        const double strength = 2e3;
        Assert.True(Holds(0.99 * strength * Area, strength));
        Assert.False(Holds(1.01 * strength * Area, strength));

        static bool Holds(double force, double strength)
        {
            GrainSetup setup = Two(5e-7) with { BodyForces = [new(-force, 0, 0), new(force, 0, 0)], BondLaw = Law with { Damping = 2, TensileStrength = strength } };
            using GranularSystem system = GranularSystems.Make(setup, Loose, [], 1);
            system.Advance(20_000);
            return system.BondsLeft == 1;
        }
    }

    [Fact]
    public void A_bond_breaks_in_shear_at_its_shear_strength()
    {
        // A couple that twists: τ = M R/J.
        const double strength = 1e3;
        Assert.True(Holds(0.98));
        Assert.False(Holds(1.02));

        static bool Holds(double share)
        {
            // Twisted at a slow steady rate to a given angle: M = GJφ/L.
            double angle = share * strength * Spacing / (Shear * Radius), rate = 2;
            GrainSetup setup = Two(2e-7) with { Spins = [new(rate, 0, 0), new(-rate, 0, 0)], BondLaw = Law with { Damping = 0, ShearStrength = strength } };
            double inertia = 0.4 * setup.Mass(0) * Radius * Radius, frequency = Math.Sqrt(2 * Shear * 2 * Inertia / (Spacing * inertia));

            // Free swing of amplitude 2 rate/ω.
            setup = setup with { Spins = [new(angle * frequency / 2, 0, 0), new(-angle * frequency / 2, 0, 0)] };
            using GranularSystem system = GranularSystems.Make(setup, Loose, [], 1);
            system.Advance((long)(2 * Math.PI / frequency / 2e-7));
            return system.BondsLeft == 1;
        }
    }

    [Fact]
    public void Weibull_strengths_have_the_mean_and_the_scatter_of_their_distribution()
    {
        double[] s = (Law with { WeibullModulus = 3 }).Strengths(200_000);
        double mean = s.Average(), scatter = Math.Sqrt(s.Average(x => x * x) - (mean * mean));

        // Γ(1 + 1/3) and √(Γ(1 + 2/3) − Γ(1 + 1/3)²).
        Assert.Equal(0.892980, mean, 3e-3);
        Assert.Equal(0.324553, scatter, 3e-3);
    }

    [Fact]
    public void A_struck_chain_keeps_momentum_and_closes_its_energy_account_when_it_breaks()
    {
        Vector3d[] at = [.. Enumerable.Range(0, 8).Select(i => new Vector3d(0.02 + (i * Spacing), 0.03, 0.03)), new(0.0285, 0.03 + (2.2 * Radius), 0.0302)];
        GrainSetup setup = GrainSamples.Of(new(0.06, 0.06, 0.06), at, [.. at.Select(_ => Radius)], 5e-7, [.. at.Select((_, i) => new Vector3d(0, i == 8 ? -1.5 : 0, 0))]);
        setup = setup with
        {
            Bonds = [.. Enumerable.Range(0, 7).Select(i => (i, i + 1))],
            BondLaw = Law with { Damping = 0.05, TensileStrength = 2e5, ShearStrength = 2e5, WeibullModulus = 5 },
            KeepsEnergyAccount = true,
        };
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 2);
        double start = system.Energies!.Held;
        system.Advance(6000);
        IReadOnlyList<GrainReading> read = system.Read();
        Assert.InRange(system.BondsLeft, 0, 6);

        Assert.Equal(-1.5, read.Sum(r => r.Velocity.Y), 1e-4);

        // x × v + 0.4 r² ω about the corner of the box, over the mass.
        Vector3d before = Vector3d.Cross(at[8], new(0, -1.5, 0)), after = read.Aggregate(Vector3d.Zero, (sum, r) => sum + Vector3d.Cross(r.Position, r.Velocity) + (r.Spin * (0.4 * Radius * Radius)));
        Assert.True((after - before).Length < 1e-4 * before.Length, $"{before} {after}");
        EnergyAccount end = system.Energies!;
        Assert.True(end[EnergyTerm.BrokenBonds] > 1e-3 * start);
        Assert.True(Math.Abs(end.Open) < 5e-3 * start, $"open by {end.Open / start:E2}");
    }

    private static readonly ContactLaws Loose = GrainSamples.Ghostly;

    private static GrainSetup Two(double step)
    {
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.02), [new(0.009, 0.01, 0.01), new(0.009 + Spacing, 0.01, 0.01)], [Radius, Radius], step);
        return setup with { Bonds = [(0, 1)] };
    }

    /// <summary>A free chain along x under loads that balance each other.</summary>
    private static GranularSystem Chain(int count, Func<int, Vector3d> load)
    {
        Vector3d[] at = [.. Enumerable.Range(0, count).Select(i => new Vector3d(0.01 + (i * Spacing), 0.02, 0.02))];
        GrainSetup setup = GrainSamples.Of(new(0.06, 0.04, 0.04), at, [.. at.Select(_ => Radius)], 1e-6);
        setup = setup with { BodyForces = [.. at.Select((_, i) => load(i))], Bonds = [.. Enumerable.Range(0, count - 1).Select(i => (i, i + 1))], BondLaw = Law };
        return GranularSystems.Make(setup, Loose, [], 1);
    }

    /// <summary>Places are known to 1.4e-11 m here, springs have 3e4 N/m: 4e-7 N is the least that can be asked for.</summary>
    private static void Settle(GranularSystem system)
    {
        RelaxationEnd end = system.Relax(5e-7, 60_000);
        Assert.True(end.Reached, $"{end}");
    }

    private static Vector3d Moved(GranularSystem system, int i) => system.Read()[i].Position - new Vector3d(0.01 + (i * Spacing), 0.02, 0.02);
}
