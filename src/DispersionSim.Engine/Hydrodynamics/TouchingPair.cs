using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>What lubrication adds to the tension of a touching pair that moves as one body.</summary>
/// <remarks>
/// Two equal spheres a narrow gap h = ξa apart drift together at r(1 − A) n·E·n with A = 1 − 4.077 ξ, and the film between them resists with
/// (3/2)πηa²/h: held at contact they carry T = (3/2)π · 2 · 4.077 ηa² n·E·n = 38.4 ηa² n·E·n. A mobility cut off at a low moment misses a part of it
/// (stresslets 7 %); the difference is added to every touching bond, force and opposite force, which leaves the cluster's motion as it was.
/// Exact for equal spheres; for unequal ones a = 2 a_i a_j/(a_i + a_j) is assumed. Sources: batchelor-green-1972, nir-acrivos-1973.
/// </remarks>
public sealed class TouchingPair
{
    private readonly double added;

    /// <summary>What lubrication adds to the tension of a touching pair beyond a level of the mobility.</summary>
    /// <param name="level">Moments of the mobility that is to be corrected.</param>
    public TouchingPair(MobilityLevel level)
    {
        var doublet = new RigidCluster(new ManyBodyDrag([default, Vector3d.UnitZ * 2], [1, 1], 1, level));
        added = ExactTension - (2 * BondTensions.Of(doublet, [(0, 1)])[0].GreatestInShear());
    }

    /// <summary>Tension of two equal touching spheres over ηa² n·E·n.</summary>
    public static double ExactTension => 1.5 * Math.PI * 2 * 4.077;

    /// <summary>The bond with the missing part of its tension, per unit of each component of strain.</summary>
    public BondTension Correct(BondTension bond, Vector3d between, double firstRadius, double secondRadius, double viscosity)
    {
        Vector3d n = between.Normalized();
        double a = 2 * firstRadius * secondRadius / (firstRadius + secondRadius);
        double[] component = [.. bond.Component.Select((c, q) => c + (added * viscosity * a * a * Vector3d.Dot(n, LinearFlow.Straining(q, n))))];
        return bond with { Component = component };
    }
}
