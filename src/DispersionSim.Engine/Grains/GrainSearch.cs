using System.Numerics;
using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Lists for each thread all pairs of grains within a skin, the grains sorted by size level and cell.</summary>
/// <remarks>
/// Levels halve in size. A particle meets its own level in half of the cells round it, and each coarser level in all cells round its place there,
/// so every pair is listed once however unequal the two are. Cells run fastest along z: candidates are contiguous and tested a vector at a time.
/// With fewer than three cells along an axis all pairs are tested.
/// </remarks>
internal sealed unsafe class GrainSearch<TLanes, TShear> : IDisposable
    where TLanes : struct, ILanes<TLanes>
    where TShear : struct, IShear
{
    private readonly GrainStore store;
    private readonly ThreadTeam team;
    private readonly GrainOrder order;
    private readonly RawColumn<int> placeX;
    private readonly RawColumn<int> placeY;
    private readonly RawColumn<int> placeZ;
    private readonly RawColumn<float> radius;

    /// <summary>A search among grains whose sizes do not change.</summary>
    /// <param name="store">The grains.</param>
    /// <param name="team">Threads that list pairs.</param>
    public GrainSearch(GrainStore store, ThreadTeam team)
    {
        (this.store, this.team) = (store, team);
        order = new(store, team);
        int room = store.Count + 16;
        placeX = new(room);
        placeY = new(room);
        placeZ = new(room);
        radius = new(room);
        First = [.. Enumerable.Range(0, team.Threads).Select(_ => new RawColumn<int>())];
        Second = [.. Enumerable.Range(0, team.Threads).Select(_ => new RawColumn<int>())];
        Count = new int[team.Threads];
    }

    /// <summary>First particles of the listed pairs, thread by thread.</summary>
    public RawColumn<int>[] First { get; }

    /// <summary>Second particles.</summary>
    public RawColumn<int>[] Second { get; }

    /// <summary>Pairs of each thread.</summary>
    public int[] Count { get; }

    /// <summary>Position that each particle had before the last sort → position after it.</summary>
    public int* NewPosition => order.NewPosition.Pointer;

    /// <summary>Greatest distance of listed centres.</summary>
    public double Reach => order.Reach;

    /// <summary>Sorts the grains for pairs within a gap; called by all threads together.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="from">Its first particle.</param>
    /// <param name="to">The one after its last.</param>
    /// <param name="box">The box.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="scratch">Memory that nothing else uses meanwhile.</param>
    public void Sort(int thread, int from, int to, FlowingBox box, double gap, RawColumn<float> scratch)
    {
        // Places are filled in below; until then their memory holds the particles' cells.
        order.Sort(thread, from, to, box, gap, placeX.Pointer, scratch);
        Grain* grains = store.Pointer;
        for (int i = from; i < to; i++)
        {
            ref Grain g = ref grains[i];
            (placeX[i], placeY[i], placeZ[i], radius[i]) = (g.Place.X, g.Place.Y, g.Place.Z, g.Radius);
        }

        team.Meet();
    }

    /// <summary>Lists the pairs whose first particle lies in [from, to).</summary>
    [SkipLocalsInit]
    public void List(int thread, int from, int to, GrainFrame frame)
    {
        var pairs = new PairWriter(First[thread], Second[thread]);
        bool fine = order.Grids.All(g => g.IsFine);
        int* runs = stackalloc int[64];
        for (int i = from; i < to; i++)
        {
            if (!fine)
            {
                (runs[0], runs[1]) = (i + 1, store.Count);
                Scan(i, runs, 1, frame, ref pairs);
                pairs.SetFirsts(i);
                continue;
            }

            int level = order.LevelOf(radius[i]);
            int count = OwnLevel(i, order.Grids[level], runs);
            Scan(i, runs, count, frame, ref pairs);
            for (int coarser = 0; coarser < level; coarser++)
            {
                count = AllAround(i, order.Grids[coarser], runs);
                Scan(i, runs, count, frame, ref pairs);
            }

            pairs.SetFirsts(i);
        }

        Count[thread] = pairs.Count;
        pairs.Pad(TLanes.Count, store.Count, store.Count + 1);
    }

    public void Dispose()
    {
        order.Dispose();
        placeX.Dispose();
        placeY.Dispose();
        placeZ.Dispose();
        radius.Dispose();
        foreach (RawColumn<int> column in First.Concat(Second))
        {
            column.Dispose();
        }
    }

    /// <summary>Runs of candidates in the half of the cells round a particle; the first run begins after the particle itself.</summary>
    private int OwnLevel(int i, CellGrid grid, int* runs)
    {
        int x = CellGrid.Along(placeX[i], grid.CountX), y = CellGrid.Along(placeY[i], grid.CountY), z = CellGrid.Along(placeZ[i], grid.CountZ);
        int* c = order.Start + grid.Base;
        int row = ((x * grid.CountY) + y) * grid.CountZ;
        runs[0] = i + 1;
        runs[1] = z < grid.CountZ - 1 ? c[row + z + 2] : c[row + z + 1];
        int count = 1;
        if (z == grid.CountZ - 1)
        {
            (runs[2], runs[3]) = (c[row], c[row + 1]);
            count = 2;
        }

        count = AddRow(c, grid, x, y + 1, z, runs, count);
        count = AddRow(c, grid, x + 1, y - 1, z, runs, count);
        count = AddRow(c, grid, x + 1, y, z, runs, count);
        return AddRow(c, grid, x + 1, y + 1, z, runs, count);
    }

    private int AllAround(int i, CellGrid grid, int* runs)
    {
        int x = CellGrid.Along(placeX[i], grid.CountX), y = CellGrid.Along(placeY[i], grid.CountY), z = CellGrid.Along(placeZ[i], grid.CountZ);
        int count = 0;
        for (int dx = -1; dx <= 1; dx++)
        {
            for (int dy = -1; dy <= 1; dy++)
            {
                count = AddRow(order.Start + grid.Base, grid, x + dx, y + dy, z, runs, count);
            }
        }

        return count;
    }

    private static int AddRow(int* c, CellGrid grid, int x, int y, int z, int* runs, int count)
    {
        x = x < 0 ? x + grid.CountX : x >= grid.CountX ? x - grid.CountX : x;
        y = y < 0 ? y + grid.CountY : y >= grid.CountY ? y - grid.CountY : y;
        int row = ((x * grid.CountY) + y) * grid.CountZ;
        if (z > 0 && z < grid.CountZ - 1)
        {
            (runs[2 * count], runs[(2 * count) + 1]) = (c[row + z - 1], c[row + z + 2]);
            return count + 1;
        }

        int low = z == 0 ? 0 : z - 1, high = z == 0 ? grid.CountZ - 1 : 0;
        (runs[2 * count], runs[(2 * count) + 1]) = (c[row + low], c[row + low + 2]);
        (runs[(2 * count) + 2], runs[(2 * count) + 3]) = (c[row + high], c[row + high + 1]);
        return count + 2;
    }

    /// <summary>Tests runs of candidates against particle i, a vector at a time.</summary>
    private void Scan(int i, int* runs, int count, GrainFrame frame, ref PairWriter pairs)
    {
        int candidates = 0;
        for (int q = 0; q < count; q++)
        {
            candidates += runs[(2 * q) + 1] - runs[2 * q];
        }

        pairs.Reserve(candidates + (2 * TLanes.Count));
        TLanes reach = TLanes.Of(radius[i] + (float)order.Skin);
        for (int q = 0; q < count; q++)
        {
            int end = runs[(2 * q) + 1];
            for (int j = runs[2 * q]; j < end; j += TLanes.Count)
            {
                Triple<TLanes> d = frame.Distance<TLanes, TShear>(new(
                    TLanes.PlaceDifference(placeX[i], placeX.Pointer + j),
                    TLanes.PlaceDifference(placeY[i], placeY.Pointer + j),
                    TLanes.PlaceDifference(placeZ[i], placeZ.Pointer + j)));
                TLanes most = reach + TLanes.Load(radius.Pointer + j);
                uint near = TLanes.Bits(TLanes.Greater(most * most, Triple<TLanes>.Dot(d, d)));
                near &= end - j < TLanes.Count ? (1u << (end - j)) - 1 : uint.MaxValue;
                pairs.AddSeconds(j, near);
            }
        }
    }

    /// <summary>Appends pairs to two columns: second particles as they are found, then the first of them all.</summary>
    private ref struct PairWriter(RawColumn<int> first, RawColumn<int> second)
    {
        private int* i = first.Pointer;
        private int* j = second.Pointer;

        private int named;

        public int Count { get; private set; }

        public void Reserve(int more)
        {
            first.Reserve(Count + more);
            second.Reserve(Count + more);
            i = first.Pointer;
            j = second.Pointer;
        }

        /// <summary>Appends <paramref name="from"/> plus the place of each set bit; room for a vector more is needed.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddSeconds(int from, uint bits)
        {
            TLanes.SetBits(from, bits, j + Count);
            Count += BitOperations.PopCount(bits);
        }

        public void SetFirsts(int first)
        {
            new Span<int>(i + named, Count - named).Fill(first);
            named = Count;
        }

        public void Pad(int lanes, int idleFirst, int idleSecond)
        {
            Reserve(lanes);
            for (int k = Count; k % lanes != 0; k++)
            {
                (i[k], j[k]) = (idleFirst, idleSecond);
            }
        }
    }
}
