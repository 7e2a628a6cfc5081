using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>What to do with a wish for a device.</summary>
internal static class DeviceChoice
{
    /// <summary>One line to say where the wish cannot be met, or null. The stages' solver runs on the host in this version.</summary>
    /// <exception cref="InputException">Not a device of this machine.</exception>
    public static string? Note(string device)
    {
        if (device is "auto" or DeviceList.Host)
        {
            return null;
        }

        DeviceDescription found = DeviceList.Find(device);
        return found.Kind == DeviceKind.Cpu ? null : $"--device {device}: the implicit solver runs on the host in this version; going on with the CPU";
    }

    /// <summary>The device that a granular system is to live on; null for the host, which is also what is taken without a wish.</summary>
    /// <exception cref="InputException">Not a device of this machine, or one that takes no generated code.</exception>
    public static ComputeDevice? Open(string device) =>
        device == "auto" || DeviceList.Find(device).Kind == DeviceKind.Cpu ? null : ComputeDevice.Open(device);
}
