using System.Diagnostics;
using System.Text.Json;
using DispersionSim.Engine;

namespace DispersionSim.Benchmarks;

/// <summary>Runs one side-by-side case in this program.</summary>
internal static class PeerRun
{
    /// <summary>A line of JSON: rate, bulk quantities, peak memory.</summary>
    /// <param name="arguments">Case, start state, then optionally threads and width of the arithmetic.</param>
    public static string Of(string[] arguments)
    {
        PeerCase peer = PeerCase.Of(arguments[0], arguments[1]);
        int threads = arguments.Length > 2 ? int.Parse(arguments[2]) : Environment.ProcessorCount;
        int width = arguments.Length > 3 ? int.Parse(arguments[3]) : 0;
        using GranularSystem system = GranularSystems.Make(peer.Setup, peer.Pairs, peer.Walls, threads, width);
        system.Advance(peer.WarmUp);
        var clock = Stopwatch.StartNew();
        int steps = arguments.Length > 4 ? int.Parse(arguments[4]) : peer.Steps;
        system.Advance(steps);
        double seconds = clock.Elapsed.TotalSeconds;
        GrainMeasures measures = system.Measure();
        return JsonSerializer.Serialize(new
        {
            name = peer.Name,
            particles = peer.Setup.Count,
            steps,
            threads,
            width = width == 0 ? GranularSystems.Widths[0] : width,
            seconds,
            rate = peer.Setup.Count * (double)steps / seconds,
            kinetic = measures.KineticEnergy,
            pressure = measures.Pressure,
            coordination = measures.Coordination,
            searches = system.Searches,
            tables = system.Tables,
            peak_bytes = Peak(),
        });
    }

    /// <summary>High-water mark of resident memory.</summary>
    private static long Peak() => System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64;
}
