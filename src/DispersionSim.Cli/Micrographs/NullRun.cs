using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The process-null layers of a finished run, as the null of micrographs.</summary>
internal static class NullRun
{
    /// <summary>Reads the layers.</summary>
    /// <param name="path">Folder of the run.</param>
    /// <param name="stop">Stops between layers.</param>
    /// <exception cref="InputException">No finished run of layers with process nulls.</exception>
    public static LayerSections Read(string path, CancellationToken stop)
    {
        using RunFolder folder = RunFolder.Read(path);
        RunManifest manifest = ManifestFile.Read(folder);
        if (!manifest.Finished || manifest.Replicate is not null || manifest.Command is not ("run" or CalibrationSession.Command))
        {
            throw new InputException($"--null-run {path}: is no finished run of layers");
        }

        RunPlan plan = ResumeCommand.Plan(folder, manifest);
        if (plan.NullFilms == 0)
        {
            throw new InputException($"--null-run {path}: was made without process nulls ([quality] null_films)");
        }

        IReadOnlyList<ReplicateResult> replicates = new Ensemble(plan, MaterialsReader.Read(plan.Recipe, _ => { }), folder, 1, (_, _, _, _) => { }).Run(stop);
        return new([.. replicates.SelectMany(r => r.Nulls)], path);
    }
}
