using DispersionSim.Core;
using DispersionSim.Engine;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Process;

/// <summary>Brittle aggregates that a flow carries along, turns and breaks: the overdamped step itself, not rigid bodies of known orientation.</summary>
/// <remarks>
/// Each bond is a bridge so wide that bending and torsion add little to its stress and hardly bend it: it breaks when its tension reaches the pull-off force F_c, and the pieces stay rigid.
/// Nothing adheres otherwise, so pieces do not meet again. All aggregates share one dilute box in simple shear. Units of <see cref="UnitSuspension"/> with F_c = 1: μGa²/F_c is G/6π.
/// </remarks>
internal static class MovingBreakage
{
    private const double SolidsFraction = 0.002;

    /// <summary>Bridge radius: a tenth of the stress at most is bending where the moment is the force times R_g = 10.</summary>
    private const double BridgeRadius = 400;

    /// <summary>A bond at its strength is 1 % of a radius long.</summary>
    private const double Stiffness = 100;

    private const double Never = 1e6;

    /// <summary>Pieces, aggregate by aggregate, that are left at a stress μG over F_c/a².</summary>
    /// <param name="aggregates">The aggregates.</param>
    /// <param name="stress">Shear stress.</param>
    /// <param name="strain">Shear strain; an aggregate turns once in some ten.</param>
    /// <param name="tier">Hydrodynamic tier.</param>
    public static int[][] Pieces(IReadOnlyList<TreeAggregate> aggregates, double stress, double strain, HydrodynamicTier tier)
    {
        using Suspension system = Build(aggregates);
        system.Hydrodynamics = tier;
        double rate = 6 * Math.PI * stress;
        system.Box.Shear(Axis.X, Axis.Z, rate);
        while (system.Time < strain / rate * (1 - 1e-9))
        {
            system.Step((strain / rate) - system.Time);
        }

        var pieces = new Clusters(system.Count, system.SurvivingBonds().Select(b => (b.I, b.J)));
        int[] first = [.. aggregates.Select(a => a.Count).Aggregate(new List<int> { 0 }, (sums, n) => [.. sums, sums[^1] + n])];
        return [.. aggregates.Select((a, k) => Enumerable.Range(first[k], a.Count).GroupBy(pieces.Root).Select(g => g.Count()).ToArray())];
    }

    private static Suspension Build(IReadOnlyList<TreeAggregate> aggregates)
    {
        (Vector3d[], double[])[] bodies = [.. aggregates.Select(a => (a.Position, Enumerable.Repeat(1.0, a.Count).ToArray()))];
        (double edge, Vector3d[][] placed) = AgglomeratePlacement.Place(bodies, SolidsFraction, new StageContext { Seed = 13 });
        double stress = UnitSuspension.Force / (UnitSuspension.Radius * UnitSuspension.Radius), area = Math.PI * BridgeRadius * BridgeRadius;
        Vector3d[] position = [.. placed.SelectMany(p => p)];
        Suspension system = UnitSuspension.Build(
            position,
            [.. position.Select(_ => 1.0)],
            edge,
            Stiffness,
            0,
            UnitSuspension.Contact with { BridgeStiffness = Stiffness * UnitSuspension.Force / UnitSuspension.Radius, BridgeTension = stress / area, BridgeShear = Never * stress },
            new StepControl { Residual = 1e-4, Motion = 0.02 });
        system.Plant([.. Bonds(aggregates)], _ => 1);
        return system;
    }

    private static IEnumerable<Bond> Bonds(IReadOnlyList<TreeAggregate> aggregates)
    {
        int first = 0;
        foreach (TreeAggregate aggregate in aggregates)
        {
            foreach ((int i, int j) in aggregate.Bonds)
            {
                yield return new(first + i, first + j, BondOrigin.FeedstockBridge, BridgeRadius * UnitSuspension.Radius);
            }

            first += aggregate.Count;
        }
    }
}
