using System.Globalization;
using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.Integration;
using MathNet.Numerics.LinearAlgebra;

namespace DispersionSim.Process;

/// <summary>Row 8: self-diffusion of hard spheres at small volume fractions; lengths in radii, times in a²/D₀.</summary>
/// <remarks>
/// At long times without hydrodynamic interaction D_L/D₀ = 1 − 2φ: simulated (<see cref="HardSphereDiffusion"/>). At short times with it D_S/D₀ = 1 − 1.83φ: each sphere slows its
/// neighbours, D_S/D₀ = 1 + φ ∫ (A + 2B − 3) s² ds over distances s &gt; 2, with A and B a sphere's mobility along and across the line to a force-free neighbour.
/// Exact to first order in φ. Sources: hanna-1982, batchelor-1976.
/// </remarks>
public static class SelfDiffusionRow
{
    /// <summary>Beads of a shell.</summary>
    private const int Beads = 162;

    public static ValidationResult Run(bool isLong)
    {
        double[] fractions = isLong ? [0.02, 0.05, 0.1] : [0.05];
        HardSphereDiffusion spheres = isLong ? new(6, 0.0005, 2, 12, 12) : new(6, 0.001, 2, 7, 2);
        (double Mean, double StandardError)[] simulated = [.. fractions.Select(spheres.At)];
        double[] measured = [.. simulated.Select(s => s.Mean)];
        double slope = ShortTimeSlope(s => BeadShells.OwnMobility(Beads, s)), stresslets = ShortTimeSlope(Stresslets);
        double[] axis = [0, 0.02, 0.04, 0.06, 0.08, 0.1];
        return new(
        [
            .. fractions.Zip(simulated, (phi, d) => new ValidationTarget(8, Words(phi, d.StandardError), 1 - (2 * phi), d.Mean, 0.03, "hanna-1982")),
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

    private static string Words(double fraction, double standardError) =>
        string.Create(CultureInfo.InvariantCulture, $"long-time self-diffusion without interaction over D0, volume fraction {fraction}, standard error {standardError:F4}");

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

    private static Curve Line(string name, double[] fraction, Func<double, double> diffusivity) =>
        new(name, "volume fraction", "-", "self-diffusion over D₀", "-", fraction, [.. fraction.Select(diffusivity)]);
}
