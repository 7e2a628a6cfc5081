namespace DispersionSim.Tests.Approval;

/// <summary>The same recipe and seed give the same bytes, however many threads compute and however often the run was interrupted.</summary>
public sealed class SameBitsTests(ShortRuns runs)
{
    [Fact]
    public void One_thread_and_two_threads_write_the_same_bytes()
    {
        using ScratchFolder scratch = new();
        string[] arguments = ["run", "si-pi-cu", .. ShortRuns.Small(), "--out", scratch.At("one")];
        arguments[Array.IndexOf(arguments, "--threads") + 1] = "1";
        Assert.Equal(0, CliProcess.Run(arguments).ExitCode);
        AssertSameResults(scratch.At("one"));
    }

    [Fact]
    public void A_killed_run_goes_on_to_the_same_bytes()
    {
        using ScratchFolder scratch = new();
        using CliProcess run = CliProcess.Start(["run", "si-pi-cu", .. ShortRuns.Small(), "--out", scratch.At("killed")]);
        run.WaitFor(scratch.At("killed", "replicates", "01", "checkpoints", "02-dispersion.checkpoint"));
        run.Kill();
        Assert.NotEqual(0, run.Finish().ExitCode);
        Assert.False(File.Exists(scratch.At("killed", "claims.json")));
        Assert.Equal(0, CliProcess.Run("resume", scratch.At("killed"), "--threads", "2").ExitCode);
        AssertSameResults(scratch.At("killed"));
    }

    [Fact]
    public void A_run_stopped_by_a_signal_keeps_the_stage_under_way_and_goes_on_to_the_same_bytes()
    {
        using ScratchFolder scratch = new();
        string checkpoints = scratch.At("stopped", "replicates", "01", "checkpoints");
        using CliProcess run = CliProcess.Start(["run", "si-pi-cu", .. ShortRuns.Small(), "--out", scratch.At("stopped")]);
        run.WaitFor(Path.Combine(checkpoints, "03-coating.checkpoint"));
        run.Terminate();
        CliResult stopped = run.Finish();
        Assert.Equal(3, stopped.ExitCode);
        Assert.Equal($"stopped; go on with: dispersionsim resume {scratch.At("stopped")}", stopped.ErrorLines[^1]);
        Assert.NotEmpty(Directory.GetFiles(checkpoints, "*.inner"));
        Assert.Equal(0, CliProcess.Run("resume", scratch.At("stopped"), "--threads", "1").ExitCode);
        AssertSameResults(scratch.At("stopped"));
    }

    [Fact]
    public void Another_seed_gives_another_film()
    {
        using ScratchFolder scratch = new();
        string[] arguments = ["run", "unbroken", .. ShortRuns.Small(strain: "4"), "--set", "claims.minimum_replicates=2", "--seed", "2", "--out", scratch.At("two")];
        Assert.Equal(0, CliProcess.Run(arguments).ExitCode);
        Assert.False(File.ReadAllBytes(scratch.At("two", "metrics.json")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(runs.DecidedByTwo("unbroken").Folder, "metrics.json"))));
    }

    private void AssertSameResults(string folder)
    {
        string undisturbed = runs.Of("si-pi-cu").Folder;
        string[] files = [.. Results(undisturbed)];
        Assert.True(files.Length > 20, "the undisturbed run must have results to compare");
        Assert.Equal(files, Results(folder));
        string[] differing = [.. files.Where(f => !File.ReadAllBytes(Path.Combine(undisturbed, f)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, f))))];
        Assert.Empty(differing);
    }

    /// <summary>Everything a user measures on; the manifest and the report state times and threads.</summary>
    private static IEnumerable<string> Results(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f))
        .Where(f => Path.GetFileName(f) is "metrics.json" or "claims.json" or "recipe.toml" or "volume.tif" || f.StartsWith("images/", StringComparison.Ordinal) || f.EndsWith(".h5", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
