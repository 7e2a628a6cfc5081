using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A map from its plan to its files; going on with a stopped one is the same with more of it done already.</summary>
internal sealed class MapSession(MapPlan plan, RunFolder folder, int threads, ProgressReporter progress, DateTimeOffset started)
{
    /// <summary>The command's name in the manifest.</summary>
    public const string Command = "map";

    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>Simulates every point.</summary>
    /// <exception cref="InputException">A figure is not measured, or no point can be made.</exception>
    public MapResult Run(CancellationToken stop)
    {
        AtomicFile.Write(folder.Recipe, plan.RecipeText);
        AtomicFile.Write(folder.At(RunFileNames.Study), plan.StudyText);
        ManifestFile.Write(folder, Manifest());
        progress.Say($"{plan.Study.Name}: {plan.Points.Count} points of {plan.Study.Replicates} layers, {string.Join(" and ", plan.Axes.Select(a => a.Key))}");
        var run = new MapRun(plan, folder, threads, progress);
        MapResult result = new(plan, run.Run(stop), run.Failed);
        Report(result);
        MapOutputs.Write(folder, result);
        ManifestFile.WriteFinished(folder, Manifest());
        return result;
    }

    /// <summary>The answer in a sentence.</summary>
    public static string Words(MapResult result)
    {
        MapWindow window = result.Plan.Window;
        string inside = window.Claims.Count > 0 ? $"; {result.Inside} in the window of {window.Words}" : "";
        return $"{result.Plan.Points.Count - result.Failed.Count} of {result.Plan.Points.Count} points{inside}";
    }

    private void Report(MapResult result)
    {
        if (result.Failed.Count == plan.Points.Count)
        {
            throw new InputException($"no point of the map can be made: {result.Failed[0].Reason}");
        }

        foreach (string beyond in result.Extrapolated)
        {
            progress.Warn($"{beyond}; beyond that it is extrapolated");
        }

        foreach ((int point, string reason) in result.Failed)
        {
            progress.Warn($"point {point} left out: {string.Join(", ", plan.Axes.Select((a, k) => $"{a.Key} {Quantity.Rounded(plan.Points[point - 1].Values[k], a.Unit)}"))}: {reason}");
        }
    }

    private RunManifest Manifest()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new()
        {
            Command = Command,
            Version = RunPlan.Version,
            Seed = plan.Recipe.Seed,
            Replicates = plan.Study.Replicates,
            Device = RunPlan.Device,
            Threads = threads,
            Quality = plan.Study.Quality.ToString().ToLowerInvariant(),
            RecipeHash = plan.Hash,
            Started = started,
            WallSeconds = watch.Elapsed.TotalSeconds,
            PeakMemoryBytes = process.PeakWorkingSet64,
        };
    }
}
