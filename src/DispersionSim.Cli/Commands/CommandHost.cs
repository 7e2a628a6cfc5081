using DispersionSim.Core;
using DispersionSim.Engine;
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

    /// <summary>Does work that shows its progress and can be stopped.</summary>
    public T Watch<T>(bool quiet, Func<ProgressReporter, CancellationToken, T> work)
    {
        using var stop = new StopSignals();
        var progress = new ProgressReporter(messages, quiet);
        try
        {
            return work(progress, stop.Token);
        }
        finally
        {
            progress.Clear();
        }
    }

    /// <summary>Runs or goes on with a plan in its folder; the answer is given only when it is done.</summary>
    public int Execute(RunPlan plan, RunFolder folder, int threads, bool quiet, Func<RunVerdict, int> answer)
    {
        using var stop = new StopSignals();
        var progress = new ProgressReporter(messages, quiet);
        try
        {
            RunVerdict verdict = new RunSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop.Token);
            progress.Clear();
            return answer(verdict);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            progress.Clear();
            Say($"stopped; go on with: dispersionsim resume {folder.Root}");
            return ExitCode.Stopped;
        }
    }

    /// <summary>Runs or goes on with the feedstock and dispersion of a plan.</summary>
    public int ExecuteDispersion(RunPlan plan, RunFolder folder, int threads, bool quiet, bool json)
    {
        using var stop = new StopSignals();
        var progress = new ProgressReporter(messages, quiet);
        try
        {
            DispersionSummary summary = new DisperseSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop.Token);
            progress.Clear();
            Print(json, () => DisperseOutputs.ToJson(summary), $"{plan.Recipe.Name}: {DisperseWords.Answer(summary)}", folder);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            progress.Clear();
            Say($"stopped; go on with: dispersionsim resume {folder.Root}");
            return ExitCode.Stopped;
        }
    }

    /// <summary>Draws a window map in its folder.</summary>
    public int Execute(WindowPlan plan, RunFolder folder, int threads, bool quiet, bool json)
    {
        using var stop = new StopSignals();
        var progress = new ProgressReporter(messages, quiet);
        try
        {
            WindowSession session = new(plan, folder, threads, progress, TimeProvider.System.GetUtcNow());
            session.Run(stop.Token);
            progress.Clear();
            Print(json, session.ToJson, $"{plan.Recipe.Name}: {session.Words}", folder);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            progress.Clear();
            Say($"stopped; the points that were done are in {folder.Root}");
            return ExitCode.StoppedWithoutCheckpoint;
        }
    }

    /// <summary>The document, or the answer in words and where the files are.</summary>
    private void Print(bool json, Func<byte[]> document, string words, RunFolder folder)
    {
        if (json)
        {
            Print(document());
            return;
        }

        Print(words);
        Print($"files: {folder.Root}");
    }

    /// <summary>Runs a granular case in its folder.</summary>
    public int Execute(DemPlan plan, RunFolder folder, ComputeDevice? device, int threads, bool forces, bool quiet, bool json, bool resume = false)
    {
        using var stop = new StopSignals();
        var progress = new ProgressReporter(messages, quiet);
        if (plan.Grains.Unused.Count > 0)
        {
            progress.Say($"{plan.Case.Particles.File}: columns not used: {string.Join(", ", plan.Grains.Unused)}");
        }

        try
        {
            DemDocument done = new DemSession(plan, folder, device, threads, forces, progress, TimeProvider.System.GetUtcNow()).Run(resume, stop.Token);
            progress.Clear();
            Print(done, json);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            progress.Clear();
            bool goesOn = File.Exists(folder.At(RunFileNames.Checkpoints, RunFileNames.GrainCheckpoint));
            Say(goesOn ? $"stopped; go on with: dispersionsim resume {folder.Root}" : $"stopped; the particles as they are and the account so far are in {folder.Root}");
            return goesOn ? ExitCode.Stopped : ExitCode.StoppedWithoutCheckpoint;
        }
    }

    private void Print(DemDocument done, bool json)
    {
        if (json)
        {
            Print(done.ToJson());
            return;
        }

        Print($"{done.Particles} particles, {done.Steps} steps of {Quantity.Format(double.Parse($"{done.TimeStep:G4}"), "s")} (stable up to {Quantity.Format(double.Parse($"{done.StableLimit:G4}"), "s")}) in {done.Seconds:F1} s");
        foreach ((string column, double value) in done.Final)
        {
            Print($"{column,-24} {value:G5}");
        }

        Print($"files: {done.Folder}");
    }

    /// <summary>The verdicts of a run just made, with their headline and where the report is.</summary>
    public int PrintRun(RunVerdict verdict, RunFolder folder, bool json)
    {
        PrintVerdicts(verdict.Claims, json);
        if (!json)
        {
            Print("");
            Print(ReportContent.HeadlineOf(verdict.Claims));
            Print($"report: {folder.Report}");
        }

        return ExitCode.Done;
    }

    /// <summary>The verdicts as a table, or as the document of claims.json.</summary>
    public void PrintVerdicts(IReadOnlyList<ClaimVerdict> claims, bool json)
    {
        if (json)
        {
            Print(new ClaimsDocument(claims).ToJson());
        }
        else
        {
            Print(VerdictTable.Of(claims));
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
