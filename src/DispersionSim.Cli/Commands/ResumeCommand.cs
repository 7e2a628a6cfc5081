using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>resume DIR</c>: goes on with a stopped run and ends with the same bits as if it had not been stopped.</summary>
internal static class ResumeCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> path = new("dir") { Description = "folder of the stopped run" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("resume", "Goes on with a stopped run.") { path, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            using RunFolder folder = RunFolder.Resume(parsed.GetValue(path)!);
            RunManifest manifest = ManifestFile.Read(folder);
            RefuseReplicate(folder, manifest);
            if (manifest.Version != RunPlan.Version)
            {
                host.Say($"{folder.Root}: was started by version {manifest.Version} and goes on with {RunPlan.Version}: it need not end with the bits that either would give alone");
            }

            if (File.Exists(folder.At(RunFileNames.Case)))
            {
                DemPlan granular = Granular(folder, manifest);
                return host.Execute(granular, folder, null, Math.Max(1, parsed.GetValue(threads)), false, parsed.GetValue(quiet), parsed.GetValue(json), resume: true);
            }

            if (manifest.Command == MapSession.Command)
            {
                return host.Execute(Map(folder, manifest), folder, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), parsed.GetValue(json));
            }

            if (manifest.Command == WindowSession.Command)
            {
                return host.Execute(Window(folder, manifest), folder, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), parsed.GetValue(json));
            }

            RunPlan plan = Plan(folder, manifest);
            if (manifest.Command == DisperseSession.Command)
            {
                return host.ExecuteDispersion(plan, folder, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), parsed.GetValue(json));
            }

            if (manifest.Command == CalibrationSession.Command)
            {
                return host.ExecuteCalibration(Calibration.Plan(plan), folder, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), parsed.GetValue(json));
            }

            return host.Execute(plan, folder, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), verdict => host.PrintRun(verdict, folder, parsed.GetValue(json)));
        }));
        return command;
    }

    /// <summary>The case of a granular run.</summary>
    private static DemPlan Granular(RunFolder folder, RunManifest manifest)
    {
        DemPlan plan = DemPlan.Read(folder.At(RunFileNames.Case), []) with { Name = Path.GetFileName(folder.Root) };
        return plan.Provenance.RecipeHash == manifest.RecipeHash
            ? plan
            : throw new InputException($"{folder.At(RunFileNames.Case)}: was changed since the run was started; run it anew instead of resuming");
    }

    /// <summary>The study of a response map.</summary>
    private static MapPlan Map(RunFolder folder, RunManifest manifest)
    {
        string study = folder.At(RunFileNames.Study);
        MapPlan plan = MapPlan.Read(study, []);
        return plan.Hash == manifest.RecipeHash
            ? plan
            : throw new InputException($"{study}: or its recipe was changed since the map was started; run it anew instead of resuming");
    }

    /// <summary>The plan of a window map.</summary>
    private static WindowPlan Window(RunFolder folder, RunManifest manifest)
    {
        var plan = WindowPlan.For(RecipeReader.ReadFile<Recipe>(folder.Recipe, []), manifest.Grid ?? WindowPlan.DefaultGrid);
        return plan.Hash == manifest.RecipeHash
            ? plan
            : throw new InputException($"{folder.Recipe}: was changed since the map was started; draw it anew instead of resuming");
    }

    private static void RefuseReplicate(RunFolder folder, RunManifest manifest)
    {
        if (manifest.Replicate is { } number)
        {
            throw new InputException($"{folder.Root}: holds replicate {number} of a run; resume the folder of the whole run");
        }
    }

    /// <summary>The plan that the stopped run followed, from its own recipe and manifest.</summary>
    public static RunPlan Plan(RunFolder folder, RunManifest manifest)
    {
        Recipe recipe = RecipeReader.ReadFile<Recipe>(folder.Recipe, []);
        if (!Enum.TryParse(manifest.Quality, ignoreCase: true, out Quality quality))
        {
            throw new InputException($"{folder.Manifest}: quality \"{manifest.Quality}\" is unknown; the manifest is damaged, run the recipe again");
        }

        RunPlan plan = RunPlan.For(recipe, quality, manifest.Replicates);
        return plan.RecipeHash == manifest.RecipeHash
            ? plan
            : throw new InputException($"{folder.Recipe}: was changed since the run was started; run it anew instead of resuming");
    }
}
