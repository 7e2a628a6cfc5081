using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>What a device itself can do: copy its memory, take a launch.</summary>
public sealed class DeviceProbe : IDisposable
{
    private readonly ComputeDevice device;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> from;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> to;
    private readonly Action<Index1D, ArrayView<byte>> touch;

    /// <summary>Makes room on a device for copies.</summary>
    /// <param name="device">The device.</param>
    /// <param name="bytes">Length of the copy; shortened to a sixteenth of the device's memory.</param>
    public DeviceProbe(ComputeDevice device, long bytes)
    {
        this.device = device;
        Bytes = Math.Min(bytes, device.Description.Memory / 16);
        from = device.Accelerator.Allocate1D<byte>(Bytes);
        to = device.Accelerator.Allocate1D<byte>(Bytes);
        from.MemSetToZero();
        touch = device.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<byte>>(Touch);
    }

    /// <summary>Length of the copy.</summary>
    public long Bytes { get; }

    /// <summary>Copies within the device's memory and waits.</summary>
    public void Copy()
    {
        from.View.CopyTo(to.View);
        device.Finish();
    }

    /// <summary>Launches a kernel of one item a number of times, then waits.</summary>
    public void Launch(int times)
    {
        for (int k = 0; k < times; k++)
        {
            touch(1, to.View);
        }

        device.Finish();
    }

    public void Dispose()
    {
        from.Dispose();
        to.Dispose();
    }

    private static void Touch(Index1D i, ArrayView<byte> column) => column[i] = 1;
}
