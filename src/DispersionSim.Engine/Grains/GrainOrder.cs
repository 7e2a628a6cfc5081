using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Sorts grains by size level and cell, all threads together.</summary>
/// <remarks>
/// A counting sort: each thread finds the cells of its own grains, then counts and places whatever lies in its own share of the cells, so that the order within
/// a cell is that of before and the result does not depend on the number of threads.
/// </remarks>
internal sealed unsafe class GrainOrder : IDisposable
{
    private readonly GrainStore store;
    private readonly ThreadTeam team;
    private readonly double[] largest;
    private readonly float smallestOfCoarsest;
    private readonly RawColumn<int> start = new(64);
    private readonly int[] totals;
    private int cells;

    /// <summary>An order of grains whose sizes do not change.</summary>
    /// <param name="store">The grains.</param>
    /// <param name="team">Threads.</param>
    public GrainOrder(GrainStore store, ThreadTeam team)
    {
        (this.store, this.team) = (store, team);
        (float smallest, float greatest) = Radii(store);
        int levels = greatest < 2.5f * smallest ? 1 : (int)Math.Ceiling(Math.Log2(greatest / smallest) + 1e-6);
        smallestOfCoarsest = levels == 1 ? 0f : greatest / 2;
        largest = [.. Enumerable.Range(0, levels).Select(level => greatest / Math.Pow(2, level))];
        Grids = [.. largest.Select(_ => new CellGrid())];
        NewPosition = new(store.Count);
        totals = new int[team.Threads];
    }

    /// <summary>Cells of each size level, coarsest first.</summary>
    public CellGrid[] Grids { get; }

    /// <summary>Where each cell begins.</summary>
    public int* Start => start.Pointer;

    /// <summary>Position that each particle had before the last sort → position after it.</summary>
    public RawColumn<int> NewPosition { get; }

    /// <summary>Gap for which the cells were made.</summary>
    public double Skin { get; private set; }

    /// <summary>Greatest distance of listed centres.</summary>
    public double Reach => (2 * largest[0]) + Skin;

    /// <summary>Sorts the grains for pairs within a gap; called by all threads together.</summary>
    /// <param name="thread">The calling thread.</param>
    /// <param name="from">Its first particle.</param>
    /// <param name="to">The one after its last.</param>
    /// <param name="box">The box.</param>
    /// <param name="gap">The gap.</param>
    /// <param name="cellOf">Room for a number for each particle.</param>
    /// <param name="scratch">Memory that nothing else uses meanwhile; it grows to a grain for each particle.</param>
    public void Sort(int thread, int from, int to, FlowingBox box, double gap, int* cellOf, RawColumn<float> scratch)
    {
        if (thread == 0)
        {
            Divide(box, gap);
            scratch.Reserve((long)store.Count * sizeof(Grain) / sizeof(float));
        }

        team.Meet();
        Grain* grains = store.Pointer;
        for (int i = from; i < to; i++)
        {
            cellOf[i] = Cell(in grains[i]);
        }

        team.Meet();
        Place(thread, cellOf);
        store.Permute(NewPosition.Pointer, from, to, (Grain*)scratch.Pointer, team);
    }

    public int LevelOf(float r)
    {
        int level = 0;
        for (float edge = smallestOfCoarsest; r <= edge && level < Grids.Length - 1; edge /= 2)
        {
            level++;
        }

        return level;
    }

    public void Dispose()
    {
        start.Dispose();
        NewPosition.Dispose();
    }

    private static (float Smallest, float Greatest) Radii(GrainStore store)
    {
        float smallest = float.MaxValue, greatest = 0f;
        for (int i = 0; i < store.Count; i++)
        {
            smallest = MathF.Min(smallest, store.Pointer[i].Radius);
            greatest = MathF.Max(greatest, store.Pointer[i].Radius);
        }

        return (smallest, greatest);
    }

    private void Divide(FlowingBox box, double gap)
    {
        Skin = gap;
        cells = 0;
        for (int level = 0; level < Grids.Length; level++)
        {
            Grids[level].Divide(box, (2 * largest[level]) + gap, store.Count);
            Grids[level].Base = cells;
            cells += Grids[level].Cells + 1;
        }

        start.Reserve(cells + 2);
        start[0] = 0;
    }

    /// <summary>Gives the grains of one thread's share of the cells their new positions.</summary>
    private void Place(int thread, int* cell)
    {
        int first = (int)((long)cells * thread / team.Threads), last = (int)((long)cells * (thread + 1) / team.Threads), n = store.Count;
        uint width = (uint)(last - first);
        int* c = start.Pointer + 1, position = NewPosition.Pointer;
        new Span<int>(c + first, last - first).Clear();
        int sum = 0;
        for (int i = 0; i < n; i++)
        {
            if ((uint)(cell[i] - first) < width)
            {
                c[cell[i]]++;
                sum++;
            }
        }

        totals[thread] = sum;
        team.Meet();
        int next = 0;
        for (int t = 0; t < thread; t++)
        {
            next += totals[t];
        }

        for (int k = first; k < last; k++)
        {
            (c[k], next) = (next, next + c[k]);
        }

        // c[cell] counts up from the cell's start to its end, which leaves start[cell] where the cell begins.
        for (int i = 0; i < n; i++)
        {
            if ((uint)(cell[i] - first) < width)
            {
                position[i] = c[cell[i]]++;
            }
        }

        team.Meet();
    }

    private int Cell(in Grain grain)
    {
        CellGrid grid = Grids[LevelOf(grain.Radius)];
        return grid.Base + grid.Of(in grain.Place);
    }
}
