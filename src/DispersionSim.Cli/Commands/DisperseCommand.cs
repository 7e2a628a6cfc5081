using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>disperse [RECIPE]</c>: how much shear, for how long, until the agglomerates are primaries; with <c>--map</c>, where that can be reached at all.</summary>
internal static class DisperseCommand
{
    private const int Seeds = 4;

    public static Command Make(CommandHost host)
    {
        Argument<string?> recipe = new("recipe") { Description = "a recipe file, or the name of one that comes with the program", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> to = new("--out") { Description = "folder to fill; outputs/NAME-disperse or outputs/NAME-window where absent" };
        Option<ulong?> seed = new("--seed") { Description = "seed in place of the recipe's" };
        Option<int> replicates = new("--replicates") { Description = "powders to shear, each of its own seed", DefaultValueFactory = _ => Seeds };
        Option<Quality> quality = new("--quality") { Description = "preview, standard or publication", DefaultValueFactory = _ => Quality.Preview };
        Option<bool> map = new("--map") { Description = "shear small powders over stress and adhesion at 1, 0.5 and 0.1 um and draw the window in which they come apart" };
        Option<string> grid = new("--grid") { Description = "points of the map along stress and adhesion", DefaultValueFactory = _ => WindowPlan.DefaultGrid };
        Option<bool> force = new("--force") { Description = "replace the run in a used folder" };
        Option<string[]> set = CommonOptions.Set();
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("disperse", "Runs feedstock and dispersion of a recipe and draws how its agglomerates come apart.") { recipe, to, seed, replicates, quality, map, grid, force, set, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            IEnumerable<string> overrides = parsed.GetValue(set) ?? [];
            overrides = parsed.GetValue(seed) is { } s ? overrides.Append($"seed={s}") : overrides;
            Recipe read = RecipeSource.Read(parsed.GetValue(recipe), [.. overrides]);
            int team = Positive(parsed.GetValue(threads), "--threads"), seeds = Positive(parsed.GetValue(replicates), "--replicates");
            RunFolder Folder(string suffix) => parsed.GetValue(to) is { } path ? RunFolder.Create(path, parsed.GetValue(force)) : RunFolder.CreateNext("outputs", $"{read.Name}-{suffix}");
            if (parsed.GetValue(map))
            {
                var window = WindowPlan.For(read, parsed.GetValue(grid)!);
                using RunFolder drawn = Folder("window");
                return host.Execute(window, drawn, team, parsed.GetValue(quiet), parsed.GetValue(json));
            }

            var plan = RunPlan.For(read, parsed.GetValue(quality), seeds);
            using RunFolder folder = Folder("disperse");
            return host.ExecuteDispersion(plan, folder, team, parsed.GetValue(quiet), parsed.GetValue(json));
        }));
        return command;
    }

    private static int Positive(int value, string option) =>
        value < 1 ? throw new InputException($"{option} {value}: must be 1 or more") : value;
}
