using System.CommandLine;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>export DIR --format F</c>: the final structure for other programs.</summary>
internal static class ExportCommand
{
    private static readonly IReadOnlyDictionary<string, Action<string, StoredState>> Writers = new Dictionary<string, Action<string, StoredState>>(StringComparer.Ordinal)
    {
        ["vtp"] = (path, s) => VtpWriter.Write(path, s.State, s.Provenance),
        ["xyz"] = (path, s) => XyzWriter.Write(path, s.State, s.Provenance),
        ["csv"] = (path, s) => StateCsvWriter.Write(path, s.State),
        ["dump"] = (path, s) => StateDumpWriter.Write(path, s.State),
    };

    public static Command Make(CommandHost host)
    {
        Argument<string> path = new("dir") { Description = "folder of a run" };
        Option<string> format = new("--format") { Description = string.Join(", ", Writers.Keys), Required = true };
        Option<string?> to = new("--out") { Description = "file to write; DIR/structure.FORMAT where absent" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("export", "Writes the final particles in another program's format.") { path, format, to, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            string name = parsed.GetValue(format)!;
            if (!Writers.TryGetValue(name, out Action<string, StoredState>? write))
            {
                throw new InputException($"--format {name}: not a format; known: {string.Join(", ", Writers.Keys)}");
            }

            using RunFolder folder = RunFolder.Read(parsed.GetValue(path)!);
            string file = parsed.GetValue(to) ?? folder.At($"structure.{name}");
            write(file, StateReader.Read(folder.LastState()));
            host.PrintFile(file, parsed.GetValue(json));
            return ExitCode.Done;
        }));
        return command;
    }
}
