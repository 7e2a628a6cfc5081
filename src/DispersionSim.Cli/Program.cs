using System.CommandLine;
using DispersionSim.Cli;

var host = new CommandHost();
RootCommand root = new("DispersionSim: how a silicon negative electrode is made, particle by particle, and whether its particles are uniformly dispersed.")
{
    RunCommand.Make(host),
    DisperseCommand.Make(host),
    MapCommand.Make(host),
    ResumeCommand.Make(host),
    VerifyCommand.Make(host),
    CalibrateCommand.Make(host),
    ReportCommand.Make(host),
    ExportCommand.Make(host),
    AnalyzeCommand.Make(host),
    TransportCommand.Make(host),
    DemCommand.Make(host),
    BenchCommand.Make(host),
    ValidateCommand.Make(host),
    DevicesCommand.Make(host),
    RecipeCommand.Make(host),
};
CommonOptions.AddQuiet(root);
ParseResult parsed = root.Parse(args);
if ((UnknownCommand.Fault(parsed) ?? UnknownOption.Fault(parsed, args)) is { } unknown)
{
    host.Say(unknown);
    return ExitCode.BadInput;
}

if (parsed.Errors.Count > 0)
{
    host.Say(WrongWord.Fault(parsed));
    return ExitCode.BadInput;
}

return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
