using System.CommandLine;

namespace DispersionSim.Cli;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "one JSON document on standard output, nothing else there" };

    public static Option<bool> Quiet() => new("--quiet") { Description = "no progress" };

    /// <summary>Gives --quiet to the commands below that show no progress and so have none of their own: every command takes it.</summary>
    public static void AddQuiet(Command command)
    {
        foreach (Command below in command.Subcommands)
        {
            AddQuiet(below);
        }

        if (command.Subcommands.Count == 0 && command.Options.All(o => o.Name != "--quiet"))
        {
            command.Options.Add(Quiet());
        }
    }

    public static Option<string[]> Set() => new("--set") { Description = "key=value in place of the recipe's, e.g. foil.topography.target_ra=0.1um; may be repeated", AllowMultipleArgumentsPerToken = false, Arity = ArgumentArity.ZeroOrMore };

    public static Option<int> Threads() => new("--threads") { Description = "threads to use; results do not depend on it", DefaultValueFactory = _ => Environment.ProcessorCount };

    public static Option<string> Device() => new("--device") { Description = "auto, cpu, cuda[:N], opencl[:N] or ilgpu-cpu, as devices lists them", DefaultValueFactory = _ => "auto" };
}
