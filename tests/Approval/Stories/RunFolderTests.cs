using System.Text.Json;
using DispersionSim.IO;

namespace DispersionSim.Tests.Approval;

public sealed class RunFolderTests(ShortRuns runs)
{
    private static readonly string[] Stages = ["01-feedstock", "02-dispersion", "03-coating", "04-drying", "05-pressing", "06-heat-treatment"];

    [Theory]
    [InlineData("si-pi-cu")]
    [InlineData("unbroken")]
    [InlineData("bridged")]
    [InlineData("air-anneal")]
    [InlineData("smooth-foil")]
    [InlineData("si-pi-cu-carbon")]
    public void A_run_writes_every_file_that_scripts_rely_on(string recipe)
    {
        FinishedRun run = Made(recipe);
        string[] files = [.. run.Files];
        string[] wanted =
        [
            "recipe.toml", "manifest.json", "volume.tif", "metrics.json", "claims.json", "report.html", "exhibit.html",
            .. Stages.Select(s => $"state/{s}.h5"),
            "images/view-3d.png", "images/section-1.png", "images/section-1.phase.png", "images/section-1.particle.png", "images/section-1.agglomerate.png",
            .. new[] { "01", "02" }.SelectMany(r => Stages.SelectMany(s => new[] { $"checkpoints/{s}.checkpoint", $"state/{s}.h5" })
                .Concat(["recipe.toml", "manifest.json", "metrics.json", "claims.json"]).Select(f => $"replicates/{r}/{f}")),
        ];
        Assert.Empty(wanted.Except(files, StringComparer.Ordinal));
        Assert.Contains(files, f => f.StartsWith("plots/", StringComparison.Ordinal) && f.EndsWith(".svg", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.EndsWith(".inner", StringComparison.Ordinal) || f.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.All(files.Where(f => f != ".lock"), f => Assert.NotEqual(0, new FileInfo(Path.Combine(run.Folder, f)).Length));
    }

    [Fact]
    public void There_is_something_to_look_at_while_replicates_still_run()
    {
        using ScratchFolder scratch = new();
        string[] arguments = ["run", .. ShortRuns.Small(), "--out", scratch.At("run")];
        arguments[Array.IndexOf(arguments, "--replicates") + 1] = "40";
        using CliProcess run = CliProcess.Start(arguments);
        run.WaitFor(scratch.At("run", "images", "view-3d.png"));
        run.Terminate();
        Assert.Equal(3, run.Finish().ExitCode);
        Assert.True(File.Exists(scratch.At("run", "images", "section-1.png")));
        Assert.False(File.Exists(scratch.At("run", "claims.json")));
    }

    [Theory]
    [InlineData("si-pi-cu")]
    [InlineData("unbroken")]
    [InlineData("bridged")]
    [InlineData("air-anneal")]
    [InlineData("smooth-foil")]
    [InlineData("si-pi-cu-carbon")]
    public void The_claims_file_has_sixteen_claims_with_the_documented_keys(string recipe)
    {
        FinishedRun run = Made(recipe);
        Assert.Equal(Enumerable.Range(1, 16), run.Claims.EnumerateArray().Select(c => c.GetProperty("claim").GetInt32()));
        foreach (JsonElement claim in run.Claims.EnumerateArray())
        {
            Assert.Contains(claim.GetProperty("own").GetString(), new[] { "met", "not met", "inconclusive" });
            Assert.Contains(claim.GetProperty("verdict").GetString(), new[] { "supported", "not supported", "inconclusive" });
            Assert.NotEqual("", claim.GetProperty("why").GetString());
            Assert.NotEmpty(claim.GetProperty("evidence").EnumerateArray());
            Assert.All(claim.GetProperty("evidence").EnumerateArray(), EvidenceHasItsKeys);
        }
    }

    [Fact]
    public void Metrics_carry_the_documented_keys_and_the_number_of_replicates()
    {
        FinishedRun run = runs.Of("si-pi-cu");
        Assert.All(run.Metrics.EnumerateArray(), m =>
        {
            Assert.NotEqual("", m.GetProperty("name").GetString());
            Assert.Equal(JsonValueKind.String, m.GetProperty("unit").ValueKind);
            Assert.Contains(m.GetProperty("interval").ValueKind, new[] { JsonValueKind.Array, JsonValueKind.Null });
            Assert.InRange(m.GetProperty("replicates").GetInt32(), 1, 2);
        });
        Assert.Equal(80, run.Metric("primaries"));
    }

    [Fact]
    public void Standard_output_is_the_verdict_table_and_progress_stays_on_standard_error()
    {
        CliResult result = runs.Of("si-pi-cu").Result;
        string[] lines = result.Output.Split('\n');
        Assert.StartsWith("claim", lines[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"{n,5}  "), lines.Skip(1).Take(16).Select(l => l[..7]));
        Assert.Contains("2 replicates of 80 primaries", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("2 replicates of 80 primaries", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_of_a_finished_run_fails_where_a_required_claim_is_not_supported()
    {
        CliResult all = CliProcess.Run("verify", runs.Of("si-pi-cu").Folder);
        CliResult required = CliProcess.Run("verify", runs.Of("si-pi-cu").Folder, "--require", "9");
        Assert.Equal((0, 1), (all.ExitCode, required.ExitCode));
        Assert.Equal(["required but not supported: 9"], required.ErrorLines);
    }

    [Fact]
    public void Each_replicate_is_a_run_folder_with_a_seed_hashes_and_verdicts_of_its_own()
    {
        string[] folders = [.. new[] { "01", "02" }.Select(r => Path.Combine(runs.Of("si-pi-cu").Folder, "replicates", r))];
        RunManifest[] manifests = [.. folders.Select(Manifest)];
        Assert.Equal([1, 2], manifests.Select(m => m.Replicate));
        Assert.NotEqual(manifests[0].Seed, manifests[1].Seed);
        Assert.All(manifests, m =>
        {
            Assert.True(m.Finished);
            Assert.Equal(1, m.Replicates);
            Assert.All(Stages, s => Assert.Single(m.Timings, t => s.EndsWith(t.Stage, StringComparison.Ordinal)));
        });
        foreach ((string folder, RunManifest manifest) in folders.Zip(manifests))
        {
            Assert.Contains("claims.json", manifest.Files.Keys);
            Assert.Empty(FileHashes.Differences(folder, manifest));
            Assert.Contains("only 1 replicate; 8 are needed", File.ReadAllText(Path.Combine(folder, "claims.json")), StringComparison.Ordinal);
        }

        Assert.Equal(0, CliProcess.Run("verify", folders[1]).ExitCode);
    }

    [Fact]
    public void A_replicate_is_not_resumed_by_itself()
    {
        string folder = Path.Combine(runs.Of("si-pi-cu").Folder, "replicates", "02");
        CliResult result = CliProcess.Run("resume", folder);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal([$"{folder}: holds replicate 2 of a run; resume the folder of the whole run"], result.ErrorLines);
    }

    [Fact]
    public void Export_writes_the_final_particles_one_a_line()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run("export", runs.Of("si-pi-cu").Folder, "--format", "csv", "--out", scratch.At("film.csv"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1 + 80, File.ReadLines(scratch.At("film.csv")).Count(l => !l.StartsWith('#')));
    }

    private FinishedRun Made(string recipe) => recipe == "si-pi-cu" ? runs.Of(recipe) : runs.DecidedByTwo(recipe);

    private static RunManifest Manifest(string folder)
    {
        using RunFolder opened = RunFolder.Read(folder);
        return ManifestFile.Read(opened);
    }

    private static void EvidenceHasItsKeys(JsonElement evidence)
    {
        Assert.Contains(evidence.GetProperty("kind").GetString(), new[] { "measured", "declared" });
        foreach (string key in new[] { "name", "value", "unit", "interval", "threshold", "met" })
        {
            Assert.True(evidence.TryGetProperty(key, out _), $"evidence without {key}: {evidence}");
        }
    }
}
