using System.Numerics;
using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Contact tables of all threads: pruned from the searched pairs, and from the walls, with histories carried over.</summary>
/// <remarks>
/// Two lists: the search finds pairs within a wide skin; every dozen steps those that may touch within the next are packed into contact tables, where
/// reduced radius, reduced mass and history lie beside each other.
/// </remarks>
internal sealed unsafe class GrainLists<TLanes, TModel, TShear> : IDisposable
    where TLanes : struct, ILanes<TLanes>
    where TModel : struct, IContactModel<TLanes>
    where TShear : struct, IShear
{
    /// <summary>Tables begin at multiples of the longest group, so that slots have one layout.</summary>
    private const int Group = 16;

    private const int VelocityAt = 16;
    private const int SpinAt = 32;
    private const int InertiaAt = 48;

    private readonly GrainStore store;
    private readonly IReadOnlyList<WallContacts> walls;
    private readonly ThreadTeam team;
    private readonly FormerContacts former;
    private readonly RawColumn<ushort>[] packed;
    private readonly int[] rowCounts;
    private readonly bool isFine;

    /// <summary>Empty tables, to be filled by the first refresh.</summary>
    /// <param name="store">Grains.</param>
    /// <param name="walls">Contacts with each wall.</param>
    /// <param name="team">Threads.</param>
    /// <param name="isFine">Whether overlaps are fine.</param>
    public GrainLists(GrainStore store, IReadOnlyList<WallContacts> walls, ThreadTeam team, bool isFine)
    {
        (this.store, this.walls, this.team, this.isFine) = (store, walls, team, isFine);
        int length = HistoryLayout<TLanes, TModel>.Length, signed = HistoryLayout<TLanes, TModel>.SignedColumns;
        Search = new(store, team);
        Rows = new(store.Count);
        Pairs = [.. Enumerable.Range(0, team.Threads).Select(_ => new ContactTable(length, isFine))];
        packed = [.. Enumerable.Range(0, team.Threads).Select(_ => new RawColumn<ushort>())];
        former = new(store.Count, Pairs, walls, team, signed);
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

    /// <summary>Where the slot of a contact begins, floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int contact) => ((contact & ~(Group - 1)) * 8) + TLanes.Slot(contact & (Group - 1));

    /// <summary>Makes the tables anew; called by all threads together.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="search">Whether particles are sorted and pairs searched first.</param>
    /// <param name="box">The box.</param>
    /// <param name="wide">Gap up to which pairs are searched.</param>
    /// <param name="foresight">Which of them are packed into tables.</param>
    /// <param name="narrow">Gap up to which contacts with walls are.</param>
    public void Refresh(int thread, bool search, FlowingBox box, double wide, Foresight foresight, double narrow)
    {
        int from = From(thread), to = From(thread + 1);
        ContactTable pairs = Pairs[thread];
        pairs.Turn();
        if (search)
        {
            // Slots are written anew after each refresh; until then their memory serves the sort.
            Search.Sort(thread, from, to, box, wide, Rows.Slots);
            Search.List(thread, from, to, new(box));
        }

        Pack(thread, search, new(box), foresight);
        foreach (WallContacts wall in walls)
        {
            wall.Tables[thread].Turn();
            wall.Find(thread, from, to, search, wide, narrow, store);
        }

        if (search)
        {
            GiveHistories(thread, from, to);
        }

        pairs.Pad(TLanes.Count, store.Count, store.Count + 1);
        Reduce(pairs, (byte*)store.Pointer);
        if (isFine)
        {
            AddRadii(pairs);
        }

        foreach (WallContacts wall in walls)
        {
            wall.Pad(thread, store, TLanes.Count);
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

        former.Dispose();
        foreach (RawColumn<ushort> column in packed)
        {
            column.Dispose();
        }
    }

    /// <summary>Gives contacts after a search what they remembered before it.</summary>
    private void GiveHistories(int thread, int from, int to)
    {
        former.Index(thread, from, to, Search.NewPosition);
        former.Give(Pairs[thread], -1);
        foreach (WallContacts wall in walls)
        {
            former.Give(wall.Tables[thread], wall.Index);
        }
    }

    /// <summary>Packs the searched pairs within reach; from table to table of one search, those that stay take their histories along.</summary>
    [SkipLocalsInit]
    private void Pack(int thread, bool search, GrainFrame frame, Foresight foresight)
    {
        ContactTable table = Pairs[thread];
        int searched = Search.Count[thread];
        int* first = Search.First[thread].Pointer, second = Search.Second[thread].Pointer;
        byte* grains = (byte*)store.Pointer;
        TLanes slack = TLanes.Of((float)foresight.Slack), time = TLanes.Of((float)foresight.Time), none = TLanes.Of(0f);
        packed[thread].Reserve((searched / TLanes.Count) + 1);
        table.Reserve(searched + Group);
        var packer = new PairPacker<TLanes>(table, first, second, stackalloc nint[2 * table.HistoryLength]);
        for (int k = 0, group = 0; k < searched; k += TLanes.Count, group++)
        {
            TLanes.Places(grains, first + k, grains, second + k, out Triple<TLanes> places);
            TLanes.Sums(grains + SpinAt, first + k, grains + SpinAt, second + k, out _, out TLanes radii);
            TLanes.Differences(grains + VelocityAt, first + k, grains + VelocityAt, second + k, out Triple<TLanes> velocity, out _);
            Triple<TLanes> d = frame.Distance<TLanes, TShear>(places);
            frame.AddFlow<TLanes, TShear>(ref velocity, d);

            // |d| − r₁ − r₂ < slack + time · max(0, −v·d/|d|), times |d|.
            TLanes square = Triple<TLanes>.Dot(d, d), approach = TLanes.Max(none, none - Triple<TLanes>.Dot(velocity, d));
            uint near = TLanes.Bits(TLanes.Greater(((radii + slack) * TLanes.Sqrt(square)) + (time * approach), square));
            near &= searched - k < TLanes.Count ? (1u << (searched - k)) - 1 : uint.MaxValue;
            packer.Pack(k, near, search ? 0u : packed[thread][group]);
            packed[thread][group] = (ushort)near;
        }

        table.Count = packer.Count;
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

    /// <summary>What single precision leaves of the sums of a table's radii.</summary>
    private void AddRadii(ContactTable table)
    {
        for (int k = 0; k < table.Count; k++)
        {
            int i = table.First[k], j = table.Second[k];
            float a = store.Pointer[i].Radius, b = store.Pointer[j].Radius;
            table.RadiiRest[k] = (float)((double)a + b - (a + b) + store.Rest[i].Place.W + store.Rest[j].Place.W);
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
        Visit(from, to, new RowCounter(end));
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
            next += length;
        }

        team.Meet();
        Visit(from, to, new RowFiller(end, Rows.Row.Pointer, Rows.MomentRow.Pointer));
    }

    /// <summary>Visits each contact of each particle in [from, to), contacts in order.</summary>
    private void Visit<TVisitor>(int from, int to, TVisitor visitor) where TVisitor : struct, IRowVisitor
    {
        for (int t = 0; t < team.Threads; t++)
        {
            VisitTable(Pairs[t], PairBase[t], from, to, visitor, true);
        }

        foreach (WallContacts wall in walls)
        {
            for (int t = 0; t < team.Threads; t++)
            {
                VisitTable(wall.Tables[t], wall.Base[t], from, to, visitor, false);
            }
        }
    }

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

    private readonly struct RowCounter(int* end) : IRowVisitor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Visit(int particle, int contact, int side) => end[particle]++;
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
