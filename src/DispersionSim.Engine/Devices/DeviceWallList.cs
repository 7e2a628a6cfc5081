using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>Contacts with one wall on a device.</summary>
internal sealed class DeviceWallList : IDisposable
{
    private readonly DeviceColumn<int> formerStarts;
    private readonly Action<Index1D, PairColumns, WallPlane, GrainStep, float, ArrayView<int>> near;
    private readonly Action<Index1D, PairColumns, ArrayView<int>, int, int, ArrayView<Float4>> fill;
    private readonly Action<Index1D, PairColumns, int, ArrayView<int>, ArrayView<int>, int, HistoryViews, HistoryViews> carry;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<Int4>, ArrayView<Float4>, ArrayView<int>, int, int, WallPlane, GrainStep> follow;
    private int formerFrom;

    public DeviceWallList(DeviceMemory memory, int particles)
    {
        Starts = new(memory, particles + 1, "lists");
        formerStarts = new(memory, particles + 1, "lists");
        Accelerator accelerator = memory.Device.Accelerator;
        near = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns, WallPlane, GrainStep, float, ArrayView<int>>(WallKernels.Count);
        fill = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns, ArrayView<int>, int, int, ArrayView<Float4>>(WallKernels.Fill);
        carry = accelerator.LoadAutoGroupedStreamKernel<Index1D, PairColumns, int, ArrayView<int>, ArrayView<int>, int, HistoryViews, HistoryViews>(WallKernels.Carry);
        follow = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<Int4>, ArrayView<Float4>, ArrayView<int>, int, int, WallPlane, GrainStep>(WallKernels.Follow);
    }

    /// <summary>Contacts before each particle's.</summary>
    public DeviceColumn<int> Starts { get; }

    /// <summary>Contacts.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the first.</summary>
    public int From { get; private set; }

    /// <summary>Its ghost.</summary>
    public int Ghost { get; private set; }

    /// <summary>Counts the particles near the wall.</summary>
    public void CountNear(PairColumns columns, WallPlane plane, GrainStep step, float gap, int particles, DeviceScan scan)
    {
        Starts.Swap(formerStarts);
        near(particles, columns, plane, step, gap, Starts.View);
        scan.Run(Starts.View, particles + 1);
    }

    /// <summary>Takes the contacts' numbers.</summary>
    public void Settle(int from, int ghost, int count)
    {
        formerFrom = From;
        (From, Ghost, Count) = (from, ghost, count);
    }

    /// <summary>Lists the contacts, with what they remembered.</summary>
    public void Fill(PairColumns columns, DeviceColumn<int> order, DeviceGrainStore store, DeviceContacts contacts)
    {
        fill(store.Count, columns, Starts.View, From, Ghost, store.Spin.View);
        if (Count > 0)
        {
            carry(Count, columns, From, order.View, formerStarts.View, formerFrom, contacts.FormerHistories.Views, contacts.Histories.Views);
        }
    }

    /// <summary>Puts the ghosts where the wall is nearest to their particles.</summary>
    public void Follow(DeviceGrainStore store, DeviceContacts contacts, ArrayView<int> signals, WallPlane plane, GrainStep step)
    {
        if (Count > 0)
        {
            follow(Count, signals, store.Place.View, store.Velocity.View, contacts.First.View, From, Ghost, plane, step);
        }
    }

    public void Dispose()
    {
        Starts.Dispose();
        formerStarts.Dispose();
    }
}
