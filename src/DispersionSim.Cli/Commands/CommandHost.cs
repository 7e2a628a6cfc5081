using System.Text.Json;
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

    /// <summary>The file that a command has written.</summary>
    public void PrintFile(string file, bool json) => Print(json ? JsonSerializer.Serialize(new { file }) : file);

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
    /// <exception cref="OperationCanceledException">Stopped; nothing is said of it.</exception>
    public T Watch<T>(bool quiet, Func<ProgressReporter, CancellationToken, T> work)
    {
        using var stop = new StopSignals();
        return Watch(stop, quiet, work);
    }

    /// <summary>The same for work that leaves nothing behind: once it is told to stop, nobody waits until it looks.</summary>
    /// <inheritdoc cref="Watch{T}(bool, Func{ProgressReporter, CancellationToken, T})"/>
    public T WatchWithoutTrace<T>(bool quiet, Func<ProgressReporter, CancellationToken, T> work) => Watch(quiet, (progress, stop) => Abandon(() => work(progress, stop), stop));

    /// <summary>Does work on another thread, which ends with the process where it is stopped.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static T Abandon<T>(Func<T> work, CancellationToken stop)
    {
        Task<T> task = Task.Factory.StartNew(work, stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Task.WaitAny([task], stop);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs or goes on with a plan in its folder; the answer is given only when it is done.</summary>
    public int Execute(RunPlan plan, RunFolder folder, int threads, bool quiet, Func<RunVerdict, int> answer) => Execute(
        quiet,
        (progress, stop) => OrKept(folder, () => new RunSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop)),
        answer,
        () => GoOn(folder));

    /// <summary>Runs or goes on with the feedstock and dispersion of a plan.</summary>
    public int ExecuteDispersion(RunPlan plan, RunFolder folder, int threads, bool quiet, bool json) => Execute(
        quiet,
        (progress, stop) => OrKept(folder, () => new DisperseSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop)),
        summary => Print(json, () => DisperseOutputs.ToJson(summary), $"{plan.Recipe.Name}: {DisperseWords.Answer(summary)}", folder),
        () => GoOn(folder));

    /// <summary>Makes the layers of a calibration, or goes on with them, and decides on them.</summary>
    public int ExecuteCalibration(RunPlan plan, RunFolder folder, int threads, bool quiet, bool json) => Execute(
        quiet,
        (progress, stop) => new CalibrationSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop),
        calibration => Print(json, () => CalibrationSession.ToJson(calibration), CalibrationSession.Words(calibration), folder),
        () => GoOn(folder));

    /// <summary>Draws a window map in its folder, or goes on with it.</summary>
    public int Execute(WindowPlan plan, RunFolder folder, int threads, bool quiet, bool json) => Execute(
        quiet,
        (progress, stop) =>
        {
            var session = new WindowSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow());
            session.Run(stop);
            return session;
        },
        session => Print(json, session.ToJson, $"{plan.Recipe.Name}: {session.Words}", folder),
        () => GoOn(folder));

    /// <summary>Runs or goes on with a response map in its folder.</summary>
    public int Execute(MapPlan plan, RunFolder folder, int threads, bool quiet, bool json) => Execute(
        quiet,
        (progress, stop) => new MapSession(plan, folder, threads, progress, TimeProvider.System.GetUtcNow()).Run(stop),
        result => Print(json, () => MapOutputs.ToJson(result), $"{plan.Study.Name}: {MapSession.Words(result)}", folder),
        () => GoOn(folder));

    /// <summary>Runs or goes on with a granular case in its folder.</summary>
    public int Execute(DemPlan plan, RunFolder folder, ComputeDevice? device, int threads, bool forces, bool quiet, bool json, bool resume = false) => Execute(
        quiet,
        (progress, stop) =>
        {
            if (plan.Grains.Unused.Count > 0)
            {
                progress.Say($"{plan.Case.Particles.File}: columns not used: {string.Join(", ", plan.Grains.Unused)}");
            }

            return new DemSession(plan, folder, device, threads, forces, progress, TimeProvider.System.GetUtcNow()).Run(resume, stop);
        },
        done => Print(done, json),
        () => File.Exists(folder.At(RunFileNames.Checkpoints, RunFileNames.GrainCheckpoint)) ? GoOn(folder) : Kept($"the particles as they are and the account so far are in {folder.Root}"));

    /// <summary>A fault in a run of stages is told with where the stages that are done, and the last state of the one at work, are kept.</summary>
    private static T OrKept<T>(RunFolder folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SimulationException fault) when (Directory.Exists(folder.Root))
        {
            throw new SimulationException($"{fault.Message}; the last checkpoints are kept, dispersionsim resume {folder.Root} begins from there", fault);
        }
    }

    /// <summary>Does work that can be stopped, then gives its answer; where it was stopped, says what is left of it.</summary>
    private int Execute<T>(bool quiet, Func<ProgressReporter, CancellationToken, T> work, Func<T, int> answer, Func<int> stopped)
    {
        using var stop = new StopSignals();
        try
        {
            return answer(Watch(stop, quiet, work));
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            return stopped();
        }
    }

    private T Watch<T>(StopSignals stop, bool quiet, Func<ProgressReporter, CancellationToken, T> work)
    {
        var progress = new ProgressReporter(messages, quiet);
        try
        {
            return work(progress, stop.Token);
        }
        catch (AggregateException faults)
        {
            // A fault in one of several threads is told like any other.
            SideBySide.Throw(faults);
            throw;
        }
        finally
        {
            progress.Clear();
        }
    }

    private int GoOn(RunFolder folder)
    {
        Say($"stopped; go on with: dispersionsim resume {folder.Root}");
        return ExitCode.Stopped;
    }

    private int Kept(string what)
    {
        Say($"stopped; {what}");
        return ExitCode.StoppedWithoutCheckpoint;
    }

    /// <summary>The document, or the answer in words and where the files are.</summary>
    private int Print(bool json, Func<byte[]> document, string words, RunFolder folder)
    {
        if (json)
        {
            Print(document());
            return ExitCode.Done;
        }

        Print(words);
        Print($"files: {folder.Root}");
        return ExitCode.Done;
    }

    private int Print(DemDocument done, bool json)
    {
        if (json)
        {
            Print(done.ToJson());
            return ExitCode.Done;
        }

        Print($"{done.Particles} particles, {done.Steps} steps of {Quantity.Rounded(done.TimeStep, "s", 4)} (stable up to {Quantity.Rounded(done.StableLimit, "s", 4)}) in {done.Seconds:F1} s");
        foreach ((string column, double value) in done.Final)
        {
            Print($"{column,-24} {value:G5}");
        }

        Print($"files: {done.Folder}");
        return ExitCode.Done;
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
