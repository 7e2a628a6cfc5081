using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>A run from its plan to its report; going on with a stopped one is the same thing with more of it done already.</summary>
internal sealed class RunSession(RunPlan plan, RunFolder folder, int threads, ProgressReporter progress, DateTimeOffset started)
{
    private readonly List<string> notes = [];
    private Task<ShownLayer>? drawing;

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

        Ensemble ensemble = new(plan, materials, folder, threads, progress.Stage) { Finished = DrawFirst };
        IReadOnlyList<ReplicateResult> replicates = Run(ensemble, stop);
        foreach (string remark in SlurryRemarks.Of(replicates))
        {
            Note(remark);
        }

        progress.Say("measuring, deciding, reporting");
        RunVerdict verdict = RunVerdict.Of(plan, materials, replicates);
        RunOutputs.Write(plan, folder, replicates, verdict, drawing!.GetAwaiter().GetResult(), notes);
        WriteReplicateManifests(replicates, ensemble.Timings);
        ManifestFile.WriteFinished(folder, Manifest(watch.Elapsed.TotalSeconds, ensemble.Timings));
        return verdict;
    }

    private IReadOnlyList<ReplicateResult> Run(Ensemble ensemble, CancellationToken stop)
    {
        try
        {
            return ensemble.Run(stop);
        }
        finally
        {
            // Nothing is written any more once a run has stopped.
            Task.WaitAny(drawing ?? Task.CompletedTask);
        }
    }

    // While other replicates still run: a user has something to look at.
    private void DrawFirst(ReplicateResult replicate)
    {
        if (replicate.Number == 1)
        {
            drawing = Task.Run(() =>
            {
                ShownLayer shown = ShownLayer.Draw(plan, folder, replicate, threads);
                progress.Say($"first pictures: {folder.At(RunFileNames.Images)}");
                return shown;
            });
        }
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
