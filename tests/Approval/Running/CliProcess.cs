using System.Diagnostics;
using System.Globalization;
using ChildProcess = System.Diagnostics.Process;

namespace DispersionSim.Tests.Approval;

/// <summary>The built program as a child process, the way a user starts it.</summary>
internal sealed class CliProcess : IDisposable
{
    private const int Patience = 300_000;

    private readonly ChildProcess process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private CliProcess(ChildProcess process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public static CliResult Run(params string[] arguments)
    {
        using CliProcess started = Start(arguments);
        return started.Finish();
    }

    public static CliProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dispersionsim.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        return new(ChildProcess.Start(start)!);
    }

    public CliResult Finish()
    {
        bool ended = process.WaitForExit(Patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(ended, $"the program did not end within {Patience / 1000} s");
        return new(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Waits until the file is there while the program still runs.</summary>
    public void WaitFor(string path)
    {
        while (!File.Exists(path))
        {
            Assert.False(process.WaitForExit(10), $"the program ended before it wrote {path}: {(process.HasExited ? error.GetAwaiter().GetResult() : "")}");
        }
    }

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGTERM: the polite request of a batch system.</summary>
    public void Terminate()
    {
        using ChildProcess kill = ChildProcess.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose() => process.Dispose();
}

/// <summary>What a finished program left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
