using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Feedstock and dispersion of every replicate, from the plan to the files; going on with a stopped one is the same with more of it done already.</summary>
internal sealed class DisperseSession(RunPlan plan, RunFolder folder, int threads, ProgressReporter progress, DateTimeOffset started)
{
    /// <summary>The command's name in the manifest.</summary>
    public const string Command = "disperse";

    private readonly Stopwatch watch = Stopwatch.StartNew();

    public DispersionSummary Run(CancellationToken stop)
    {
        Materials materials = MaterialsReader.Read(plan.Recipe, progress.Say);
        AtomicFile.Write(folder.Recipe, plan.RecipeText);
        ManifestFile.Write(folder, Manifest([]));
        progress.Begin(plan);
        foreach (string remark in SlurryRemarks.Before(plan, materials))
        {
            progress.Say(remark);
        }

        var ensemble = new Ensemble(plan, materials, folder, threads, progress.Stage) { Last = StructurePhase.Slurry };
        IReadOnlyList<ReplicateResult> replicates = ensemble.Run(stop);
        foreach (string remark in SlurryRemarks.Of(replicates))
        {
            progress.Say(remark);
        }

        DispersionSummary summary = DispersionSummary.Of(plan, replicates);
        DisperseOutputs.Write(plan, folder, summary);
        ManifestFile.WriteFinished(folder, Manifest(ensemble.Timings));
        return summary;
    }

    private RunManifest Manifest(IReadOnlyList<StageTiming> timings) => plan.Manifest(started, watch.Elapsed.TotalSeconds, threads, timings) with { Command = Command };
}
