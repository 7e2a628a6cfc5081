using System.Globalization;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Benchmarks;

/// <summary>Cost of one agglomerate of each kind: CPU time, and the most memory the process ever had.</summary>
internal static class FeedstockRun
{
    /// <summary>Builds one agglomerate of primaries with σ_g 1.4.</summary>
    /// <param name="args">Kind (tuned, diffusion-limited, reaction-limited, granule, compacted, compacted-0.6) and number of primaries.</param>
    /// <returns>One line: kind, primaries, CPU time, peak memory, largest overlap.</returns>
    public static string Of(string[] args)
    {
        int primaries = int.Parse(args[1], CultureInfo.InvariantCulture);
        double[] radius = PrimarySizes.Lognormal(0.5e-6, 1.4).Draw(primaries, new(1, StreamName.PrimaryRadii));
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Vector3d[] position = Build(args[0], radius);
        TimeSpan cpu = Environment.CpuUsage.TotalTime - before;
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        double overlap = ContactPairs.LargestOverlap(position, radius, ContactPairs.Find(position, radius));
        return FormattableString.Invariant($"{args[0],-18} {primaries,7} {cpu.TotalSeconds,7:0.0} s {process.PeakWorkingSet64 / 1e6,6:0} MB  overlap {overlap:0.0e+0}");
    }

    private static Vector3d[] Build(string kind, double[] radius) => kind switch
    {
        "tuned" => FractalAggregate.Build(radius, new(1.8, 1.3), new(1, StreamName.FractalAggregate)),
        "diffusion-limited" => GrownAggregate.Build(radius, AggregateGrowth.DiffusionLimited, new(1, StreamName.DiffusionLimitedAggregate)),
        "reaction-limited" => GrownAggregate.Build(radius, AggregateGrowth.ReactionLimited, new(1, StreamName.DiffusionLimitedAggregate)),
        "granule" => DenseGranule.Build(radius, 0.45, new(1, StreamName.DenseGranule)),
        "compacted" => CompactedGranule.Build(radius, 0.45, new(1, StreamName.CompactedGranule)),
        "compacted-0.6" => CompactedGranule.Build(radius, 0.6, new(1, StreamName.CompactedGranule)),
        _ => throw new ArgumentException($"{kind}: tuned, diffusion-limited, reaction-limited, granule, compacted or compacted-0.6", nameof(kind)),
    };
}
