using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(DispersionSim.Tests.Approval.ShortRuns))]

namespace DispersionSim.Tests.Approval;

/// <summary>Short runs of the recipes that come with the program, each made once and shared by the tests.</summary>
public sealed class ShortRuns : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly ConcurrentDictionary<string, Lazy<FinishedRun>> runs = new(StringComparer.Ordinal);

    /// <summary>Everything short but the physics: few primaries, two replicates, coarse pictures.</summary>
    internal static IReadOnlyList<string> Small(int primaries = 80, string strain = "12") =>
    [
        "--replicates", "2", "--threads", "2",
        "--set", $"quality.preview.primaries={primaries}",
        "--set", $"dispersion.strain={strain}",
        "--set", "images.pixel_size=\"20 nm\"",
        "--set", "images.voxel_size=\"80 nm\"",
    ];

    /// <summary>The recipe as it is, decided by the rule that eight replicates are needed.</summary>
    internal FinishedRun Of(string recipe) => runs.GetOrAdd(recipe, name => new(() => Make(name, name))).Value;

    /// <summary>The recipe with conditions decided by two replicates already: their intervals are wide, but what is far off shows.</summary>
    internal FinishedRun DecidedByTwo(string recipe) =>
        runs.GetOrAdd(recipe + "-by-two", name => new(() => Make(recipe, name, "--set", "claims.minimum_replicates=2"))).Value;

    public void Dispose() => scratch.Dispose();

    private FinishedRun Make(string recipe, string name, params string[] more)
    {
        // The unbroken recipe states its own short strain.
        CliResult result = CliProcess.Run(["run", recipe, .. Small(strain: recipe == "unbroken" ? "4" : "12"), .. more, "--out", scratch.At(name)]);
        Assert.True(result.ExitCode == 0, $"run {recipe} ended with {result.ExitCode}: {result.Error}");
        return new(scratch.At(name), result);
    }
}
