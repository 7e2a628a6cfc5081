using DispersionSim.Core;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>The memory of a device, counted: what does not fit is refused before it is asked for.</summary>
/// <param name="device">The device.</param>
/// <param name="limit">Bytes that may be taken.</param>
internal sealed class DeviceMemory(ComputeDevice device, long limit)
{
    private long taken;

    public ComputeDevice Device => device;

    /// <summary>Refuses what would not fit.</summary>
    /// <param name="bytes">Bytes wanted beside those taken.</param>
    /// <param name="what">For what.</param>
    /// <exception cref="SimulationException">Too little memory.</exception>
    public void Require(long bytes, string what) => device.Require(taken + bytes, limit, what);

    public MemoryBuffer1D<T, Stride1D.Dense> Take<T>(long count, string what) where T : unmanaged
    {
        long bytes = count * Interop.SizeOf<T>();
        Require(bytes, what);
        try
        {
            MemoryBuffer1D<T, Stride1D.Dense> buffer = device.Accelerator.Allocate1D<T>(count);
            buffer.MemSetToZero();
            taken += bytes;
            return buffer;
        }
        catch (AcceleratorException e)
        {
            throw new SimulationException($"{device.Description.Selector}: the driver gives no {bytes / 1e9:G3} GB for {what}; {taken / 1e9:G3} GB are taken, and {device.Description.Name} has {device.Description.Memory / 1e9:G3} GB in all; take fewer particles, or --device cpu", e);
        }
    }

    public void Return<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer) where T : unmanaged
    {
        taken -= buffer.LengthInBytes;
        buffer.Dispose();
    }
}

/// <summary>A column in a device's memory that can grow.</summary>
internal sealed class DeviceColumn<T> : IDisposable where T : unmanaged
{
    private readonly DeviceMemory memory;
    private readonly string what;
    private MemoryBuffer1D<T, Stride1D.Dense> buffer;

    public DeviceColumn(DeviceMemory memory, long count, string what)
    {
        (this.memory, this.what) = (memory, what);
        buffer = memory.Take<T>(Math.Max(1, count), what);
    }

    public ArrayView<T> View => buffer.View.BaseView;

    public long Count => buffer.Length;

    /// <summary>Makes room; contents are kept where asked for.</summary>
    public void Reserve(long count, bool keep = false)
    {
        if (count <= Count)
        {
            return;
        }

        MemoryBuffer1D<T, Stride1D.Dense> old = buffer;
        long room = count + (count / 8);
        if (keep)
        {
            buffer = memory.Take<T>(room, what);
            old.View.BaseView.CopyTo(View.SubView(0, old.Length));
            memory.Device.Finish();
            memory.Return(old);
        }
        else
        {
            memory.Return(old);
            buffer = memory.Take<T>(room, what);
        }
    }

    /// <summary>Takes the first entries from the host. Drivers copy while the program goes on: it waits, and the values stay where they are until then.</summary>
    public unsafe void Fill(T[] values)
    {
        fixed (T* held = values)
        {
            View.SubView(0, values.Length).CopyFromCPU(memory.Device.Accelerator.DefaultStream, new ReadOnlySpan<T>(held, values.Length));
            memory.Device.Finish();
        }
    }

    /// <summary>Entries brought to the host.</summary>
    public unsafe T[] Read(int count, int from = 0)
    {
        var values = new T[count];
        fixed (T* held = values)
        {
            if (count > 0)
            {
                View.SubView(from, count).CopyToCPU(memory.Device.Accelerator.DefaultStream, new Span<T>(held, count));
                memory.Device.Finish();
            }
        }

        return values;
    }

    /// <summary>Changes columns with another.</summary>
    public void Swap(DeviceColumn<T> other) => (buffer, other.buffer) = (other.buffer, buffer);

    public void Dispose() => memory.Return(buffer);
}
