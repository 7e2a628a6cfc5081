using DispersionSim.Core;
using DispersionSim.IO;
using Spectre.Console;

namespace DispersionSim.Cli;

/// <summary>What commands share: the two output streams, the stop signal, and how faults become one line and an exit code.</summary>
internal sealed class CommandHost
{
    private readonly IAnsiConsole messages = MessageConsole.Create();

    /// <summary>A message on standard error.</summary>
    public void Say(string words) => messages.WriteLine(words);

    /// <summary>A result on standard output.</summary>
    public void Print(string text) => System.Console.Out.WriteLine(text);

    /// <summary>A JSON document on standard output.</summary>
    public void Print(byte[] json)
    {
        using Stream output = System.Console.OpenStandardOutput();
        output.Write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Runs a command; bad input and failed computations become one line.</summary>
    public int Guard(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception e) when (e is InputException or SimulationException)
        {
            Say(OneLine(e.Message));
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            Say("stopped");
            return ExitCode.StoppedWithoutCheckpoint;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            Say(OneLine(e.Message));
            return ExitCode.BadInput;
        }
    }

    /// <summary>Runs or goes on with a plan in its folder.</summary>
    public int Execute(RunPlan plan, RunFolder folder, int threads, bool json, bool quiet)
    {
        using var stop = new StopSignals();
        var progress = new ProgressReporter(messages, quiet);
        try
        {
            RunVerdict verdict = new RunSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop.Token);
            progress.Clear();
            if (json)
            {
                Print(new ClaimsDocument(verdict.Claims).ToJson());
            }
            else
            {
                Print(VerdictTable.Of(verdict.Claims));
                Print("");
                Print(ReportContent.HeadlineOf(verdict.Claims));
                Print($"report: {folder.Report}");
            }

            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            progress.Clear();
            Say($"stopped; go on with: dispersionsim resume {folder.Root}");
            return ExitCode.Stopped;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
