namespace DispersionSim.IO;

/// <summary>Removes the outputs of an earlier run from its folder, and nothing else.</summary>
/// <remarks>Only a folder that bears a manifest of this program is touched, and only files under the names that a run gives; what a user has put beside them stays.</remarks>
internal static class RunCleaner
{
    private static readonly string[] Files =
    [
        RunFileNames.Recipe, RunFileNames.Metrics, RunFileNames.Claims, RunFileNames.Report, RunFileNames.Exhibit, RunFileNames.VerifiedExhibit, RunFileNames.ReportContent,
        RunFileNames.Volume, RunFileNames.VolumeFractions, RunFileNames.Manifest,
        RunFileNames.Case, RunFileNames.Particles, RunFileNames.Energy, RunFileNames.EnergyAccount, RunFileNames.EnergyPlot, RunFileNames.Forces, RunFileNames.Bonds, RunFileNames.FrameSeries, RunFileNames.Image,
        RunFileNames.Dispersion, RunFileNames.SizeStrain, RunFileNames.Fragments, RunFileNames.Summary, RunFileNames.Window, RunFileNames.WindowPoints,
        RunFileNames.Study, RunFileNames.Map, RunFileNames.MapTable, RunFileNames.Calibration, RunFileNames.CalibrationLayers,
    ];

    private static readonly (string Folder, string[] Patterns)[] Folders =
    [
        (RunFileNames.States, ["*.h5"]),
        (RunFileNames.Checkpoints, ["*.checkpoint", "*.inner"]),
        (RunFileNames.Images, ["section-*.png", RunFileNames.View3D]),
        (RunFileNames.Plots, ["*.svg", "*.png"]),
        (RunFileNames.Frames, ["frame-*.vtp"]),
        (RunFileNames.MapPoints, ["????-??.json"]),
    ];

    public static void RemoveOutputs(string root)
    {
        if (!ManifestFile.IsOurs(Path.Combine(root, RunFileNames.Manifest)))
        {
            return;
        }

        try
        {
            RemoveReplicates(Path.Combine(root, RunFileNames.Replicates));
            RemoveRun(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFault.CannotWrite(root, e);
        }
    }

    private static void RemoveReplicates(string folder)
    {
        foreach (string replicate in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            if (int.TryParse(Path.GetFileName(replicate), out _))
            {
                RemoveRun(replicate);
                RemoveIfEmpty(replicate);
            }
        }

        RemoveIfEmpty(folder);
    }

    private static void RemoveRun(string root)
    {
        foreach ((string folder, string[] patterns) in Folders)
        {
            RemoveMatching(Path.Combine(root, folder), patterns);
        }

        foreach (string file in Files)
        {
            File.Delete(Path.Combine(root, file));
            File.Delete(Path.Combine(root, file + AtomicFile.PartialSuffix));
        }
    }

    private static void RemoveMatching(string folder, string[] patterns)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string file in patterns.Append("*" + AtomicFile.PartialSuffix).SelectMany(p => Directory.GetFiles(folder, p)))
        {
            File.Delete(file);
        }

        RemoveIfEmpty(folder);
    }

    private static void RemoveIfEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
