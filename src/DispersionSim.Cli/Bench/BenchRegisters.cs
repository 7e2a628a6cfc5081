using System.ComponentModel;
using System.Diagnostics;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Cli;

/// <summary>Registers of the kernels as NVIDIA's assembler <c>ptxas</c> tells them, where it is installed.</summary>
internal sealed class BenchRegisters
{
    private const string Assembler = "ptxas";
    private const int MostMilliseconds = 60_000;

    private readonly bool found = Say("--version", "") is not null;

    /// <summary>Where the figures come from, or why there are none.</summary>
    public string Source => found ? $"ptxas -v for {DeviceCode.Architecture}" : "unknown: ptxas is not installed";

    /// <summary>What a kernel takes; null where that is unknown.</summary>
    public RegisterUse? Of<TKernel>() where TKernel : unmanaged, IKernel<DeviceWorld> =>
        found && Say($"-v --gpu-name {DeviceCode.Architecture} -o /dev/null /dev/stdin", DeviceCode.Links<TKernel>()) is { } text ? RegisterUse.Parse(text) : null;

    /// <summary>What the assembler prints; null where it is absent or fails.</summary>
    private static string? Say(string arguments, string input)
    {
        try
        {
            using System.Diagnostics.Process process = System.Diagnostics.Process.Start(new ProcessStartInfo(Assembler, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            return process.WaitForExit(MostMilliseconds) && process.ExitCode == 0 ? output : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return null;
        }
    }
}
