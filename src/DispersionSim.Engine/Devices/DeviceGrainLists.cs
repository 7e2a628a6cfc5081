using DispersionSim.Core;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>The list of contacts, made on the device: cells, sort, cell starts, pairs by counting, running sums and filling, histories, rows.</summary>
internal sealed class DeviceGrainLists : IDisposable
{
    private readonly DeviceGrainStore store;
    private readonly DeviceMemory memory;
    private readonly DeviceScan scan;
    private readonly IDeviceSort sort;
    private readonly CellGrid grid = new();
    private readonly DeviceColumn<int> keys;
    private readonly DeviceColumn<int> order;
    private readonly DeviceColumn<int> cellStart;
    private readonly DeviceColumn<int> contactStart;
    private readonly DeviceColumn<int> formerStart;
    private readonly DeviceColumn<int> rowNext;
    private readonly DeviceWallList[] walls;
    private readonly Action<Index1D, ArrayView<Int4>, SearchGrid, ArrayView<int>, ArrayView<int>> key;
    private readonly Action<Index1D, ArrayView<int>, int, ArrayView<int>> start;
    private readonly Action<Index1D, PairColumns, SearchGrid, GrainStep> count;
    private readonly Action<Index1D, PairColumns, SearchGrid, GrainStep> fill;
    private readonly Action<Index1D, PairColumns> number;
    private readonly Action<Index1D, PairColumns, ArrayView<int>, ArrayView<int>, ArrayView<int>, HistoryViews, HistoryViews> carry;

    public DeviceGrainLists(DeviceMemory memory, DeviceGrainStore store, int wallCount, int room, DeviceSorting sorting)
    {
        (this.memory, this.store) = (memory, store);
        int n = store.Count;
        const string what = "lists";
        scan = new(memory);
        bool library = sorting == DeviceSorting.Library || (sorting == DeviceSorting.Usual && memory.Device.Description.Kind == DeviceKind.Cuda);
        sort = library ? new LibrarySort(memory, n) : new ScanSort(memory, scan, n);
        (keys, order, cellStart) = (new(memory, n, what), new(memory, n, what), new(memory, 1, what));
        (RowStart, contactStart, formerStart, rowNext) = (new(memory, n + 1, what), new(memory, n + 1, what), new(memory, n + 1, what), new(memory, n, what));
        Contacts = new(memory, room);
        Accelerator accelerator = memory.Device.Accelerator;
        walls = [.. Enumerable.Range(0, wallCount).Select(_ => new DeviceWallList(memory, n))];
        key = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Int4>, SearchGrid, ArrayView<int>, ArrayView<int>>(CellKernels.Key);
        start = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, ArrayView<int>>(CellKernels.Start);
        count = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns, SearchGrid, GrainStep>(PairKernels.Count);
        fill = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns, SearchGrid, GrainStep>(PairKernels.Fill);
        number = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns>(PairKernels.Number);
        carry = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns, ArrayView<int>, ArrayView<int>, ArrayView<int>, HistoryViews, HistoryViews>(PairKernels.Carry);
    }

    /// <summary>Bytes a particle.</summary>
    public static long BytesPerParticle => 9 * 4;

    public DeviceContacts Contacts { get; }

    /// <summary>First entry of each particle's row.</summary>
    public DeviceColumn<int> RowStart { get; }

    /// <summary>Contacts of pairs.</summary>
    public int Pairs { get; private set; }

    /// <summary>Entries of rows.</summary>
    public int Rows { get; private set; }

    public IReadOnlyList<DeviceWallList> Walls => walls;

    /// <summary>Ghosts behind the particles.</summary>
    public int Ghosts => walls.Sum(wall => wall.Count);

    /// <summary>Makes the lists anew.</summary>
    /// <param name="box">The box.</param>
    /// <param name="step">Its geometry for kernels.</param>
    /// <param name="reach">Greatest distance of listed centres.</param>
    /// <param name="gap">Gap up to which pairs are listed.</param>
    /// <param name="wallGap">Gap up to which particles at walls are listed.</param>
    /// <param name="planes">The walls.</param>
    public void Refresh(FlowingBox box, GrainStep step, double reach, double gap, double wallGap, IReadOnlyList<WallPlane> planes)
    {
        SearchGrid cells = Sort(box, reach, (float)gap);
        contactStart.Swap(formerStart);
        Contacts.SetAside();
        Count(cells, step, (float)wallGap, planes);
        Contacts.Reserve(Pairs + Ghosts, Rows);
        store.ReserveGhosts(Ghosts);
        PairColumns columns = Columns();
        fill(store.Count, columns, cells, step);
        number(store.Count, columns);
        if (Pairs > 0)
        {
            carry(Pairs, columns, order.View, formerStart.View, Contacts.FormerSecond.View, Contacts.FormerHistories.Views, Contacts.Histories.Views);
        }

        foreach (DeviceWallList wall in walls)
        {
            wall.Fill(columns, order, store, Contacts);
        }
    }

    public void Dispose()
    {
        scan.Dispose();
        sort.Dispose();
        Contacts.Dispose();
        foreach (IDisposable column in new IDisposable[] { keys, order, cellStart, RowStart, contactStart, formerStart, rowNext }.Concat(walls))
        {
            column.Dispose();
        }
    }

    private SearchGrid Sort(FlowingBox box, double reach, float gap)
    {
        grid.Divide(box, reach, store.Count);
        SearchGrid cells = new() { CountX = grid.CountX, CountY = grid.CountY, CountZ = grid.CountZ, Particles = store.Count, Gap = gap };
        key(store.Count, store.Place.View, cells, keys.View, order.View);
        sort.Run(keys, order, store.Count, grid.Cells - 1);
        store.Sort(order);
        cellStart.Reserve(grid.Cells + 1);
        start(grid.Cells + 1, keys.View, store.Count, cellStart.View);
        return cells;
    }

    private void Count(SearchGrid cells, GrainStep step, float wallGap, IReadOnlyList<WallPlane> planes)
    {
        int n = store.Count;
        PairColumns columns = Columns();
        count(n, columns, cells, step);
        for (int w = 0; w < walls.Length; w++)
        {
            walls[w].CountNear(columns, planes[w], step, wallGap, n, scan);
        }

        scan.Run(RowStart.View, n + 1);
        scan.Run(contactStart.View, n + 1);
        (Rows, Pairs) = (Last(RowStart, n), Last(contactStart, n));
        int from = Pairs, ghost = n;
        foreach (DeviceWallList wall in walls)
        {
            wall.Settle(from, ghost, Last(wall.Starts, n));
            (from, ghost) = (from + wall.Count, ghost + wall.Count);
        }

        // A sum beyond 2³¹ has turned negative.
        if (Rows < 0)
        {
            throw new SimulationException($"{memory.Device.Description.Selector}: more than 2147483647 contacts; take fewer particles");
        }
    }

    private static int Last(DeviceColumn<int> column, int at) => column.Read(1, at)[0];

    private PairColumns Columns() => new()
    {
        Place = store.Place.View,
        Velocity = store.Velocity.View,
        Inertia = store.Inertia.View,
        CellStart = cellStart.View,
        RowStart = RowStart.View,
        ContactStart = contactStart.View,
        RowNext = rowNext.View,
        Row = Contacts.Row.View,
        First = Contacts.First.View,
        Second = Contacts.Second.View,
        ReducedRadius = Contacts.ReducedRadius.View,
        ReducedMass = Contacts.ReducedMass.View,
    };
}
