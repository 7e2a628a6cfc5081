using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary><c>verify DIR|RECIPE [--require N,…]</c>: the verdicts of a finished run, of measured files, or of a run made for it, once its powder has been sheared under other assumptions too; exit code 1 where a required claim is not supported.</summary>
internal static class VerifyCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string?> what = new("what") { Description = "folder of a finished run, or a recipe; absent with measured files", Arity = ArgumentArity.ZeroOrOne };
        MeasuredFiles files = new();
        Option<string?> require = new("--require") { Description = "claims that must be supported, e.g. 1,11" };
        Option<int?> replicates = new("--replicates") { Description = "replicates of a run made from a recipe" };
        Option<bool> noSweep = new("--no-sweep") { Description = "take the verdicts as the run wrote them, without shearing its powder again under other assumptions" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("verify", "Prints the verdicts and checks the claims that are required.") { what, require, replicates, noSweep, threads, json, quiet };
        foreach (Option option in files.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed => host.Guard(() =>
        {
            int[] wanted = Claims(parsed.GetValue(require));
            if (files.AreGiven(parsed))
            {
                return Measured(host, files, parsed, wanted, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), parsed.GetValue(json), parsed.GetValue(what));
            }

            string name = parsed.GetValue(what) ?? throw new InputException("verify: name the folder of a finished run or a recipe, or measured files with --image, --surface, --distribution");
            bool sweep = !parsed.GetValue(noSweep);
            int team = Math.Max(1, parsed.GetValue(threads));
            bool silent = parsed.GetValue(quiet);
            Func<string, int> finished = folder => Answer(host, Finished(host, folder, sweep, team, silent), wanted, parsed.GetValue(json));
            return Directory.Exists(name) ? finished(name) : Fresh(host, name, parsed.GetValue(replicates), team, silent, finished);
        }));
        return command;
    }

    private static int Measured(CommandHost host, MeasuredFiles files, ParseResult parsed, int[] wanted, int threads, bool quiet, bool json, string? what)
    {
        if (what is not null)
        {
            throw new InputException($"verify {what}: a run and measured files cannot be verified together");
        }

        return wanted.FirstOrDefault(n => n is not (1 or 3)) is var other and > 0
            ? throw new InputException($"--require {other}: measured files bear on claims 1 and 3 only")
            : Exhibited(host, files.Decide(host, parsed, threads, quiet), files.Folder(parsed), wanted, json);
    }

    private static int Exhibited(CommandHost host, MeasuredCase measured, string? folder, int[] wanted, bool json)
    {
        if (folder is not null)
        {
            host.Say($"exhibit: {measured.Write(folder, TimeProvider.System.GetLocalNow())}");
        }

        return Answer(host, measured.Claims, wanted, json);
    }

    private static int Answer(CommandHost host, IReadOnlyList<ClaimVerdict> claims, int[] wanted, bool json)
    {
        host.PrintVerdicts(claims, json);
        int[] missed = [.. wanted.Where(n => claims.First(c => c.Claim == n).Verdict != Verdict.Supported)];
        if (missed.Length > 0)
        {
            host.Say($"required but not supported: {string.Join(", ", missed)}");
        }

        return missed.Length > 0 ? ExitCode.NotMet : ExitCode.Done;
    }

    private static IReadOnlyList<ClaimVerdict> Finished(CommandHost host, string path, bool sweep, int threads, bool quiet)
    {
        using RunFolder finished = RunFolder.Read(path);
        RunManifest manifest = ManifestFile.Read(finished);
        IReadOnlyList<string> changed = FileHashes.Differences(finished.Root, manifest);
        if (changed.Count > 0)
        {
            host.Say($"changed since the run: {string.Join(", ", changed)}");
        }

        IReadOnlyList<ClaimVerdict> stored = ClaimsDocument.Read(finished.Claims).Claims;
        return sweep && manifest.Replicate is null ? Swept(host, finished, manifest, threads, quiet) ?? stored : stored;
    }

    /// <summary>The verdicts with the sweep; null where the run is too small for a verdict.</summary>
    private static IReadOnlyList<ClaimVerdict>? Swept(CommandHost host, RunFolder folder, RunManifest manifest, int threads, bool quiet)
    {
        if (Plan(host, folder, manifest) is not { } plan || plan.Replicates < plan.Recipe.Claims.MinimumReplicates)
        {
            return null;
        }

        Materials materials = MaterialsReader.Read(plan.Recipe, _ => { });
        return host.Watch(quiet, (progress, stop) =>
        {
            IReadOnlyList<ReplicateResult> replicates = new Ensemble(plan, materials, folder, threads, (_, _, _, _) => { }).Run(stop);
            var verdict = RunVerdict.Of(plan, materials, replicates, new SweepRun(plan, threads, progress).Run(replicates, stop));
            ReportContent content = ReportFolder.Read(folder) with
            {
                Claims = verdict.Claims,
                Headline = ReportContent.HeadlineOf(verdict.Claims),
                Sensitivity = RunSensitivity.Of(verdict, plan.Recipe.Dispersion.Tier(plan.Level.Primaries)),
            };
            AtomicFile.Write(folder.At(RunFileNames.VerifiedExhibit), ExhibitPage.Build(content));
            host.Say($"exhibit: {folder.At(RunFileNames.VerifiedExhibit)}");
            return verdict.Claims;
        });
    }

    /// <summary>The plan of the run; null where its recipe is not the one that it was run with, for then there is nothing to shear again.</summary>
    private static RunPlan? Plan(CommandHost host, RunFolder folder, RunManifest manifest)
    {
        try
        {
            return ResumeCommand.Plan(folder, manifest);
        }
        catch (InputException e)
        {
            host.Say($"verdicts as the run wrote them, its powder not sheared again: {e.Message}");
            return null;
        }
    }

    private static int Fresh(CommandHost host, string recipe, int? replicates, int threads, bool quiet, Func<string, int> finished)
    {
        RunPlan plan = RunPlan.For(RecipeSource.Read(recipe, []), Quality.Preview, replicates);
        string root;
        using (RunFolder folder = RunFolder.CreateNext("outputs", plan.Recipe.Name))
        {
            root = folder.Root;
            int code = host.Execute(plan, folder, threads, quiet, _ => ExitCode.Done);
            if (code != ExitCode.Done)
            {
                return code;
            }
        }

        return finished(root);
    }

    private static int[] Claims(string? list)
    {
        string[] parts = (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(p => int.TryParse(p, out int n) && n is >= 1 and <= 16 ? n : throw new InputException($"--require {list}: \"{p}\" is not a claim; give numbers from 1 to 16"))];
    }
}
