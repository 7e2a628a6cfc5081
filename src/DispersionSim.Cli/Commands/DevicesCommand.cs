using System.CommandLine;
using System.Text.Json;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary><c>devices</c>: what kernels could run on.</summary>
internal static class DevicesCommand
{
    public static Command Make(CommandHost host)
    {
        Option<bool> json = CommonOptions.Json();
        var command = new Command("devices", "Lists the devices of this machine.") { json };
        command.SetAction(parsed => host.Guard(() =>
        {
            IReadOnlyList<DeviceDescription> devices = DeviceList.Detect();
            host.Print(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { devices = devices.Select(d => new { device = d.Selector, name = d.Name, kind = d.Kind.ToString().ToLowerInvariant(), memory = d.Memory, unit = "B" }) })
                : string.Join(Environment.NewLine, devices.Select(d => $"{d.Selector,-9} {d.Memory / 1e9,7:F1} GB  {d.Name}")));
            if (devices.All(d => d.Kind is DeviceKind.Cpu or DeviceKind.Emulated))
            {
                host.Say("no GPU and no OpenCL driver found; everything runs on the host");
            }

            return ExitCode.Done;
        }));
        return command;
    }
}
