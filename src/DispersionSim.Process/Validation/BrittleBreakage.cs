using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>How a brittle aggregate falls apart under a stress that rises: the bond with the greatest tension over all orientations breaks, and so on in the pieces.</summary>
/// <remarks>
/// Which bond is next does not depend on the stress, so one tree of pieces answers every stress: at shear stress τ a piece holds
/// where τ a² F ≤ F_c, F its greatest tension over ηGa². Pieces keep their shape (no restructuring) and do not meet again.
/// </remarks>
public sealed class BrittleBreakage
{
    private readonly BrittleBreakage[] parts;

    private BrittleBreakage(int count, double force, BrittleBreakage[] parts) => (Count, Force, this.parts) = (count, force, parts);

    /// <summary>Primaries of this piece.</summary>
    public int Count { get; }

    /// <summary>Its greatest tension over ηGa²; 0 for a single primary.</summary>
    public double Force { get; }

    /// <summary>Breaks an aggregate at every stress until its primaries are single.</summary>
    /// <param name="aggregate">What is broken.</param>
    /// <param name="tensions">Tensions of its bonds in a hydrodynamic tier.</param>
    public static BrittleBreakage Of(TreeAggregate aggregate, Func<TreeAggregate, BondTension[]> tensions)
    {
        if (aggregate.Count == 1)
        {
            return new(1, 0, []);
        }

        BondTension weakest = tensions(aggregate).MaxBy(b => b.GreatestInShear())!;
        return new(aggregate.Count, weakest.GreatestInShear(), [.. Split(aggregate, weakest).Select(part => Of(part, tensions))]);
    }

    /// <summary>Sizes of the pieces that hold at a threshold F_c/(τ a²).</summary>
    public IEnumerable<int> Pieces(double threshold) => Force <= threshold ? [Count] : parts.SelectMany(p => p.Pieces(threshold));

    /// <summary>Share of the smaller piece in every event up to a threshold.</summary>
    public IEnumerable<BreakageEvent> Events(double threshold) =>
        Force <= threshold ? [] : parts.SelectMany(p => p.Events(threshold)).Prepend(new(Count, parts.Min(p => p.Count)));

    private static IEnumerable<TreeAggregate> Split(TreeAggregate whole, BondTension broken)
    {
        (int I, int J)[] left = [.. whole.Bonds.Where(b => (b.I, b.J) != (broken.I, broken.J) && (b.J, b.I) != (broken.I, broken.J))];
        var pieces = new Clusters(whole.Count, left);
        foreach (int number in new[] { pieces.Root(broken.I), pieces.Root(broken.J) })
        {
            int[] members = [.. Enumerable.Range(0, whole.Count).Where(i => pieces.Root(i) == number)];
            Dictionary<int, int> place = members.Select((i, k) => (i, k)).ToDictionary(m => m.i, m => m.k);
            yield return new([.. members.Select(i => whole.Position[i])], [.. left.Where(b => pieces.Root(b.I) == number).Select(b => (place[b.I], place[b.J]))]);
        }
    }
}
