using System.Runtime.InteropServices;
using DispersionSim.Core;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace DispersionSim.Engine;

/// <summary>By what a device is reached.</summary>
public enum DeviceKind
{
    /// <summary>The host: kernels are called directly.</summary>
    Cpu,

    /// <summary>The device compiler's own emulation on the host: slow, for checks.</summary>
    Emulated,

    Cuda,

    OpenCl,
}

/// <summary>A machine that kernels can run on.</summary>
/// <param name="Selector">What it is chosen by: <c>cpu</c>, <c>ilgpu-cpu</c>, <c>cuda:0</c>, <c>opencl:0</c>.</param>
/// <param name="Name">As its driver calls it.</param>
/// <param name="Kind">By what it is reached.</param>
/// <param name="Memory">Its memory, bytes.</param>
public sealed record DeviceDescription(string Selector, string Name, DeviceKind Kind, long Memory);

/// <summary>The devices of this machine; the host is always the first.</summary>
public static class DeviceList
{
    /// <summary>The host's selector.</summary>
    public const string Host = "cpu";

    /// <summary>The selector of the emulation.</summary>
    public const string Emulation = "ilgpu-cpu";

    /// <summary>Drivers are asked by one thread at a time: while one thread sets PoCL up, another finds its devices without a name and dies.</summary>
    private static readonly Lock Drivers = new();

    private static readonly Lazy<IReadOnlyList<DeviceDescription>> Known = new(Look);

    /// <summary>The devices, looked for once in a process: PoCL dies when one thread looks while another compiles. A missing or broken driver means fewer devices, never a failure.</summary>
    public static IReadOnlyList<DeviceDescription> Detect() => Known.Value;

    private static IReadOnlyList<DeviceDescription> Look()
    {
        long memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return
        [
            new(Host, $"host ({RuntimeInformation.ProcessArchitecture})", DeviceKind.Cpu, memory),
            new(Emulation, "emulation of a device on the host, for checks", DeviceKind.Emulated, memory),
            .. Found(DeviceKind.Cuda),
            .. Found(DeviceKind.OpenCl),
        ];
    }

    /// <summary>The device of a selector; <c>cuda</c> and <c>opencl</c> mean the first of their kind.</summary>
    /// <exception cref="InputException">Not a device of this machine.</exception>
    public static DeviceDescription Find(string selector)
    {
        string full = selector is "cuda" or "opencl" ? $"{selector}:0" : selector;
        IReadOnlyList<DeviceDescription> known = Detect();
        return known.FirstOrDefault(d => d.Selector == full)
            ?? throw new InputException($"--device {selector}: not a device of this machine; known: auto, {string.Join(", ", known.Select(d => d.Selector))}");
    }

    /// <summary>A context with the devices of one kind.</summary>
    internal static Context Open(DeviceKind kind)
    {
        lock (Drivers)
        {
            DriverLibraries.Use();
            return Context.Create(builder => Add(builder, kind).EnableAlgorithms().Optimize(OptimizationLevel.O2));
        }
    }

    /// <summary>Devices of a kind, in the order of their numbers.</summary>
    internal static IEnumerable<Device> Of(Context context, DeviceKind kind) => context.Devices.Where(device => device.AcceleratorType == kind switch
    {
        DeviceKind.Cuda => AcceleratorType.Cuda,
        DeviceKind.OpenCl => AcceleratorType.OpenCL,
        _ => AcceleratorType.CPU,
    });

    private static Context.Builder Add(Context.Builder builder, DeviceKind kind) => kind switch
    {
        DeviceKind.Cuda => builder.Cuda(),
        DeviceKind.OpenCl => builder.OpenCL(TakeAsGeneric),
        _ => builder.CPU(),
    };

    /// <summary>
    /// Generated code asks for OpenCL's generic address space. Where a driver lacks it (PoCL), the build flag <c>-D__generic=__global</c> stands in for it:
    /// the device is listed, and refuses with a line when it is opened without the flag.
    /// </summary>
    private static bool TakeAsGeneric(CLDevice device)
    {
        typeof(CLCapabilityContext).GetProperty(nameof(CLCapabilityContext.GenericAddressSpace))!.SetValue(device.Capabilities, true);
        return true;
    }

    /// <summary>Drivers fail in their own ways, native ones among them: whatever goes wrong, the device is not there.</summary>
    private static DeviceDescription[] Found(DeviceKind kind)
    {
        try
        {
            using Context context = Open(kind);
            return [.. Of(context, kind).Select((device, n) => new DeviceDescription($"{kind.ToString().ToLowerInvariant()}:{n}", device.Name, kind, device.MemorySize))];
        }
        catch (Exception)
        {
            return [];
        }
    }
}
