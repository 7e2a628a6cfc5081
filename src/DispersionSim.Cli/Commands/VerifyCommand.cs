using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>verify DIR|RECIPE [--require N,…]</c>: the verdicts of a finished run, or of a run made for it; exit code 1 where a required claim is not supported.</summary>
internal static class VerifyCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> what = new("what") { Description = "folder of a finished run, or a recipe" };
        Option<string?> require = new("--require") { Description = "claims that must be supported, e.g. 1,11" };
        Option<int?> replicates = new("--replicates") { Description = "replicates of a run made from a recipe" };
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("verify", "Prints the verdicts and checks the claims that are required.") { what, require, replicates, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            int[] wanted = Claims(parsed.GetValue(require));
            IReadOnlyList<ClaimVerdict> claims = Verdicts(host, parsed.GetValue(what)!, parsed.GetValue(replicates), parsed.GetValue(quiet));
            if (parsed.GetValue(json))
            {
                host.Print(new ClaimsDocument(claims).ToJson());
            }
            else
            {
                host.Print(VerdictTable.Of(claims));
            }

            int[] missed = [.. wanted.Where(n => claims.First(c => c.Claim == n).Verdict != Verdict.Supported)];
            if (missed.Length > 0)
            {
                host.Say($"required but not supported: {string.Join(", ", missed)}");
            }

            return missed.Length > 0 ? ExitCode.NotMet : ExitCode.Done;
        }));
        return command;
    }

    private static IReadOnlyList<ClaimVerdict> Verdicts(CommandHost host, string what, int? replicates, bool quiet)
    {
        if (Directory.Exists(what))
        {
            using RunFolder finished = RunFolder.Read(what);
            IReadOnlyList<string> changed = FileHashes.Differences(finished.Root, ManifestFile.Read(finished));
            if (changed.Count > 0)
            {
                host.Say($"changed since the run: {string.Join(", ", changed)}");
            }

            return ClaimsDocument.Read(finished.Claims).Claims;
        }

        RunPlan plan = RunPlan.For(RecipeSource.Read(what, []), Quality.Preview, replicates);
        using RunFolder folder = RunFolder.CreateNext("outputs", plan.Recipe.Name);
        using var stop = new StopSignals();
        var progress = new ProgressReporter(MessageConsole.Create(), quiet);
        return new RunSession(plan, folder, Environment.ProcessorCount, progress, TimeProvider.System.GetUtcNow()).Run(stop.Token).Claims;
    }

    private static int[] Claims(string? list)
    {
        string[] parts = (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(p => int.TryParse(p, out int n) && n is >= 1 and <= 16 ? n : throw new InputException($"--require {list}: \"{p}\" is not a claim; give numbers from 1 to 16"))];
    }
}
