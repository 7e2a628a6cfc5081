using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Takes the histories of contacts over from the tables before.</summary>
/// <remarks>
/// While the particles keep their order, a new table meets its contacts in the order of the last one. After a sort they are found by the
/// particles' old positions, whichever of the two is now first.
/// </remarks>
/// <param name="tables">Tables of all threads.</param>
/// <param name="bounds">First particle of each thread's share, and the number of all.</param>
/// <param name="walled">Whether the partners are ghosts at a wall: at most one contact a particle.</param>
internal sealed unsafe class CarriedHistories<TLanes, TModel>(ContactTable[] tables, int[] bounds, bool walled)
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
{
    private static int Length => HistoryLayout<TLanes, TModel>.Length;

    /// <summary>Takes over while the order of particles is the same; the column of masses, not filled yet, serves as scratch.</summary>
    public void Follow(int thread)
    {
        ContactTable table = tables[thread];
        int* source = (int*)table.Mass, first = table.First, second = table.Second, lastFirst = table.LastFirst, lastSecond = table.LastSecond;
        int at = 0;
        for (int k = 0; k < table.Count; k++)
        {
            int i = first[k], j = second[k];
            while (lastFirst[at] < i)
            {
                at++;
            }

            int q = at;
            while (lastFirst[q] == i && lastSecond[q] != j && !walled)
            {
                q++;
            }

            bool found = lastFirst[q] == i;
            source[k] = found ? q : -1;
            at = found ? q + 1 : at;
        }

        for (int h = 0; h < Length; h++)
        {
            Copy(source, table.LastHistory(h), table.History(h), table.Count);
        }
    }

    /// <summary>Notes where each particle's contacts begin in the table before; a particle without contacts finds those of the next.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="begin">Begin, particle by particle.</param>
    public void Index(int thread, int* begin)
    {
        int* first = tables[thread].LastFirst;
        for (int i = bounds[thread], k = 0; i < bounds[thread + 1]; i++)
        {
            while (first[k] < i)
            {
                k++;
            }

            begin[i] = k;
        }
    }

    /// <summary>Takes over after a sort.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="begin">What <see cref="Index"/> noted; not read where partners are walls.</param>
    /// <param name="old">Position that each particle had.</param>
    public void Find(int thread, int* begin, int* old)
    {
        ContactTable table = tables[thread];
        for (int k = 0; k < table.Count; k++)
        {
            int i = old[table.First[k]];
            ContactTable from = Owner(i);
            int q = walled ? Alone(from, i) : Within(from, begin[i], i, old[table.Second[k]]), turned = 0;
            if (q < 0 && !walled)
            {
                int j = old[table.Second[k]];
                from = Owner(j);
                q = Within(from, begin[j], j, i);
                turned = HistoryLayout<TLanes, TModel>.SignedColumns;
            }

            for (int h = 0; h < Length; h++)
            {
                float value = q < 0 ? 0f : from.LastHistory(h)[q];
                table.History(h)[k] = h < turned ? -value : value;
            }
        }
    }

    private static int Within(ContactTable table, int at, int i, int j)
    {
        int* first = table.LastFirst, second = table.LastSecond;
        for (; first[at] == i; at++)
        {
            if (second[at] == j)
            {
                return at;
            }
        }

        return -1;
    }

    private static int Alone(ContactTable table, int i) => new ReadOnlySpan<int>(table.LastFirst, table.LastCount).BinarySearch(i);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Copy(int* source, float* from, float* to, int count)
    {
        for (int k = 0; k < count; k++)
        {
            int s = source[k];
            to[k] = s < 0 ? 0f : from[s];
        }
    }

    private ContactTable Owner(int particle)
    {
        int t = 0;
        while (particle >= bounds[t + 1])
        {
            t++;
        }

        return tables[t];
    }
}
