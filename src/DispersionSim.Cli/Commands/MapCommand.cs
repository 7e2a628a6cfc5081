using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>map STUDY.toml</c>: how the layer answers to one knob of the plant, or to two.</summary>
internal static class MapCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> path = new("study") { Description = "a study file" };
        Option<string?> to = new("--out") { Description = "folder to fill; outputs/NAME where absent" };
        Option<bool> force = new("--force") { Description = "replace the run in a used folder" };
        Option<string[]> set = CommonOptions.Set();
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("map", "Varies one or two keys of a recipe and draws how the layer answers.") { path, to, force, set, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            int team = parsed.GetValue(threads) is var n and >= 1 ? n : throw new InputException($"--threads {parsed.GetValue(threads)}: must be 1 or more");
            MapPlan plan = MapPlan.Read(parsed.GetValue(path)!, parsed.GetValue(set) ?? []);
            using RunFolder folder = parsed.GetValue(to) is { } named ? RunFolder.Create(named, parsed.GetValue(force)) : RunFolder.CreateNext("outputs", plan.Study.Name);
            return host.Execute(plan, folder, team, parsed.GetValue(quiet), parsed.GetValue(json));
        }));
        return command;
    }
}
