using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace DispersionSim.Engine;

/// <summary>By what a device is reached.</summary>
public enum DeviceKind
{
    Cpu,
    Cuda,
    OpenCl,
}

/// <summary>A machine that kernels can run on.</summary>
/// <param name="Name">As its driver calls it.</param>
/// <param name="Kind">By what it is reached.</param>
/// <param name="Memory">Its memory, bytes.</param>
public sealed record DeviceDescription(string Name, DeviceKind Kind, long Memory);

/// <summary>The devices of this machine; the host is always the first.</summary>
public static class DeviceList
{
    /// <summary>Looks for devices. A missing or broken driver means fewer devices, never a failure.</summary>
    public static IReadOnlyList<DeviceDescription> Detect() =>
    [
        new($"host ({RuntimeInformation.ProcessArchitecture})", DeviceKind.Cpu, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        .. Found(DeviceKind.Cuda, builder => builder.Cuda()),
        .. Found(DeviceKind.OpenCl, builder => builder.OpenCL()),
    ];

    /// <summary>Drivers fail in their own ways, native ones among them: whatever goes wrong, the device is not there.</summary>
    private static DeviceDescription[] Found(DeviceKind kind, Action<Context.Builder> add)
    {
        try
        {
            using Context context = Context.Create(add);
            return [.. context.Devices.Where(device => device.AcceleratorType != AcceleratorType.CPU).Select(device => new DeviceDescription(device.Name, kind, device.MemorySize))];
        }
        catch (Exception)
        {
            return [];
        }
    }
}
