using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>A run from its plan to its report; going on with a stopped one is the same thing with more of it done already.</summary>
internal sealed class RunSession(RunPlan plan, RunFolder folder, int threads, ProgressReporter progress, DateTimeOffset started)
{
    private readonly List<string> notes = [];

    public RunVerdict Run(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        Materials materials = MaterialsReader.Read(plan.Recipe, Note);
        foreach (string warning in FurnaceRemarks.Of(plan.Recipe.HeatTreatment))
        {
            notes.Add(warning);
            progress.Warn(warning);
        }

        FoilRehearsal.Check(plan.Recipe, plan.Level.Sample, materials, plan.Replicates);
        AtomicFile.Write(folder.Recipe, plan.RecipeText);
        ManifestFile.Write(folder, Manifest(0, []));
        progress.Begin(plan);
        foreach (string remark in SlurryRemarks.Before(plan, materials))
        {
            Note(remark);
        }

        var ensemble = new Ensemble(plan, materials, folder, threads, progress.Stage);
        IReadOnlyList<ReplicateResult> replicates = ensemble.Run(stop);
        foreach (string remark in SlurryRemarks.Of(replicates))
        {
            Note(remark);
        }

        progress.Say("measuring, deciding, drawing");
        RunVerdict verdict = RunVerdict.Of(plan, materials, replicates);
        RunOutputs.Write(plan, folder, replicates, verdict, notes, threads);
        WriteReplicateManifests(replicates, ensemble.Timings);
        ManifestFile.WriteFinished(folder, Manifest(watch.Elapsed.TotalSeconds, ensemble.Timings));
        return verdict;
    }

    private void Note(string note)
    {
        notes.Add(note);
        progress.Say(note);
    }

    private void WriteReplicateManifests(IReadOnlyList<ReplicateResult> replicates, IReadOnlyList<StageTiming> timings)
    {
        foreach (ReplicateResult replicate in replicates)
        {
            StageTiming[] own = [.. timings.Where(t => t.Replicate == replicate.Number)];
            ManifestFile.WriteFinished(folder.Replicate(replicate.Number), Manifest(own.Sum(t => t.Seconds), own) with { Seed = replicate.Seed, Replicates = 1, Replicate = replicate.Number });
        }
    }

    private RunManifest Manifest(double seconds, IReadOnlyList<StageTiming> timings) => plan.Manifest(started, seconds, threads, timings);
}
