using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Writes what a run found: numbers, verdicts, plots and the report; the first replicate is the one that is shown.</summary>
internal static class RunOutputs
{
    public static void Write(RunPlan plan, RunFolder folder, IReadOnlyList<ReplicateResult> replicates, RunVerdict verdict, ShownLayer shown, IReadOnlyList<string> notes)
    {
        new MetricsDocument(verdict.Analysis.Measurements, verdict.Analysis.Curves).Write(folder.Metrics);
        new ClaimsDocument(verdict.Claims).Write(folder.Claims);
        foreach (ReplicateResult replicate in replicates)
        {
            WriteReplicate(plan, folder.Replicate(replicate.Number), replicate, verdict.Alone[replicate.Number - 1]);
        }

        for (int k = 0; k < replicates[0].Stages.Count; k++)
        {
            (string name, Checkpoint outcome) = replicates[0].Stages[k];
            StateWriter.Write(folder.State(k + 1, name), outcome.State, name, plan.Provenance);
        }

        ReportFolder.Write(folder, RunReport.Of(plan, replicates, verdict, shown, notes));
    }

    /// <summary>What a run of this replicate alone would have found; its states and checkpoints are there already.</summary>
    private static void WriteReplicate(RunPlan plan, RunFolder folder, ReplicateResult replicate, RunVerdict alone)
    {
        AtomicFile.Write(folder.Recipe, plan.RecipeText);
        new MetricsDocument(alone.Analysis.Measurements, [.. alone.Analysis.Curves, .. replicate.Curves]).Write(folder.Metrics);
        new ClaimsDocument(alone.Claims).Write(folder.Claims);
    }
}
