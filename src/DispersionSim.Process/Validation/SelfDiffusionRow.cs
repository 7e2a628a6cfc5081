using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace DispersionSim.Process;

/// <summary>Row 8: self-diffusion of hard spheres at small volume fractions; lengths in radii, times in a²/D₀.</summary>
/// <remarks>
/// At long times without hydrodynamic interaction D_L/D₀ = 1 − 2φ: simulated. At short times with it D_S/D₀ = 1 − 1.83φ: each sphere slows its
/// neighbours, D_S/D₀ = 1 + φ ∫ (A + 2B − 3) s² ds over distances s &gt; 2, with A and B a sphere's mobility along and across the line to a force-free neighbour.
/// Exact to first order in φ. Sources: hanna-1982, batchelor-1976.
/// </remarks>
public static class SelfDiffusionRow
{
    /// <summary>kT/k over a²: a collision goes √(kT/k) = 0.01 radii deep.</summary>
    private const double Softness = 1e-4;

    /// <summary>Beads of a shell.</summary>
    private const int Beads = 162;


    public static ValidationResult Run(bool isLong)
    {
        double[] fractions = isLong ? [0.02, 0.05, 0.1] : [0.05];
        LongRun run = isLong ? new(8, 0.0005, 4, 48) : new(6, 0.001, 2, 18);
        double[] measured = [.. fractions.Select(phi => LongTime(phi, run))];
        double slope = ShortTimeSlope(s => BeadShells.OwnMobility(Beads, s)), stresslets = ShortTimeSlope(Stresslets);
        double[] axis = [0, 0.02, 0.04, 0.06, 0.08, 0.1];
        return new(
        [
            .. fractions.Zip(measured, (phi, d) => new ValidationTarget(8, $"long-time self-diffusion without interaction over D0, volume fraction {phi}", 1 - (2 * phi), d, 0.03, "hanna-1982")),
            .. axis[1..].Where(phi => phi is 0.02 or 0.1).Select(phi => new ValidationTarget(8, $"short-time self-diffusion with interaction of pairs over D0, volume fraction {phi}", 1 - (1.83 * phi), 1 + (slope * phi), 0.03, "batchelor-1976")),
        ],
        [
            Line("long time, 1 − 2φ", axis, phi => 1 - (2 * phi)),
            Line("long time, simulated", [0, .. fractions], phi => phi == 0 ? 1 : measured[Array.IndexOf(fractions, phi)]),
            Line("short time, 1 − 1.83φ", axis, phi => 1 - (1.83 * phi)),
            Line("short time, pairs of bead shells", axis, phi => 1 + (slope * phi)),
            Line("short time, pairs of tier T3 with stresslets", axis, phi => 1 + (stresslets * phi)),
        ]);
    }

    /// <summary>D_L/D₀ from the growth of the mean square displacement between one look and two.</summary>
    /// <remarks>
    /// Steps are felt as a core smaller by 0.58 times what a step moves two spheres by, 2√Δt: with Δt = 0.0005, 1.3 % of the diameter and 0.008 of D₀ at φ = 0.1.
    /// The same noise moves spheres that pass through each other: the difference of the two mean squares scatters much less than either, and what is known, 6 D₀ t, takes the other's place.
    /// </remarks>
    private static double LongTime(double fraction, LongRun run)
    {
        double edge = run.Side * Math.Cbrt(4.0 / 3 * Math.PI / fraction);
        List<Vector3d[]> meeting = Looks(run, edge, 1 / Softness), free = Looks(run, edge, 0);
        return 1 + ((Excess(meeting, free, 2) - Excess(meeting, free, 1)) / (6 * run.Look));
    }

    /// <summary>∫ (A + 2B − 3) s² ds over s from 2, in t = 2/s, where what decays as s⁻⁴ is smooth.</summary>
    private static double ShortTimeSlope(Func<double, double> ownMobility) => GaussLegendreRule.Integrate(
        t => (ownMobility(2 / t) - 3) * 8 / (t * t * t * t), 0, 1, 10);

    /// <summary>A + 2B of spheres whose moments end at stresslets: velocity under a unit force over Stokes', summed over the three directions, beside another that is free.</summary>
    private static double Stresslets(double distance)
    {
        // Rigid spheres do not strain: loads of their motions alone are the inverse of the whole, cut to motions; back to a mobility, the other is free.
        SymmetricMatrix mobility = GrandMobility.Of([Vector3d.Zero, Vector3d.UnitZ * distance], [1, 1], 1 / (6 * Math.PI), MobilityLevel.Stresslets);
        mobility.Factorise();
        Matrix<double> inverse = Matrix<double>.Build.Dense(mobility.Order, mobility.Order, (row, column) => Column(mobility, column)[row]);
        int[] moving = [.. Enumerable.Range(0, mobility.Order).Where(k => k % (int)MobilityLevel.Stresslets < (int)MobilityLevel.Torques)];
        Matrix<double> own = Matrix<double>.Build.Dense(moving.Length, moving.Length, (row, column) => inverse[moving[row], moving[column]]).Inverse();
        return own[0, 0] + own[1, 1] + own[2, 2];
    }

    private static double[] Column(SymmetricMatrix factor, int k)
    {
        var unit = new double[factor.Order];
        unit[k] = 1;
        factor.Solve(unit);
        return unit;
    }

    /// <summary>Mean over spheres and starts of what the square of the way over so many looks exceeds that of the free twin by.</summary>
    private static double Excess(List<Vector3d[]> meeting, List<Vector3d[]> free, int looks)
    {
        double sum = 0;
        int count = 0;
        for (int from = 2; from + looks < meeting.Count; from++)
        {
            for (int i = 0; i < meeting[0].Length; i++, count++)
            {
                sum += (meeting[from + looks][i] - meeting[from][i]).LengthSquared - (free[from + looks][i] - free[from][i]).LengthSquared;
            }
        }

        return sum / count;
    }

    /// <summary>Where the spheres have gone, across the box's faces, once in a while.</summary>
    private static List<Vector3d[]> Looks(LongRun run, double edge, double stiffness)
    {
        Vector3d[] last = UnitSuspension.Lattice(run.Side, edge / run.Side), moved = new Vector3d[last.Length];
        using var system = UnitSuspension.Build(last, [.. last.Select(_ => 1.0)], edge, stiffness, 0, UnitSuspension.Contact with { Friction = 0 }, new StepControl { Residual = 1e-3, Motion = 10 });
        system.ThermalEnergy = 1;
        system.BrownianStream = number => new RandomStream(8, StreamName.BrownianForce, (int)number);
        Domain box = Domain.FullyPeriodic(new(edge, edge, edge));
        var looks = new List<Vector3d[]>();
        while (system.Time < run.Duration)
        {
            system.Step(run.Step);

            // No sphere crosses half a box in fifty steps.
            if (system.Steps % 50 == 0)
            {
                Vector3d[] now = UnitSuspension.Places(system);
                for (int i = 0; i < now.Length; i++)
                {
                    moved[i] += box.Nearest(now[i] - last[i]);
                }

                last = now;
            }

            if (system.Time >= ((looks.Count + 1) * run.Look) - (run.Step / 2))
            {
                looks.Add([.. moved]);
            }
        }

        return looks;
    }

    private static Curve Line(string name, double[] fraction, Func<double, double> diffusivity) =>
        new(name, "volume fraction", "-", "self-diffusion over D₀", "-", fraction, [.. fraction.Select(diffusivity)]);

    /// <summary>A simulation of spheres that meet.</summary>
    /// <param name="Side">Spheres along an edge of the start's lattice.</param>
    /// <param name="Step">Time step.</param>
    /// <param name="Look">The places are looked at once in this time; the structure of the start is forgotten after twice as long.</param>
    /// <param name="Duration">Time in all.</param>
    private readonly record struct LongRun(int Side, double Step, double Look, double Duration);
}
