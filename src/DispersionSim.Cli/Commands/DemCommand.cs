using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>dem CASE.toml</c>: particles with inertia, contacts and walls, for cases of the user's own.</summary>
internal static class DemCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> path = new("case") { Description = "a case file" };
        Option<string?> to = new("--out") { Description = "folder to fill; outputs/NAME where absent" };
        Option<bool> forces = new("--forces") { Description = "write forces and torques of the final state" };
        Option<bool> force = new("--force") { Description = "replace the run in a used folder" };
        Option<bool> resume = new("--resume") { Description = "go on with the stopped run of this case in its folder" };
        Option<string[]> set = CommonOptions.Set();
        Option<int> threads = CommonOptions.Threads();
        Option<string> device = CommonOptions.Device();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("dem", "Moves particles with inertia by their contacts (discrete element method).") { path, to, forces, force, resume, device, set, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            int team = parsed.GetValue(threads) is var n and >= 1 ? n : throw new InputException($"--threads {parsed.GetValue(threads)}: must be 1 or more");
            using ComputeDevice? chosen = DeviceChoice.Open(parsed.GetValue(device)!);
            DemPlan plan = DemPlan.Read(parsed.GetValue(path)!, parsed.GetValue(set) ?? []);
            plan = plan with { Device = chosen?.Description.Selector ?? RunPlan.Device };
            bool goOn = parsed.GetValue(resume);
            if (goOn && chosen is not null)
            {
                throw new InputException("--resume: a case on an accelerator keeps nothing to go on from; take --device cpu, or run it anew");
            }

            using RunFolder folder = goOn ? RunFolder.Resume(parsed.GetValue(to) ?? Path.Combine("outputs", plan.Name))
                : parsed.GetValue(to) is { } named ? RunFolder.Create(named, parsed.GetValue(force)) : RunFolder.CreateNext("outputs", plan.Name);
            if (goOn && ManifestFile.Read(folder) is var begun && begun.RecipeHash != plan.Provenance.RecipeHash)
            {
                throw new InputException($"{folder.Root}: holds the run of another case, or {parsed.GetValue(path)} was changed since; choose another folder with --out, or run it anew with --force");
            }

            return host.Execute(plan, folder, chosen, team, parsed.GetValue(forces), parsed.GetValue(quiet), parsed.GetValue(json), goOn);
        }));
        return command;
    }
}
