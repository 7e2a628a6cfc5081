using Spectre.Console;

namespace DispersionSim.Cli;

/// <summary>Standard error for people. Into a file or a pipe each message stays one line: only a terminal has a width to wrap at.</summary>
internal static class MessageConsole
{
    private const int NeverWrap = 1_000_000;

    public static IAnsiConsole Create()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = NeverWrap;
        }

        return console;
    }
}
