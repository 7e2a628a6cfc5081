using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>What to do with a wish for a device.</summary>
internal static class DeviceChoice
{
    /// <summary>One line to say where the wish cannot be met, or null. The stages' solver runs on the host in this version.</summary>
    /// <exception cref="InputException">Not a device.</exception>
    public static string? Note(string device)
    {
        string kind = device.Split(':')[0];
        return kind switch
        {
            "auto" or "cpu" => null,
            "cuda" or "opencl" => $"--device {device}: the implicit solver runs on the host in this version; going on with the CPU",
            _ => throw new InputException($"--device {device}: not a device; known: auto, cpu, cuda[:N], opencl[:N]"),
        };
    }
}
