using System.Globalization;
using System.Text.RegularExpressions;

namespace DispersionSim.Engine;

/// <summary>What a kernel takes of a multiprocessor, as NVIDIA's assembler tells it (<c>ptxas -v</c>).</summary>
/// <param name="Registers">Registers a thread.</param>
/// <param name="SpillBytes">Bytes a thread that did not fit into registers, stores and loads together.</param>
public sealed partial record RegisterUse(int Registers, int SpillBytes)
{
    private const int RegistersOfMultiprocessor = 65_536;
    private const int WarpsOfMultiprocessor = 64;
    private const int WarpLength = 32;
    private const int RegistersAtOnce = 256;

    /// <summary>Share of the threads of a multiprocessor (compute capability 8.0 and 9.0) that its registers are enough for.</summary>
    /// <remarks>Registers are given a warp at a time, in units of 256. Source: CUDA C++ Programming Guide, compute capabilities.</remarks>
    public double Occupancy
    {
        get
        {
            int warp = ((Registers * WarpLength) + RegistersAtOnce - 1) / RegistersAtOnce * RegistersAtOnce;
            return Math.Min(WarpsOfMultiprocessor, RegistersOfMultiprocessor / Math.Max(1, warp)) / (double)WarpsOfMultiprocessor;
        }
    }

    /// <summary>Reads what the assembler says of one kernel; null where it says nothing of registers.</summary>
    public static RegisterUse? Parse(string text)
    {
        Match used = Used().Match(text);
        return used.Success ? new(Number(used), Spilled().Matches(text).Sum(Number)) : null;
    }

    private static int Number(Match match) => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Used (?<n>\d+) registers", RegexOptions.ExplicitCapture)]
    private static partial Regex Used();

    [GeneratedRegex(@"(?<n>\d+) bytes spill (stores|loads)", RegexOptions.ExplicitCapture)]
    private static partial Regex Spilled();
}
