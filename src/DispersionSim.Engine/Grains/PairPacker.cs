using System.Numerics;
using System.Runtime.CompilerServices;

namespace DispersionSim.Engine;

/// <summary>Packs those of the candidate pairs that are near into a contact table, group by group, with what they remember from the table before.</summary>
/// <remarks>Both tables are in the order of the candidates, so that a pair's place in the table before follows from which pairs of its group were near then.</remarks>
internal unsafe ref struct PairPacker<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private readonly int* candidateFirst;
    private readonly int* candidateSecond;
    private readonly int* first;
    private readonly int* second;
    private readonly float* radius;
    private readonly int historyLength;
    private readonly Span<nint> columns;
    private int former;

    /// <summary>A packer into a table with room for all candidates and a group more.</summary>
    /// <param name="table">The table.</param>
    /// <param name="candidateFirst">First particles of the candidates.</param>
    /// <param name="candidateSecond">Second particles.</param>
    /// <param name="columns">Room for the addresses of both tables' columns of history.</param>
    public PairPacker(ContactTable table, int* candidateFirst, int* candidateSecond, Span<nint> columns)
    {
        this.candidateFirst = candidateFirst;
        this.candidateSecond = candidateSecond;
        first = table.First;
        second = table.Second;
        radius = table.Radius;
        historyLength = table.HistoryLength;
        this.columns = columns;
        for (int h = 0; h < historyLength; h++)
        {
            (columns[2 * h], columns[(2 * h) + 1]) = ((nint)table.FormerHistory(h), (nint)table.History(h));
        }
    }

    /// <summary>Pairs packed so far.</summary>
    public int Count { get; private set; }

    /// <summary>Packs a group.</summary>
    /// <param name="k">Its first candidate.</param>
    /// <param name="near">Bits of the pairs that are near.</param>
    /// <param name="then">Bits of those that were near in the table before.</param>
    /// <param name="reducedRadii">R* of the group.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pack(int k, uint near, uint then, TLanes reducedRadii)
    {
        if (near != 0)
        {
            TLanes.Pack(TLanes.Load((float*)(candidateFirst + k)), near, (float*)(first + Count));
            TLanes.Pack(TLanes.Load((float*)(candidateSecond + k)), near, (float*)(second + Count));
            TLanes.Pack(reducedRadii, near, radius + Count);
            for (int h = 0; h < historyLength; h++)
            {
                TLanes.Repack((float*)columns[2 * h] + former, then, near, (float*)columns[(2 * h) + 1] + Count);
            }

            Count += BitOperations.PopCount(near);
        }

        former += BitOperations.PopCount(then);
    }
}
