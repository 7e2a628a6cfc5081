using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>calibrate [RECIPE]</c>: how often the uniformity rule finds layers of a recipe uniform, and those of its process null.</summary>
internal static class CalibrateCommand
{
    private const int Layers = 200;

    public static Command Make(CommandHost host)
    {
        Argument<string?> recipe = new("recipe") { Description = "a recipe file, or the name of one that comes with the program", Arity = ArgumentArity.ZeroOrOne };
        Option<int> layers = new("--layers") { Description = "layers to make, each of its own seed; they are decided in groups of as few as a verdict takes and of as many as a run of this quality has", DefaultValueFactory = _ => Layers };
        Option<Quality> quality = new("--quality") { Description = "preview, standard or publication", DefaultValueFactory = _ => Quality.Preview };
        Option<string?> to = new("--out") { Description = "folder to fill; outputs/NAME-calibrate where absent" };
        Option<bool> force = new("--force") { Description = "replace the run in a used folder" };
        Option<string[]> set = CommonOptions.Set();
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("calibrate", "Makes many layers of a recipe and counts how the uniformity rule decides on them and on their process null.") { recipe, layers, quality, to, force, set, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            Recipe read = RecipeSource.Read(parsed.GetValue(recipe), parsed.GetValue(set) ?? []);
            RunPlan plan = Calibration.Plan(RunPlan.For(read, parsed.GetValue(quality), parsed.GetValue(layers)));
            int least = Calibration.Groups(plan)[0];
            if (plan.Replicates < least)
            {
                throw new InputException($"--layers {plan.Replicates}: must be at least {least}, the replicates that a verdict takes");
            }

            using RunFolder folder = parsed.GetValue(to) is { } path ? RunFolder.Create(path, parsed.GetValue(force)) : RunFolder.CreateNext("outputs", $"{read.Name}-calibrate");
            return host.ExecuteCalibration(plan, folder, Math.Max(1, parsed.GetValue(threads)), parsed.GetValue(quiet), parsed.GetValue(json));
        }));
        return command;
    }
}
