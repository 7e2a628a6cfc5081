using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Every breakage of a fragment while it is sheared: what broke, how much stayed together, and what came off.</summary>
/// <remarks>
/// Looked at twenty times in a unit of strain; a fragment that fell into several pieces between two looks counts as one event. Pieces that have been
/// apart count as apart for good, although they may touch again: events are of the agglomerates that the powder had.
/// </remarks>
internal sealed class BreakageHistory(int count)
{
    private const double Looks = 20;

    private readonly int[] pieceOf = new int[count];
    private readonly List<double> strain = [];
    private readonly List<int> whole = [];
    private readonly List<int> left = [];
    private double last = double.NegativeInfinity;

    /// <summary>Strain and event, in order.</summary>
    public IEnumerable<(double Strain, BreakageEvent Event)> Events => strain.Select((s, k) => (s, new BreakageEvent(whole[k], left[k])));

    public bool IsDue(double now) => now >= last + (1 / Looks);

    /// <summary>Takes the fragments as they are.</summary>
    /// <param name="now">Strain.</param>
    /// <param name="fragments">What hangs together.</param>
    public void Look(double now, Clusters fragments)
    {
        foreach (IGrouping<int, int> piece in Enumerable.Range(0, count).GroupBy(i => pieceOf[i]).ToList())
        {
            int[][] parts = [.. piece.GroupBy(fragments.Root).Select(g => g.ToArray())];
            if (parts.Length > 1 && last > double.NegativeInfinity)
            {
                strain.Add(now);
                whole.Add(piece.Count());
                left.Add(piece.Count() - parts.Max(p => p.Length));
            }

            // Each piece is known by its first primary, counted from 1: 0 is the whole powder before the first look.
            foreach (int[] part in parts)
            {
                Array.ForEach(part, i => pieceOf[i] = part[0] + 1);
            }
        }

        last = now;
    }

    /// <summary>Events of a kind up to each strain.</summary>
    public double[] UpTo(IEnumerable<double> strains, bool erosion) => [.. strains.Select(s => (double)Events.Count(e => e.Strain <= s && e.Event.IsErosion == erosion))];

    /// <summary>Shares of the events of a kind that took 1, 2, 3 … primaries off the largest piece.</summary>
    public Curve TakenOff(string name, bool erosion)
    {
        int[] sizes = [.. Events.Where(e => e.Event.IsErosion == erosion).Select(e => e.Event.Smaller)];
        double[] size = [.. Enumerable.Range(1, sizes.DefaultIfEmpty(1).Max())];
        return new(name, "size in primaries", "-", "share", "-", size, [.. size.Select(n => sizes.Length == 0 ? 0 : sizes.Count(s => s == n) / (double)sizes.Length)]);
    }

    public void Save(ColumnBag bag) => bag.Set("breakage-piece", pieceOf.ToArray()).Set("breakage-strain", strain.ToArray()).Set("breakage-whole", whole.ToArray()).Set("breakage-left", left.ToArray()).Set("breakage-last", last);

    public void Restore(ColumnBag bag)
    {
        bag.Get<int>("breakage-piece").CopyTo(pieceOf, 0);
        strain.AddRange(bag.Get<double>("breakage-strain"));
        whole.AddRange(bag.Get<int>("breakage-whole"));
        left.AddRange(bag.Get<int>("breakage-left"));
        last = bag.GetOne<double>("breakage-last");
    }
}
