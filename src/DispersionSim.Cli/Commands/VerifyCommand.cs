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
            string name = parsed.GetValue(what)!;
            bool asJson = parsed.GetValue(json);
            return Directory.Exists(name)
                ? Answer(host, Finished(host, name), wanted, asJson)
                : Fresh(host, name, parsed.GetValue(replicates), parsed.GetValue(quiet), verdict => Answer(host, verdict.Claims, wanted, asJson));
        }));
        return command;
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

    private static IReadOnlyList<ClaimVerdict> Finished(CommandHost host, string path)
    {
        using RunFolder finished = RunFolder.Read(path);
        IReadOnlyList<string> changed = FileHashes.Differences(finished.Root, ManifestFile.Read(finished));
        if (changed.Count > 0)
        {
            host.Say($"changed since the run: {string.Join(", ", changed)}");
        }

        return ClaimsDocument.Read(finished.Claims).Claims;
    }

    private static int Fresh(CommandHost host, string recipe, int? replicates, bool quiet, Func<RunVerdict, int> answer)
    {
        RunPlan plan = RunPlan.For(RecipeSource.Read(recipe, []), Quality.Preview, replicates);
        using RunFolder folder = RunFolder.CreateNext("outputs", plan.Recipe.Name);
        return host.Execute(plan, folder, Environment.ProcessorCount, quiet, answer);
    }

    private static int[] Claims(string? list)
    {
        string[] parts = (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(p => int.TryParse(p, out int n) && n is >= 1 and <= 16 ? n : throw new InputException($"--require {list}: \"{p}\" is not a claim; give numbers from 1 to 16"))];
    }
}
