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
    private const int InertiaAt = 48;

    private readonly GrainStore store;
    private readonly IReadOnlyList<WallContacts> walls;
    private readonly ThreadTeam team;
    private readonly CarriedHistories<TLanes, TModel> histories;
    private readonly CarriedHistories<TLanes, TModel>[] wallHistories;
    private readonly int[] rowCounts;
    private int empty;

    /// <summary>Empty tables, to be filled by the first refresh.</summary>
    /// <param name="store">Grains.</param>
    /// <param name="walls">Contacts with each wall.</param>
    /// <param name="team">Threads.</param>
    /// <param name="slowest">Axis along which particles are sorted first.</param>
    public GrainLists(GrainStore store, IReadOnlyList<WallContacts> walls, ThreadTeam team, int slowest)
    {
        (this.store, this.walls, this.team) = (store, walls, team);
        int length = HistoryLayout<TLanes, TModel>.Length;
        int[] bounds = [.. Enumerable.Range(0, team.Threads + 1).Select(From)];
        Search = new(store, team.Threads, slowest);
        Bounds = new(store.Count, bounds);
        Rows = new(store.Count);
        Pairs = [.. Enumerable.Range(0, team.Threads).Select(_ => new ContactTable(length))];
        histories = new(Pairs, bounds, false);
        wallHistories = [.. walls.Select(wall => new CarriedHistories<TLanes, TModel>(wall.Tables, bounds, true))];
        Blocks = [.. Enumerable.Range(0, team.Threads).Select(t => new MotionBlocks(bounds[t], bounds[t + 1]))];
        rowCounts = new int[team.Threads];
        PairBase = new int[team.Threads];
    }

    public GrainSearch<TLanes, TShear> Search { get; }

    public ForceRows Rows { get; }

    /// <summary>Contacts of pairs, by thread.</summary>
    public ContactTable[] Pairs { get; }

    /// <summary>Number of the first contact of each thread's table of pairs.</summary>
    public int[] PairBase { get; }

    /// <summary>How the blocks of particles move against their neighbours, and how long the tables hold.</summary>
    public BlockBounds Bounds { get; }

    /// <summary>When each thread may move its particles.</summary>
    public MotionBlocks[] Blocks { get; }

    /// <summary>First particle of a thread's share: whole blocks.</summary>
    public int From(int thread) => thread == team.Threads ? store.Count : (int)((long)store.Count * thread / team.Threads) & ~(MotionBlocks.Length - 1);

    /// <summary>Where the slot of a contact begins, floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int contact) => ((contact & ~(Group - 1)) * 8) + TLanes.Slot(contact & (Group - 1));

    /// <summary>Makes the tables anew; called by all threads together.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="search">Whether particles are sorted and pairs searched first.</param>
    /// <param name="box">The box.</param>
    /// <param name="wide">Gap up to which pairs are searched.</param>
    /// <param name="hold">Greatest gap across which particles act on each other.</param>
    /// <param name="skins">Chooses the further gaps, block by block, up to which pairs are packed into tables.</param>
    public void Refresh(int thread, bool search, FlowingBox box, double wide, double hold, Action<int> skins)
    {
        int from = From(thread), to = From(thread + 1);
        Pairs[thread].Turn();
        foreach (WallContacts wall in walls)
        {
            wall.Tables[thread].Turn();
        }

        if (search)
        {
            Sort(thread, from, to, box, wide + hold);
            Search.List(thread, from, to, new(box));
            Bounds.Link(thread, Search.First[thread].Pointer, Search.Second[thread].Pointer, Search.Count[thread]);
            foreach (WallContacts wall in walls)
            {
                wall.Search(thread, from, to, wide + hold, store);
            }

            Bounds.Measure(thread, store);
            team.Meet();
        }

        skins(thread);
        Prune(thread, new(box), (float)hold);
        Carry(histories, thread, search);
        Pairs[thread].Pad(TLanes.Count, store.Count, store.Count + 1);
        Reduce(Pairs[thread], (byte*)store.Pointer);
        foreach (WallContacts wall in walls)
        {
            wall.Find(thread, wide + hold, hold, Bounds, store);
            Carry(wallHistories[wall.Index], thread, search);
            wall.Complete(thread, store, TLanes.Count);
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

    /// <summary>Sorts the grains; the room of forces serves to lay them aside, for the forces of the last step are used up.</summary>
    private void Sort(int thread, int from, int to, FlowingBox box, double wide)
    {
        if (thread == 0)
        {
            Search.Divide(box, wide);
            Rows.Slots.Reserve((long)GrainStore.Room * store.Count);
        }

        team.Meet();
        Search.FindCells(from, to);
        store.LayAside(Rows.Slots.Pointer, from, to);
        histories.Index(thread, Rows.End.Pointer);
        team.Meet();
        if (thread == 0)
        {
            Search.Order();
        }

        team.Meet();
        Search.Take(Rows.Slots.Pointer, from, to);
        team.Meet();
    }

    private void Carry(CarriedHistories<TLanes, TModel> carried, int thread, bool search)
    {
        if (search)
        {
            carried.Find(thread, Rows.End.Pointer, Search.OldPosition.Pointer);
        }
        else
        {
            carried.Follow(thread);
        }
    }

    public void Dispose()
    {
        Search.Dispose();
        Rows.Dispose();
        foreach (ContactTable table in Pairs)
        {
            table.Dispose();
        }

        foreach (MotionBlocks blocks in Blocks)
        {
            blocks.Dispose();
        }
    }

    /// <summary>Packs the searched pairs within reach.</summary>
    [SkipLocalsInit]
    private void Prune(int thread, GrainFrame frame, float hold)
    {
        ContactTable table = Pairs[thread];
        int* first = Search.First[thread].Pointer, second = Search.Second[thread].Pointer;
        int count = 0, from = 0;
        for (int b = Bounds.From(thread); b < Bounds.From(thread + 1); b++)
        {
            int to = Bounds.PairEnd[b];
            table.Reserve(count + to - from + TLanes.Count);
            count = Near(first, second, from, to, frame, TLanes.Of(hold + Bounds.Skins[b]), table.First, table.Second, count);
            from = to;
        }

        table.Count = count;
    }

    /// <summary>Appends those of the pairs [from, to) that are within a gap; returns how many there are then.</summary>
    private int Near(int* first, int* second, int from, int to, GrainFrame frame, TLanes gap, int* i, int* j, int count)
    {
        byte* grains = (byte*)store.Pointer;
        for (int k = from; k < to; k += TLanes.Count)
        {
            TLanes.Places(grains, first + k, grains, second + k, out Triple<TLanes> places);
            TLanes.Sums(grains + SpinAt, first + k, grains + SpinAt, second + k, out _, out TLanes radii);
            Triple<TLanes> d = frame.Distance<TLanes, TShear>(places);
            TLanes most = radii + gap;
            uint near = TLanes.Bits(TLanes.Greater(most * most, Triple<TLanes>.Dot(d, d)));
            near &= to - k < TLanes.Count ? (1u << (to - k)) - 1 : uint.MaxValue;
            for (; near != 0; near &= near - 1)
            {
                int p = k + BitOperations.TrailingZeroCount(near);
                i[count] = first[p];
                j[count] = second[p];
                count++;
            }
        }

        return count;
    }

    /// <summary>Reduced radii and masses of a table.</summary>
    private static void Reduce(ContactTable table, byte* grains)
    {
        int* first = table.First, second = table.Second;
        TLanes quarter = TLanes.Of(0.25f);
        for (int k = 0; k < table.Count; k += TLanes.Count)
        {
            TLanes.Sums(grains + SpinAt, first + k, grains + SpinAt, second + k, out _, out TLanes sum);
            TLanes.Differences(grains + SpinAt, first + k, grains + SpinAt, second + k, out _, out TLanes difference);
            TLanes.Sums(grains + InertiaAt, first + k, grains + InertiaAt, second + k, out Triple<TLanes> inverseMasses, out _);
            TLanes.Store(((sum * sum) - (difference * difference)) * quarter / sum, table.Radius + k);
            TLanes.Store(TLanes.Of(1f) / inverseMasses.X, table.Mass + k);
        }
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

        empty = next;
        Rows.Slots.Reserve(8L * (next + Group));
        new Span<float>(Rows.Slots.Pointer + (8L * next), 8 * Group).Clear();
        if (TModel.Rolls || TModel.Twists)
        {
            Rows.Moments.Reserve(4L * (next + Group));
            new Span<float>(Rows.Moments.Pointer + (4L * next), 4 * Group).Clear();
        }
    }

    private void CountRows(int thread, int from, int to)
    {
        int* end = Rows.End.Pointer;
        new Span<int>(end + from, to - from).Clear();
        MotionBlocks blocks = Blocks[thread];
        blocks.Clear();
        for (int t = 0; t < team.Threads; t++)
        {
            VisitTable(Pairs[t], 0, from, to, new RowCounter(end, blocks, t == thread ? 0 : MotionBlocks.Late), true);
        }

        foreach (WallContacts wall in walls)
        {
            VisitTable(wall.Tables[thread], 0, from, to, new RowCounter(end, blocks, -int.MaxValue), false);
        }

        blocks.Sort();
        int sum = 0;
        for (int i = from; i < to; i++)
        {
            sum += Units(end[i]);
        }

        rowCounts[thread] = sum;
    }

    private void FillRows(int thread, int from, int to)
    {
        if (thread == 0)
        {
            Rows.Row.Reserve(rowCounts.Sum());
            Rows.MomentRow.Reserve(TModel.Rolls || TModel.Twists ? rowCounts.Sum() : 0);
        }

        int* start = Rows.Start.Pointer, end = Rows.End.Pointer;
        int next = 0;
        for (int t = 0; t < thread; t++)
        {
            next += rowCounts[t];
        }

        for (int i = from; i < to; i++)
        {
            int length = end[i];
            start[i] = end[i] = next;
            next += Units(length);
        }

        start[to] = next;

        team.Meet();
        int* row = Rows.Row.Pointer, momentRow = Rows.MomentRow.Pointer;
        var filler = new RowFiller(end, row, momentRow);
        for (int t = 0; t < team.Threads; t++)
        {
            VisitTable(Pairs[t], PairBase[t], from, to, filler, true);
        }

        foreach (WallContacts wall in walls)
        {
            VisitTable(wall.Tables[thread], wall.Base[thread], from, to, filler, false);
        }

        int nothing = Slot(empty), noMoment = empty * 4;
        for (int i = from; i < to; i++)
        {
            for (int k = end[i], full = start[i] + Units(end[i] - start[i]); k < full; k++)
            {
                row[k] = nothing;
                if (TModel.Rolls || TModel.Twists)
                {
                    momentRow[k] = noMoment;
                }
            }
        }
    }

    private static int Units(int length) => (length + ForceRows.Unit - 1) & ~(ForceRows.Unit - 1);

    private static void VisitTable<TVisitor>(ContactTable table, int at, int from, int to, TVisitor visitor, bool both) where TVisitor : struct, IRowVisitor
    {
        int* first = table.First, second = table.Second;
        uint width = (uint)(to - from);
        int count = table.Count;
        for (int k = 0; k < count; k++)
        {
            int contact = at + k;
            if ((uint)(first[k] - from) < width)
            {
                visitor.Visit(first[k], contact, 0);
            }

            if (both && (uint)(second[k] - from) < width)
            {
                visitor.Visit(second[k], contact, 1);
            }
        }
    }

    private interface IRowVisitor
    {
        void Visit(int particle, int contact, int side);
    }

    private readonly struct RowCounter(int* end, MotionBlocks blocks, int delay) : IRowVisitor
    {
        private readonly int* last = blocks.Last;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int particle, int contact, int side)
        {
            end[particle]++;
            int* block = last + (particle / MotionBlocks.Length);
            *block = Math.Max(*block, contact + delay);
        }
    }

    private readonly struct RowFiller(int* end, int* row, int* momentRow) : IRowVisitor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int particle, int contact, int side)
        {
            int entry = end[particle]++;
            row[entry] = Slot(contact) + side;
            if (TModel.Rolls || TModel.Twists)
            {
                momentRow[entry] = ((contact & ~(Group - 1)) * 4) + TLanes.Moment(contact & (Group - 1));
            }
        }
    }
}
