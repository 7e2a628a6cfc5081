using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Writes what a run found: numbers, verdicts, voxels, pictures and the report; the first replicate is the one that is shown.</summary>
internal static class RunOutputs
{
    public static void Write(RunPlan plan, RunFolder folder, IReadOnlyList<ReplicateResult> replicates, RunVerdict verdict, IReadOnlyList<string> notes, int threads)
    {
        new MetricsDocument(verdict.Analysis.Measurements, verdict.Analysis.Curves).Write(folder.Metrics);
        new ClaimsDocument(verdict.Claims).Write(folder.Claims);
        foreach (ReplicateResult replicate in replicates)
        {
            WriteReplicate(plan, folder.Replicate(replicate.Number), replicate, verdict.Alone[replicate.Number - 1]);
        }

        Task volume = Task.Run(() => WriteVolume(plan, folder, replicates[0].Film));
        ReportContent content = RunReport.Of(plan, replicates, verdict, notes, threads);
        volume.GetAwaiter().GetResult();
        for (int k = 0; k < replicates[0].Stages.Count; k++)
        {
            (string name, Checkpoint outcome) = replicates[0].Stages[k];
            StateWriter.Write(folder.State(k + 1, name), outcome.State, name, plan.Provenance);
        }

        ReportFolder.Write(folder, content);
    }

    /// <summary>What a run of this replicate alone would have found; its states and checkpoints are there already.</summary>
    private static void WriteReplicate(RunPlan plan, RunFolder folder, ReplicateResult replicate, RunVerdict alone)
    {
        AtomicFile.Write(folder.Recipe, plan.RecipeText);
        new MetricsDocument(alone.Analysis.Measurements, [.. alone.Analysis.Curves, .. replicate.Curves]).Write(folder.Metrics);
        new ClaimsDocument(alone.Claims).Write(folder.Claims);
    }

    private static void WriteVolume(RunPlan plan, RunFolder folder, ElectrodeState film)
    {
        VoxelVolume volume = Voxeliser.Voxelise(film, plan.Recipe.Images.VoxelSize, 1, plan.Recipe.Images.CopperDepth);
        VolumeTiffWriter.WriteLabels(folder.Volume, volume, plan.Provenance);
        VolumeTiffWriter.WriteFractions(folder.VolumeFractions, volume, plan.Provenance);
    }
}
