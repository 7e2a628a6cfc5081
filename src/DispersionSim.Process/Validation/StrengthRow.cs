using DispersionSim.Core;
using DispersionSim.Engine;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Process;

/// <summary>Row 9: what parts contacts and bridges. Loads come from flows whose forces on rigid free-draining clusters are exact; the rate that parts them is bisected.</summary>
/// <remarks>In the units of <see cref="UnitSuspension"/>: 6πμa of a unit sphere is 1, 8πμa³ is 4/3. Sources: derjaguin-1975, johnson-1971, potyondy-cundall-2004.</remarks>
public static class StrengthRow
{
    private const double BridgeRadius = 0.3;

    /// <summary>Of bridges and of what lies beneath them. A distance of two radii is known to 1.2·10⁻⁷ radii in single precision: 0.2 % of what a bridge of unit strength stretches before it breaks (F/k = 0.283/5·10³), four times as much at a stiffness four times as great.</summary>
    private const double Stiffness = 5e3;
    private const double Large = 1e6;
    private const double Area = Math.PI * BridgeRadius * BridgeRadius;

    /// <summary>σ_c I/r_b, the moment that breaks a bridge of unit strength in bending: π r_b³/4.</summary>
    private const double BendingMoment = Math.PI * BridgeRadius * BridgeRadius * BridgeRadius / 4;

    /// <summary>Spheres 0 and 1 along x, sphere 2 on sphere 1 along y: flow along z that grows with y pushes it over and twists the bridge 0–1.</summary>
    private static readonly Vector3d[] Elbow = [new(-1, 0, 0), new(1, 0, 0), new(1, 2, 0)];

    public static ValidationResult Run()
    {
        const double energy = 0.025, reduced = 125e-9;
        PullOff dmt = PullOff.Of(ElasticKind.Dmt, energy, reduced), jkr = PullOff.Of(ElasticKind.Jkr, energy, reduced);
        double work = 2 * energy * reduced * Math.PI;
        (double shear, double torsion) = LoadsOfElbow();
        double twisting = (shear / Area) + (2 * torsion / (Area * BridgeRadius));
        return new(
        [
            new(9, "tension that opens an adhesive contact of the overdamped step, over 2πwR*", 1, Onset.Least(0.99, 1.01, 1e-4, Opens), 0.001, "derjaguin-1975"),
            new(9, "greatest tension of a DMT contact over 2πwR*", 1, dmt.Tension.Max() / (2 * work), 0.001, "derjaguin-1975"),
            new(9, "greatest tension of a JKR contact over 1.5πwR*", 1, jkr.Tension.Max() / (1.5 * work), 0.001, "johnson-1971"),
            new(9, "tension that breaks a bridge over σ_c πr²", 1, Breaking(BreaksInTension), 0.01, "potyondy-cundall-2004"),
            new(9, "shear force that breaks a bridge over τ_c πr²", 1, Breaking(BreaksInShear), 0.01, "potyondy-cundall-2004"),
            new(9, "moment that breaks a bridge in bending over σ_c πr³/4", 1, Breaking(BreaksInBending), 0.01, "potyondy-cundall-2004"),
            new(9, "shear stress of torsion, four fifths of it and more, that breaks a bridge over τ_c", 1, Breaking(share => BreaksInTorsion(share, twisting)), 0.01, "potyondy-cundall-2004"),
            new(9, "share of torsion in that stress (at least 0.8)", 1, 2 * torsion / (Area * BridgeRadius) / twisting, 0.2, "exact"),
        ],
        [Drawn("DMT", dmt, work), Drawn("JKR", jkr, work), Level("2πwR*", 2, jkr), Level("1.5πwR*", 1.5, jkr)]);
    }

    private static double Breaking(Func<double, bool> breaks) => Onset.Least(0.95, 1.05, 1e-3, breaks);

    /// <summary>Extension at rate e draws two unit spheres apart with e d/2, d their distance; the pull-off force is 1.</summary>
    private static bool Opens(double share)
    {
        using Suspension pair = UnitSuspension.Build(Line(2, 2 - 0.005), [1, 1], 20, 200, 1);
        Extend(pair, share);

        // Steps of a thousandth of the strain: each errs by the square of its strain.
        Advance(pair, 0.2, 0.001, () => !pair.Contacts().Any());
        return !pair.Contacts().Any();
    }

    /// <summary>F = e d/2 with d = 2.</summary>
    private static bool BreaksInTension(double share)
    {
        using Suspension pair = Bridged(Line(2, 2 - 1e-4), tension: 1 / Area, shear: Large);
        Extend(pair, share);
        return Breaks(pair, 0.005);
    }

    /// <summary>A rigid doublet along the flow turns at (4/14)G where each sphere alone would turn at G/2: shear force (2/7) G on the bridge, no tension, no bending (the two ends are alike).</summary>
    private static bool BreaksInShear(double share)
    {
        double rate = share * 7 / 2;
        using Suspension pair = Bridged(Line(2, 2 - 1e-4), tension: Large, shear: 1 / Area);
        pair.Box.Shear(Axis.X, Axis.Z, rate);
        return Breaks(pair, 0.05 / rate);
    }

    /// <summary>A rigid chain of three along the flow turns at G/6. On an outer sphere: torque (4/3)(G/2 − G/6), force 2G/6 at the arm 1: bending moment (4/9 − 1/3) G = G/9 at the bridge.</summary>
    private static bool BreaksInBending(double share)
    {
        double rate = share * BendingMoment * 9;
        using Suspension chain = Bridged(Line(3, 2 - 1e-4), tension: 1, shear: Large);
        chain.Box.Shear(Axis.X, Axis.Z, rate);
        return Breaks(chain, 0.05 / rate);
    }

    private static bool BreaksInTorsion(double share, double stress)
    {
        using Suspension elbow = Bridged([.. Elbow.Select(p => new Vector3d(10, 10, 10) + (p * (1 - 5e-5)))], tension: Large, shear: 1, secondStrength: 100);
        elbow.Box.Shear(Axis.Z, Axis.Y, share / stress);
        Advance(elbow, 0.05 * stress, 0.01 * stress, () => elbow.SurvivingBonds().Length < 2);
        return !elbow.SurvivingBonds().Any(b => b.I == 0);
    }

    /// <summary>Shear force and torsion on the first bridge of the free, rigid elbow at G = 1, by the rigid cluster's own balance.</summary>
    private static (double Shear, double Torsion) LoadsOfElbow()
    {
        var cluster = new RigidCluster(new IndependentDrag(Elbow, [1, 1, 1], 1 / (6 * Math.PI)));
        double[] strain = LinearFlow.Shear(new(0, 0, 1), new(0, 1, 0), 1).Strain;
        (Vector3d Force, Vector3d Torque) load = default;
        for (int q = 0; q < 5; q++)
        {
            (Vector3d force, Vector3d torque) = cluster.LoadOf(0, q);
            load = (load.Force + (strain[q] * force), load.Torque + (strain[q] * torque));
        }

        // The bridge lies along x from the first sphere, so that the force on it has no moment about that axis.
        return (new Vector3d(0, load.Force.Y, load.Force.Z).Length, Math.Abs(load.Torque.X));
    }

    /// <summary>Uniaxial extension along x at constant volume.</summary>
    private static void Extend(Suspension system, double rate) => (system.Box.Dilation[0], system.Box.Dilation[1], system.Box.Dilation[2]) = (rate, -rate / 2, -rate / 2);

    private static bool Breaks(Suspension system, double time)
    {
        int bonds = system.SurvivingBonds().Length;
        Advance(system, time, 1, () => system.SurvivingBonds().Length < bonds);
        return system.SurvivingBonds().Length < bonds;
    }

    private static void Advance(Suspension system, double time, double longest, Func<bool> done)
    {
        while (system.Time < time && !done())
        {
            system.Step(Math.Min(longest, time - system.Time + 1e-9));
        }
    }

    private static Suspension Bridged(Vector3d[] position, double tension, double shear, double secondStrength = 1)
    {
        double stress = UnitSuspension.Force / (UnitSuspension.Radius * UnitSuspension.Radius);
        Suspension system = UnitSuspension.Build(
            position,
            [.. position.Select(_ => 1.0)],
            20,
            Stiffness,
            2,
            UnitSuspension.Contact with { BridgeStiffness = Stiffness * UnitSuspension.Force / UnitSuspension.Radius, BridgeTension = tension * stress, BridgeShear = shear * stress },
            new StepControl { Residual = 1e-6, Motion = 0.001 });
        system.Plant([.. Enumerable.Range(0, position.Length - 1).Select(k => new Bond(k, k + 1, BondOrigin.FeedstockBridge, BridgeRadius * UnitSuspension.Radius))], b => b == 0 ? 1 : secondStrength);
        return system;
    }

    private static Vector3d[] Line(int count, double spacing) =>
        [.. Enumerable.Range(0, count).Select(k => new Vector3d(10, 10, 10) + (new Vector3d(1, 0, 0) * ((k - ((count - 1) / 2.0)) * spacing)))];

    private static Curve Drawn(string name, PullOff pull, double work) => Force(name, pull.Gap, [.. pull.Tension.Select(t => t / work)]);

    private static Curve Level(string name, double level, PullOff pull) => Force(name, [pull.Gap[0], pull.Gap[^1]], [level, level]);

    private static Curve Force(string name, double[] gap, double[] tension) => new(name, "gap (negative: overlap)", "m", "tension over πwR*", "-", gap, tension);
}
