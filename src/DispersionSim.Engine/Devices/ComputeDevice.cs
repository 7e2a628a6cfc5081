using DispersionSim.Core;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace DispersionSim.Engine;

/// <summary>An opened device: its memory, and launches of kernels on it.</summary>
public sealed class ComputeDevice : IDisposable
{
    private readonly Context context;

    /// <summary>Held as long as the device: a kernel that nothing holds is released by the collector's thread, perhaps while this one compiles, and PoCL dies of that.</summary>
    private Action<Index1D, ArrayView<Float4>>? probe;

    private ComputeDevice(DeviceDescription description, Context context, Accelerator accelerator) =>
        (Description, this.context, Accelerator) = (description, context, accelerator);

    public DeviceDescription Description { get; }

    /// <summary>What the device compiler makes of it.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>Opens a device and runs a first kernel on it.</summary>
    /// <exception cref="InputException">Not a device of this machine, the host (which needs no opening), or a driver that takes no generated code.</exception>
    public static ComputeDevice Open(string selector)
    {
        DeviceDescription found = DeviceList.Find(selector);
        if (found.Kind == DeviceKind.Cpu)
        {
            throw new InputException($"--device {selector}: the host is not opened as a device");
        }

        int number = found.Selector.Split(':') is [_, var text] ? int.Parse(text) : 0;
        Context opened = DeviceList.Open(found.Kind);
        try
        {
            Accelerator accelerator = DeviceList.Of(opened, found.Kind).ElementAt(number).CreateAccelerator(opened);
            var device = new ComputeDevice(found, opened, accelerator);
            device.Try();
            return device;
        }
        catch (Exception e) when (e is CLException or InternalCompilerException)
        {
            opened.Dispose();
            throw new InputException(
                $"--device {selector}: {found.Name} does not take generated code; where OpenCL has no generic address space (PoCL), set POCL_EXTRA_BUILD_FLAGS=-D__generic=__global", e);
        }
    }

    /// <summary>Waits until everything launched is done.</summary>
    public void Finish() => Accelerator.Synchronize();

    /// <summary>A copy of the overdamped solver's columns in the device's memory.</summary>
    /// <param name="particles">Columns of the particles.</param>
    /// <param name="links">Columns of the links.</param>
    /// <param name="foil">Heights of the foil.</param>
    /// <param name="memory">Bytes that may be taken; the device's memory where absent.</param>
    /// <exception cref="SimulationException">Too little memory.</exception>
    public DeviceColumns Columns(ParticleColumns particles, LinkColumns links, NativeColumn<float> foil, long? memory = null) =>
        new(new DeviceMemory(this, memory ?? Description.Memory), particles, links, foil);

    /// <summary>A kernel of the overdamped solver, to be launched over a count of items.</summary>
    public Action<int, TKernel, DeviceWorld, StepParameters> Load<TKernel>() where TKernel : unmanaged, IKernel<DeviceWorld> => DeviceEntry.Load<TKernel>(Accelerator);

    public void Dispose()
    {
        Accelerator.Dispose();
        context.Dispose();
    }

    /// <summary>Says, before anything is allocated, when a device has not the memory that is needed.</summary>
    /// <param name="bytes">What is needed in all.</param>
    /// <param name="memory">What there is.</param>
    /// <param name="wanted">For what.</param>
    /// <exception cref="SimulationException">Too little memory.</exception>
    internal void Require(long bytes, long memory, string wanted)
    {
        if (bytes > memory)
        {
            throw new SimulationException($"{Description.Selector}: {wanted} need {bytes / 1e9:G3} GB, and {Description.Name} has {memory / 1e9:G3} GB; take fewer particles, or --device cpu");
        }
    }

    /// <summary>Three reads through pointers of every kind that kernels use: a driver that cannot build this builds none of them.</summary>
    private void Try()
    {
        using MemoryBuffer1D<Float4, Stride1D.Dense> column = Accelerator.Allocate1D<Float4>(4);
        probe = Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<Float4>>(Probe);
        probe(4, column.View);
        Accelerator.Synchronize();
    }

    private static void Probe(Index1D i, ArrayView<Float4> column)
    {
        ref Float4 entry = ref column[i];
        entry = Float4.Scale(2f, entry);
    }
}
