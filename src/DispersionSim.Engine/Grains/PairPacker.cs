using System.Numerics;
using System.Runtime.CompilerServices;

namespace DispersionSim.Engine;

/// <summary>Packs those of the searched pairs that are near into a contact table, group by group, with what they remember from the table before.</summary>
/// <remarks>
/// Both tables are in the order of the searched pairs, so that a pair's place in the table before follows from which pairs of its group were near then. Most groups
/// do not change from table to table and are copied whole.
/// </remarks>
internal unsafe ref struct PairPacker<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private readonly int* searchedFirst;
    private readonly int* searchedSecond;
    private readonly int* first;
    private readonly int* second;
    private readonly int* formerFirst;
    private readonly int* formerSecond;
    private readonly int historyLength;
    private readonly Span<nint> columns;
    private int former;

    /// <summary>A packer into a table with room for all searched pairs and a group more.</summary>
    /// <param name="table">The table.</param>
    /// <param name="searchedFirst">First particles of the searched pairs.</param>
    /// <param name="searchedSecond">Second particles.</param>
    /// <param name="columns">Room for the addresses of both tables' columns of history.</param>
    public PairPacker(ContactTable table, int* searchedFirst, int* searchedSecond, Span<nint> columns)
    {
        this.searchedFirst = searchedFirst;
        this.searchedSecond = searchedSecond;
        first = table.First;
        second = table.Second;
        formerFirst = table.FormerFirst;
        formerSecond = table.FormerSecond;
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
    /// <param name="k">Its first searched pair.</param>
    /// <param name="near">Bits of the pairs that are near.</param>
    /// <param name="then">Bits of those that were near in the table before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pack(int k, uint near, uint then)
    {
        if (near == then)
        {
            Copy(formerFirst, first);
            Copy(formerSecond, second);
            for (int h = 0; h < historyLength; h++)
            {
                Copy((void*)columns[2 * h], (void*)columns[(2 * h) + 1]);
            }

            Count += BitOperations.PopCount(near);
        }
        else
        {
            PackOneByOne(k, near, then);
        }

        former += BitOperations.PopCount(then);
    }

    private readonly void Copy(void* from, void* to) => TLanes.Store(TLanes.Load((float*)from + former), (float*)to + Count);

    private void PackOneByOne(int k, uint near, uint then)
    {
        for (; near != 0; near &= near - 1)
        {
            int bit = BitOperations.TrailingZeroCount(near);
            first[Count] = searchedFirst[k + bit];
            second[Count] = searchedSecond[k + bit];
            int at = former + BitOperations.PopCount(then & ((1u << bit) - 1)), known = -(int)((then >> bit) & 1);
            for (int h = 0; h < historyLength; h++)
            {
                ((int*)columns[(2 * h) + 1])[Count] = ((int*)columns[2 * h])[at] & known;
            }

            Count++;
        }
    }
}
