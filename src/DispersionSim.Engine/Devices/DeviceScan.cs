using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>Running sums in a device's memory, the same on every device: sums of chunks, their running sums, and these spread over the chunks.</summary>
internal sealed class DeviceScan : IDisposable
{
    private readonly DeviceMemory memory;
    private readonly List<DeviceColumn<int>> levels = [];
    private readonly List<DeviceColumn<int>> results = [];
    private readonly Action<Index1D, ArrayView<int>, int, ArrayView<int>> sum;
    private readonly Action<Index1D, ArrayView<int>, int, ArrayView<int>, ArrayView<int>> spread;

    public DeviceScan(DeviceMemory memory)
    {
        this.memory = memory;
        Accelerator accelerator = memory.Device.Accelerator;
        sum = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, ArrayView<int>>(ScanKernels.Sum);
        spread = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int, ArrayView<int>, ArrayView<int>>(ScanKernels.Spread);
    }

    /// <summary>Replaces each of the first entries by the sum of those before it.</summary>
    public void Run(ArrayView<int> values, int count) => Run(values, count, 0);

    public void Dispose() => levels.Concat(results).ToList().ForEach(column => column.Dispose());

    private void Run(ArrayView<int> values, int count, int level)
    {
        int chunks = (count + ScanKernels.Chunk - 1) / ScanKernels.Chunk;
        if (level == levels.Count)
        {
            levels.Add(new(memory, chunks, "running sums"));
            results.Add(new(memory, count, "running sums"));
        }

        levels[level].Reserve(chunks);
        results[level].Reserve(count);
        ArrayView<int> sums = levels[level].View;
        sum(chunks, values, count, sums);
        if (chunks > 1)
        {
            Run(sums, chunks, level + 1);
        }
        else
        {
            sums.MemSetToZero(memory.Device.Accelerator.DefaultStream);
        }

        spread(chunks, values, count, sums, results[level].View);
        results[level].View.SubView(0, count).CopyTo(memory.Device.Accelerator.DefaultStream, values.SubView(0, count));
    }
}
