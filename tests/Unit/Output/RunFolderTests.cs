using System.Text.Json;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class RunFolderTests : IDisposable
{
    private static readonly RunManifest Sample = new() { Version = "1.2.3", Seed = ulong.MaxValue, Device = "cpu", Quality = "standard", RecipeHash = "cafe", Threads = 2, Replicates = 8 };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_or_empty_folder_is_taken()
    {
        Directory.CreateDirectory(folder.At("empty"));
        using RunFolder first = RunFolder.Create(folder.At("deep", "new")), second = RunFolder.Create(folder.At("empty"));
        Assert.True(Directory.Exists(first.Root));
        Assert.Equal(folder.At("empty"), second.Root);
    }

    [Fact]
    public void A_used_folder_is_refused_without_force_and_left_as_it_was()
    {
        string path = UsedFolder();
        InputException e = Assert.Throws<InputException>(() => RunFolder.Create(path, force: false)), noForce = Assert.Throws<InputException>(() => RunFolder.Create(path));
        Assert.Contains("already holds files", e.Message, StringComparison.Ordinal);
        Assert.Contains("--force", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("already holds files; choose another folder", noForce.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(path, "metrics.json")));
        Assert.False(File.Exists(Path.Combine(path, ".lock")));
    }

    [Fact]
    public void Force_replaces_the_outputs_of_a_run_and_leaves_what_the_user_put_there()
    {
        string path = UsedFolder();
        File.WriteAllText(Path.Combine(path, "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(path, "images", "photo.png"), "mine");
        using (RunFolder.Create(path, force: true))
        {
            Assert.Equal([".lock", "images", "notes.txt"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(["photo.png"], Directory.EnumerateFileSystemEntries(Path.Combine(path, "images")).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void Force_removes_nothing_from_a_folder_that_is_no_run()
    {
        string images = folder.At("home", "images");
        Directory.CreateDirectory(images);
        File.WriteAllText(Path.Combine(images, "section-1.png"), "mine");
        File.WriteAllText(folder.At("home", "manifest.json"), "{\"name\":\"a web site\"}");
        using RunFolder run = RunFolder.Create(folder.At("home"), force: true);
        Assert.True(File.Exists(Path.Combine(images, "section-1.png")));
        Assert.True(File.Exists(run.Manifest));
    }

    [Fact]
    public void Without_a_chosen_folder_used_names_get_numbers()
    {
        using RunFolder first = RunFolder.CreateNext(folder.Path, "run"), second = RunFolder.CreateNext(folder.Path, "run");
        AtomicFile.Write(second.Recipe, "x");
        second.Dispose();
        using RunFolder third = RunFolder.CreateNext(folder.Path, "run");
        Assert.Equal(["run", "run-2", "run-3"], new[] { first, second, third }.Select(f => Path.GetFileName(f.Root)));
    }

    [Fact]
    public void A_folder_that_someone_writes_into_is_refused_until_they_are_done()
    {
        RunFolder held = RunFolder.Create(folder.At("run"));
        ManifestFile.Write(held, Sample);
        Assert.Contains("another process", Assert.Throws<InputException>(() => RunFolder.Resume(folder.At("run"))).Message, StringComparison.Ordinal);
        Assert.Contains("another process", Assert.Throws<InputException>(() => RunFolder.Create(folder.At("run"), force: true)).Message, StringComparison.Ordinal);
        held.Dispose();
        RunFolder.Resume(folder.At("run")).Dispose();
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_one_line()
    {
        File.WriteAllText(folder.At("file"), "");
        InputException e = Assert.Throws<InputException>(() => RunFolder.Create(folder.At("file", "run")));
        Assert.StartsWith($"{folder.At("file", "run")}: cannot be written: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void Only_a_folder_with_a_manifest_is_a_run()
    {
        Assert.Contains("is not a run folder", Assert.Throws<InputException>(() => RunFolder.Read(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("is not a run folder", Assert.Throws<InputException>(() => RunFolder.Resume(folder.At("absent"))).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("absent")));
    }

    [Fact]
    public void Replicates_are_run_folders_in_order()
    {
        using RunFolder run = RunFolder.Create(folder.At("run"));
        foreach (int number in new[] { 10, 2, 1 })
        {
            AtomicFile.Write(run.Replicate(number).Metrics, "{}");
        }

        Assert.Equal(["01", "02", "10"], run.ExistingReplicates().Select(r => Path.GetFileName(r.Root)));
        Assert.Equal(Path.Combine(run.Root, "replicates", "02", "state", "04-drying.h5"), run.Replicate(2).State(4, "drying"));
    }

    [Fact]
    public void A_manifest_reads_back_and_names_the_hash_of_every_file_but_itself()
    {
        using RunFolder run = RunFolder.Create(folder.At("run"));
        AtomicFile.Write(run.Recipe, "abc");
        AtomicFile.Write(run.Replicate(1).Manifest, "{}");
        AtomicFile.Write(run.At("images", "view-3d.png"), "x");
        ManifestFile.WriteFinished(run, Sample with { Started = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), WallSeconds = 12.5, PeakMemoryBytes = 1L << 33, Timings = [new(1, "drying", 0.25)] });

        RunManifest back = ManifestFile.Read(run);

        Assert.True(back.Finished);
        Assert.Equal(["images/view-3d.png", "recipe.toml"], back.Files.Keys);
        // FIPS 180-2, appendix B.1: SHA-256 of "abc".
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", back.Files["recipe.toml"]);
        Assert.Equal(Sample with { Finished = true, Started = back.Started, WallSeconds = 12.5, PeakMemoryBytes = 1L << 33, Timings = back.Timings, Files = back.Files }, back);
        Assert.Equal(2026, back.Started!.Value.Year);
        Assert.Equal([new StageTiming(1, "drying", 0.25)], back.Timings);
    }

    [Fact]
    public void A_file_changed_after_the_run_is_named()
    {
        using RunFolder run = RunFolder.Create(folder.At("run"));
        AtomicFile.Write(run.Recipe, "abc");
        AtomicFile.Write(run.Metrics, "{}");
        ManifestFile.WriteFinished(run, Sample);
        Assert.Empty(FileHashes.Differences(run.Root, ManifestFile.Read(run)));
        File.WriteAllText(run.Recipe, "abd");
        File.Delete(run.Metrics);
        Assert.Equal(["metrics.json: missing", "recipe.toml: changed"], FileHashes.Differences(run.Root, ManifestFile.Read(run)));
    }

    [Fact]
    public void Manifest_keys_are_those_that_scripts_read()
    {
        using RunFolder run = RunFolder.Create(folder.At("run"));
        ManifestFile.Write(run, Sample);
        using var json = JsonDocument.Parse(File.ReadAllBytes(run.Manifest));
        Assert.Equal(
            ["program", "format", "command", "version", "finished", "seed", "replicates", "device", "threads", "quality", "recipe_sha256", "started", "wall_seconds", "peak_memory_bytes", "timings", "files"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(ulong.MaxValue, json.RootElement.GetProperty("seed").GetUInt64());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"program\":\"dispersionsim\"")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"x\"}")]
    [InlineData("{\"format\":77}")]
    public void A_damaged_manifest_is_refused_in_one_line(string text)
    {
        File.WriteAllText(folder.At("manifest.json"), text);
        InputException e = Assert.Throws<InputException>(() => ManifestFile.Read(RunFolder.Read(folder.Path)));
        Assert.StartsWith(folder.At("manifest.json"), e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    private string UsedFolder()
    {
        using RunFolder run = RunFolder.Create(folder.At("used"));
        ManifestFile.Write(run, Sample);
        foreach (string file in new[] { run.Metrics, run.Claims, run.Recipe, run.Volume, run.State(1, "feedstock"), run.Checkpoint(1, "feedstock"), run.At("images", "section-1.phase.png"), run.Replicate(1).Metrics, run.Replicate(1).State(1, "feedstock") })
        {
            AtomicFile.Write(file, "old");
        }

        return run.Root;
    }
}
