using System.Numerics;
using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Contact tables of all threads: pruned from the searched pairs, and from the walls, with histories carried over.</summary>
/// <remarks>
/// Two lists: the search finds pairs within a wide skin; every dozen steps those that may touch within the next are packed into contact tables, where
/// reduced radius, reduced mass and history lie beside each other.
/// </remarks>
internal sealed unsafe partial class GrainLists<TLanes, TModel, TShear> : IDisposable
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
    private readonly CandidatePairs<TLanes, TShear> candidates;
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
        candidates = new(store, Search, team.Threads);
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
    /// <param name="reach">How far they reach.</param>
    public void Refresh(int thread, bool search, FlowingBox box, ListReach reach)
    {
        int from = From(thread), to = From(thread + 1);
        ContactTable pairs = Pairs[thread];
        pairs.Turn();
        if (search)
        {
            // Slots are written anew after each refresh; until then their memory serves the sort.
            Search.Sort(thread, from, to, box, reach.Wide, Rows.Slots);
            Search.List(thread, from, to, new(box));
            candidates.TakeAll(thread);
        }

        if (reach.Middle is double middle)
        {
            candidates.Narrow(thread, search ? null : pairs, middle, new(box));
        }

        Pack(thread, search, new(box), reach.Pairs);
        foreach (WallContacts wall in walls)
        {
            wall.Tables[thread].Turn();
            wall.Find(thread, from, to, search, reach.Wide, reach.Walls, store);
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
        candidates.Dispose();
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
        int count = candidates.Count(thread);
        int* first = candidates.First(thread), second = candidates.Second(thread);
        ushort* packed = candidates.Near(thread);
        byte* grains = (byte*)store.Pointer;
        TLanes slack = TLanes.Of((float)foresight.Slack), time = TLanes.Of((float)foresight.Time), none = TLanes.Of(0f), quarter = TLanes.Of(0.25f);
        table.Reserve(count + Group);
        var packer = new PairPacker<TLanes>(table, first, second, stackalloc nint[2 * table.HistoryLength]);
        for (int k = 0, group = 0; k < count; k += TLanes.Count, group++)
        {
            TLanes.Places(grains, first + k, grains, second + k, out Triple<TLanes> places);
            TLanes.Sums(grains + SpinAt, first + k, grains + SpinAt, second + k, out _, out TLanes radii);
            TLanes.Differences(grains + VelocityAt, first + k, grains + VelocityAt, second + k, out Triple<TLanes> velocity, out TLanes unequal);
            Triple<TLanes> d = frame.Distance<TLanes, TShear>(places);
            frame.AddFlow<TLanes, TShear>(ref velocity, d);

            // |d| − r₁ − r₂ < slack + time · max(0, −v·d/|d|), times |d|.
            TLanes square = Triple<TLanes>.Dot(d, d), approach = TLanes.Max(none, none - Triple<TLanes>.Dot(velocity, d));
            uint near = TLanes.Bits(TLanes.Greater(((radii + slack) * TLanes.Sqrt(square)) + (time * approach), square));
            near &= count - k < TLanes.Count ? (1u << (count - k)) - 1 : uint.MaxValue;
            packer.Pack(k, near, search ? 0u : packed[group], ((radii * radii) - (unequal * unequal)) * quarter / radii);
            packed[group] = (ushort)near;
        }

        table.Count = packer.Count;
    }

    /// <summary>Reduced masses of a table.</summary>
    private static void Reduce(ContactTable table, byte* grains)
    {
        int* first = table.First, second = table.Second;
        for (int k = 0; k < table.Count; k += TLanes.Count)
        {
            TLanes.Sums(grains + InertiaAt, first + k, grains + InertiaAt, second + k, out Triple<TLanes> inverseMasses, out _);
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
}
