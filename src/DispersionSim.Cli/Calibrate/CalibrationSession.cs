using System.Diagnostics;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Layers of a recipe, made and grouped and decided; going on with a stopped calibration is the same with more layers made already.</summary>
internal sealed class CalibrationSession(RunPlan plan, RunFolder folder, int threads, ProgressReporter progress, DateTimeOffset started)
{
    /// <summary>The command's name in the manifest.</summary>
    public const string Command = "calibrate";

    private readonly Stopwatch watch = Stopwatch.StartNew();

    public Calibration Run(CancellationToken stop)
    {
        Materials materials = MaterialsReader.Read(plan.Recipe, progress.Say);
        AtomicFile.Write(folder.Recipe, plan.RecipeText);
        ManifestFile.Write(folder, Manifest([]));
        progress.Begin(plan);
        var ensemble = new Ensemble(plan, materials, folder, threads, progress.Stage);
        IReadOnlyList<ReplicateResult> replicates = ensemble.Run(stop);
        progress.Say("deciding group by group");
        var calibration = Calibration.Of(plan, replicates, threads, stop);
        AtomicFile.Write(folder.At(RunFileNames.Calibration), ToJson(calibration));
        AtomicFile.Write(folder.At(RunFileNames.CalibrationLayers), LayerTable.Of([.. replicates.Select(r => new ReplicateSample { Slurry = r.Slurry, Film = r.Film, NullFilms = r.Nulls })]));
        ManifestFile.WriteFinished(folder, Manifest(ensemble.Timings));
        return calibration;
    }

    public static byte[] ToJson(Calibration calibration) => new MetricsDocument([.. calibration.Rows.Select(r => r.Share)], []).ToJson();

    /// <summary>The calibration as a table.</summary>
    public static string Words(Calibration calibration) => string.Join(
        Environment.NewLine, calibration.Rows.Select(r => r.Words).Prepend($"{calibration.Name}: how often the uniformity rule calls layers uniform, share with its 95 % interval"));

    private RunManifest Manifest(IReadOnlyList<StageTiming> timings) => plan.Manifest(started, watch.Elapsed.TotalSeconds, threads, timings) with { Command = Command };
}
