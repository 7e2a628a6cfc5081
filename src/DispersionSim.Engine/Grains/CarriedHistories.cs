using System.Runtime.CompilerServices;

namespace DispersionSim.Engine;

/// <summary>Carries the histories of one thread's pairs from a table to the next one between two searches.</summary>
/// <remarks>
/// Both tables are taken in order from one list of searched pairs, so a bit a searched pair says which of them are in a table. The histories that
/// stay are first closed up towards the front and then moved out to their new contacts from the back: in place, each once there and once back.
/// </remarks>
internal sealed unsafe class CarriedHistories : IDisposable
{
    private const int Word = 64;

    private RawColumn<ulong> before = new();
    private RawColumn<ulong> after = new();
    private int words;

    /// <summary>Begins a new table of some searched pairs; those marked last become those of the table before.</summary>
    public void Begin(int searched)
    {
        (before, after) = (after, before);
        words = (searched + Word - 1) / Word;
        after.Reserve(words);
        after.Clear(words);
    }

    /// <summary>Marks the pairs of a group that are in the new table.</summary>
    /// <param name="searched">The first searched pair of the group; groups do not cross words.</param>
    /// <param name="near">Bit k set where pair k of the group is.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mark(int searched, uint near) => after[searched / Word] |= (ulong)near << (searched % Word);

    /// <summary>Moves the histories of a table to where its contacts now are; those of contacts that are new are 0.</summary>
    public void Move(ContactTable table)
    {
        for (int h = 0; h < table.HistoryLength; h++)
        {
            float* column = table.History(h);
            Open(column, table.Count, Close(column));
        }
    }

    public void Dispose()
    {
        before.Dispose();
        after.Dispose();
    }

    /// <summary>Closes up the entries that stay; returns their number.</summary>
    private int Close(float* column)
    {
        int old = 0, stay = 0;
        for (int w = 0; w < words; w++)
        {
            ulong now = after[w];
            for (ulong was = before[w]; was != 0; was &= was - 1)
            {
                // What does not stay is overwritten by the next that does.
                column[stay] = column[old++];
                stay += (now & was & (0 - was)) != 0 ? 1 : 0;
            }
        }

        return stay;
    }

    /// <summary>Moves closed-up entries apart, from the last on.</summary>
    private void Open(float* column, int count, int stay)
    {
        for (int w = words - 1; w >= 0; w--)
        {
            ulong was = before[w];
            for (ulong now = after[w]; now != 0;)
            {
                ulong last = 1UL << (Word - 1 - (int)ulong.LeadingZeroCount(now));
                now ^= last;
                bool stays = (was & last) != 0;
                stay -= stays ? 1 : 0;
                column[--count] = stays ? column[stay] : 0f;
            }
        }
    }
}
