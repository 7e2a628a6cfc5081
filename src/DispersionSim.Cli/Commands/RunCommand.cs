using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>run [RECIPE]</c>: all stages, all replicates, numbers, verdicts, pictures and the report.</summary>
internal static class RunCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string?> recipe = new("recipe") { Description = "a recipe file, or the name of one that comes with the program", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> to = new("--out") { Description = "folder to fill; outputs/NAME where absent" };
        Option<ulong?> seed = new("--seed") { Description = "seed in place of the recipe's" };
        Option<int?> replicates = new("--replicates") { Description = "replicates in place of the quality level's" };
        Option<Quality> quality = new("--quality") { Description = "preview, standard or publication", DefaultValueFactory = _ => Quality.Preview };
        Option<bool> force = new("--force") { Description = "replace the run in a used folder" };
        Option<string[]> set = CommonOptions.Set();
        Option<int> threads = CommonOptions.Threads();
        Option<string> device = CommonOptions.Device();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("run", "Runs a recipe from powder to verdict.") { recipe, to, seed, replicates, quality, force, set, threads, device, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            if (DeviceChoice.Note(parsed.GetValue(device)!) is { } note)
            {
                host.Say(note);
            }

            IEnumerable<string> overrides = parsed.GetValue(set) ?? [];
            overrides = parsed.GetValue(seed) is { } s ? overrides.Append($"seed={s}") : overrides;
            Recipe read = RecipeSource.Read(parsed.GetValue(recipe), [.. overrides]);
            RunPlan plan = RunPlan.For(read, parsed.GetValue(quality), Positive(parsed.GetValue(replicates), "--replicates"));
            using RunFolder folder = parsed.GetValue(to) is { } path ? RunFolder.Create(path, parsed.GetValue(force)) : RunFolder.CreateNext("outputs", read.Name);
            return host.Execute(plan, folder, Positive(parsed.GetValue(threads), "--threads")!.Value, parsed.GetValue(quiet), verdict => host.PrintRun(verdict, folder, parsed.GetValue(json)));
        }));
        return command;
    }

    private static int? Positive(int? value, string option) =>
        value is < 1 ? throw new InputException($"{option} {value}: must be 1 or more") : value;
}
