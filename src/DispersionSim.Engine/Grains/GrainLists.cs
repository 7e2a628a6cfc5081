using System.Numerics;
using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Contact tables of all threads: pruned from the searched pairs, and from the walls, with histories carried over.</summary>
/// <remarks>
/// Two lists: the search finds pairs within a wide skin; every dozen steps those within a narrow one are packed into contact tables, where
/// reduced radius, reduced mass and history lie beside each other.
/// </remarks>
internal sealed unsafe class GrainLists<TLanes, TModel, TShear> : IDisposable
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
{
    /// <summary>Tables begin at multiples of the longest group, so that slots have one layout.</summary>
    private const int Group = 16;

    private const int SpinAt = 32;

    private readonly GrainStore store;
    private readonly IReadOnlyList<WallContacts> walls;
    private readonly ThreadTeam team;
    private readonly double reach;
    private readonly KeptHistories[] kept;
    private readonly int[] rowCounts;

    /// <param name="store">Grains.</param>
    /// <param name="walls">Contacts with each wall.</param>
    /// <param name="team">Threads.</param>
    /// <param name="skin">Gap up to which pairs are searched.</param>
    /// <param name="reach">Gap up to which they are packed into tables.</param>
    public GrainLists(GrainStore store, IReadOnlyList<WallContacts> walls, ThreadTeam team, double skin, double reach)
    {
        (this.store, this.walls, this.team, this.reach) = (store, walls, team, reach);
        int length = HistoryLayout<TLanes, TModel>.Length, signed = HistoryLayout<TLanes, TModel>.SignedColumns;
        Search = new(store, team.Threads, skin);
        Rows = new(store.Count);
        Pairs = [.. Enumerable.Range(0, team.Threads).Select(_ => new ContactTable(length))];
        kept = [.. Enumerable.Range(0, team.Threads).Select(_ => new KeptHistories(length, signed))];
        rowCounts = new int[team.Threads];
        PairBase = new int[team.Threads];
    }

    public GrainSearch<TLanes, TShear> Search { get; }

    public ForceRows Rows { get; }

    /// <summary>Contacts of pairs, by thread.</summary>
    public ContactTable[] Pairs { get; }

    /// <summary>Number of the first contact of each thread's table of pairs.</summary>
    public int[] PairBase { get; }

    /// <summary>First particle of a thread's share.</summary>
    public int From(int thread) => (int)((long)store.Count * thread / team.Threads);

    /// <summary>Makes the tables anew; called by all threads together.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="search">Whether particles are sorted and pairs searched first.</param>
    /// <param name="box">The box.</param>
    public void Refresh(int thread, bool search, FlowingBox box)
    {
        int from = From(thread), to = From(thread + 1);
        if (search)
        {
            if (thread == 0)
            {
                Keep(0, team.Threads, kept[0]);
                Search.Sort(box);
                kept[0].Rename(Search.NewPosition.Pointer, store.Count);
            }

            team.Meet();
            Search.List(thread, from, to, new(box));
        }
        else
        {
            Keep(thread, thread + 1, kept[thread]);
        }

        KeptHistories histories = kept[search ? 0 : thread];
        Prune(thread, histories, search, new(box));
        foreach (WallContacts wall in walls)
        {
            wall.Find(thread, from, to, reach, box, store, (table, k, i) => Give(histories, search, table, k, i, KeptHistories.Wall(wall.Index)), TLanes.Count);
        }

        team.Meet();
        if (thread == 0)
        {
            Number();
        }

        CountRows(thread, from, to);
        team.Meet();
        FillRows(thread, from, to);
    }

    public void Dispose()
    {
        Search.Dispose();
        Rows.Dispose();
        foreach (ContactTable table in Pairs)
        {
            table.Dispose();
        }

        foreach (KeptHistories histories in kept)
        {
            histories.Dispose();
        }
    }

    /// <summary>Keeps the histories of some threads' contacts.</summary>
    private void Keep(int from, int to, KeptHistories histories)
    {
        histories.Clear();
        for (int t = from; t < to; t++)
        {
            histories.Take(Pairs[t], -1);
            foreach (WallContacts wall in walls)
            {
                histories.Take(wall.Tables[t], wall.Index);
            }
        }
    }

    private static void Give(KeptHistories histories, bool sorted, ContactTable table, int k, int i, int partner)
    {
        if (sorted)
        {
            histories.GiveFound(table, k, i, partner);
        }
        else
        {
            histories.GiveNext(table, k, i, partner);
        }
    }

    /// <summary>Packs the searched pairs within reach.</summary>
    [SkipLocalsInit]
    private void Prune(int thread, KeptHistories histories, bool sorted, GrainFrame frame)
    {
        ContactTable table = Pairs[thread];
        int searched = Search.Count[thread];
        int* first = Search.First[thread].Pointer, second = Search.Second[thread].Pointer;
        byte* grains = (byte*)store.Pointer;
        TLanes gap = TLanes.Of((float)reach);
        table.Count = 0;
        for (int k = 0; k < searched; k += TLanes.Count)
        {
            TLanes.Places(grains, first + k, grains, second + k, out Triple<TLanes> places);
            TLanes.Sums(grains + SpinAt, first + k, grains + SpinAt, second + k, out _, out TLanes radii);
            Triple<TLanes> d = frame.Distance<TLanes, TShear>(places);
            TLanes most = radii + gap;
            uint near = TLanes.Bits(TLanes.Greater(most * most, Triple<TLanes>.Dot(d, d)));
            table.Reserve(table.Count + TLanes.Count);
            for (; near != 0; near &= near - 1)
            {
                int p = k + BitOperations.TrailingZeroCount(near), i = first[p], j = second[p];
                if (p < searched)
                {
                    Pack(table, i, j);
                    Give(histories, sorted, table, table.Count, i, j);
                    table.Count++;
                }
            }
        }

        table.Pad(TLanes.Count, store.Count, store.Count + 1);
    }

    private void Pack(ContactTable table, int i, int j)
    {
        ref Grain a = ref store.Pointer[i], b = ref store.Pointer[j];
        int k = table.Count;
        table.First[k] = i;
        table.Second[k] = j;
        table.Radius[k] = a.Radius * b.Radius / (a.Radius + b.Radius);
        table.Mass[k] = 1f / (a.InverseMass + b.InverseMass);
    }

    /// <summary>Numbers all contacts: pairs thread by thread, then walls.</summary>
    private void Number()
    {
        int next = 0;
        for (int t = 0; t < team.Threads; t++)
        {
            PairBase[t] = next;
            next += Pairs[t].PaddedCount(Group);
        }

        foreach (WallContacts wall in walls)
        {
            next = wall.Number(next, Group);
        }

        Rows.Slots.Reserve(8L * next);
        if (TModel.Rolls || TModel.Twists)
        {
            Rows.Moments.Reserve(4L * next);
        }
    }

    private void CountRows(int thread, int from, int to)
    {
        int* end = Rows.End.Pointer;
        new Span<int>(end + from, to - from).Clear();
        Each(from, to, (i, _) => end[i]++);
        int sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += end[i];
        }

        rowCounts[thread] = sum;
    }

    private void FillRows(int thread, int from, int to)
    {
        if (thread == 0)
        {
            Rows.Row.Reserve(rowCounts.Sum());
        }

        int* start = Rows.Start.Pointer, end = Rows.End.Pointer;
        int next = rowCounts.AsSpan(0, thread).ToArray().Sum();
        for (int i = from; i < to; i++)
        {
            int length = end[i];
            start[i] = end[i] = next;
            next += length;
        }

        team.Meet();
        int* row = Rows.Row.Pointer;
        Each(from, to, (i, code) => row[end[i]++] = code);
    }

    /// <summary>Calls back for each particle in [from, to) and each contact of it, contacts in order.</summary>
    private void Each(int from, int to, RowVisitor visit)
    {
        for (int t = 0; t < team.Threads; t++)
        {
            ContactTable table = Pairs[t];
            for (int k = 0; k < table.Count; k++)
            {
                int i = table.First[k], j = table.Second[k], code = 2 * (PairBase[t] + k);
                if (i >= from && i < to)
                {
                    visit(i, code);
                }

                if (j >= from && j < to)
                {
                    visit(j, code + 1);
                }
            }
        }

        foreach (WallContacts wall in walls)
        {
            for (int t = 0; t < team.Threads; t++)
            {
                ContactTable table = wall.Tables[t];
                for (int k = 0; k < table.Count; k++)
                {
                    int i = table.First[k];
                    if (i >= from && i < to)
                    {
                        visit(i, 2 * (wall.Base[t] + k));
                    }
                }
            }
        }
    }

    private delegate void RowVisitor(int particle, int code);
}
