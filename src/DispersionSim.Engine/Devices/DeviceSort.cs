using System.Numerics;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Algorithms.RadixSortOperations;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>Sorts keys in a device's memory, and a column of numbers with them; equal keys keep their order.</summary>
internal interface IDeviceSort : IDisposable
{
    /// <summary>Sorts the first entries.</summary>
    /// <param name="keys">Keys, not negative.</param>
    /// <param name="values">What belongs to them.</param>
    /// <param name="count">Entries.</param>
    /// <param name="largest">Largest key that may occur.</param>
    void Run(DeviceColumn<int> keys, DeviceColumn<int> values, int count, int largest);
}

/// <summary>Radix sort out of running sums, without atomics: for every device.</summary>
internal sealed class ScanSort : IDeviceSort
{
    private readonly DeviceScan scan;
    private readonly DeviceColumn<int> otherKeys;
    private readonly DeviceColumn<int> otherValues;
    private readonly DeviceColumn<int> places;
    private readonly Action<Index1D, ArrayView<int>, int, int, int, ArrayView<int>> tally;
    private readonly Action<Index1D, ArrayView<int>, ArrayView<int>, int, int, int, ArrayView<int>, ArrayView<int>, ArrayView<int>> place;

    public ScanSort(DeviceMemory memory, DeviceScan scan, int count)
    {
        this.scan = scan;
        otherKeys = new(memory, count, "sorting");
        otherValues = new(memory, count, "sorting");
        places = new(memory, Chunks(count) * SortKernels.Digits, "sorting");
        Accelerator accelerator = memory.Device.Accelerator;
        tally = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, int, int, ArrayView<int>>(SortKernels.Count);
        place = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<int>, int, int, int, ArrayView<int>, ArrayView<int>, ArrayView<int>>(SortKernels.Place);
    }

    public void Run(DeviceColumn<int> keys, DeviceColumn<int> values, int count, int largest)
    {
        int chunks = Chunks(count);
        for (int shift = 0; shift < 32 - BitOperations.LeadingZeroCount((uint)largest); shift += SortKernels.Bits)
        {
            tally(chunks, keys.View, count, shift, chunks, places.View);
            scan.Run(places.View, chunks * SortKernels.Digits);
            place(chunks, keys.View, values.View, count, shift, chunks, places.View, otherKeys.View, otherValues.View);
            keys.Swap(otherKeys);
            values.Swap(otherValues);
        }
    }

    public void Dispose()
    {
        otherKeys.Dispose();
        otherValues.Dispose();
        places.Dispose();
    }

    private static int Chunks(int count) => (count + SortKernels.Chunk - 1) / SortKernels.Chunk;
}

/// <summary>The device library's radix sort, made for CUDA; it needs atomics and barriers.</summary>
internal sealed class LibrarySort : IDeviceSort
{
    private readonly Accelerator accelerator;
    private readonly DeviceColumn<int> room;
    private readonly RadixSortPairs<int, Stride1D.Dense, int, Stride1D.Dense> sort;

    public LibrarySort(DeviceMemory memory, int count)
    {
        accelerator = memory.Device.Accelerator;
        room = new(memory, accelerator.ComputeRadixSortPairsTempStorageSize<int, int, AscendingInt32>(count), "sorting");
        sort = accelerator.CreateRadixSortPairs<int, Stride1D.Dense, int, Stride1D.Dense, AscendingInt32>();
    }

    public void Run(DeviceColumn<int> keys, DeviceColumn<int> values, int count, int largest) =>
        sort(accelerator.DefaultStream, new ArrayView1D<int, Stride1D.Dense>(keys.View, count, default), new ArrayView1D<int, Stride1D.Dense>(values.View, count, default), room.View);

    public void Dispose() => room.Dispose();
}
