using System.CommandLine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary><c>report DIR</c>: writes the report again from the folder's files.</summary>
internal static class ReportCommand
{
    public static Command Make(CommandHost host)
    {
        Argument<string> path = new("dir") { Description = "folder of a finished run" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("report", "Writes report.html and exhibit.html again from a run folder.") { path, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            using RunFolder folder = RunFolder.Read(parsed.GetValue(path)!);
            ReportContent content = ReportFolder.Read(folder);
            ReportFolder.WritePages(folder, content);
            host.PrintFile(folder.Report, parsed.GetValue(json));
            return ExitCode.Done;
        }));
        return command;
    }
}
