namespace DispersionSim.Tests.Approval;

public sealed class BadFileTests(ShortRuns runs)
{
    [Fact]
    public void A_missing_surface_is_named() => Refusal.Says(WithSurface("/nowhere/foil.al3d"), "/nowhere/foil.al3d");

    [Fact]
    public void A_text_that_is_no_surface_is_refused_by_name()
    {
        using ScratchFolder scratch = new();
        Refusal.Says(WithSurface(scratch.Write("words.txt", "Nothing here is a height.")), "words.txt", "not a surface");
    }

    [Fact]
    public void A_surface_without_a_valid_point_is_refused()
    {
        using ScratchFolder scratch = new();
        string file = scratch.Write("gaps.txt", string.Concat(Enumerable.Repeat("nan nan nan nan\n", 4)));
        Refusal.Says(WithSurface(file, "--set", "foil.topography.unit=\"um\"", "--set", "foil.topography.pixel_size=\"0.1 um\""), "gaps.txt", "no valid point");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_truncated_surface_archive_is_refused_by_name(double kept)
    {
        byte[] whole = File.ReadAllBytes(SharedData.Path("surfaces/ISO5436-sample1.x3p"));
        using ScratchFolder scratch = new();
        File.WriteAllBytes(scratch.At("torn.x3p"), whole[..(int)(kept * whole.Length)]);
        Refusal.Says(WithSurface(scratch.At("torn.x3p")), "torn.x3p");
    }

    [Fact]
    public void A_distribution_without_numbers_is_refused_by_name()
    {
        using ScratchFolder scratch = new();
        string file = scratch.Write("sizes.csv", "not,a,size\nat,all,here\n");
        Refusal.Says(CliProcess.Run("run", "--quiet", "--set", $"feedstock.distribution_file=\"{file}\"", "--out", scratch.At("run")), "sizes.csv");
    }

    [Fact]
    public void A_used_folder_is_refused_and_left_as_it_is()
    {
        using ScratchFolder scratch = new();
        string kept = scratch.Write("thesis.txt", "years of work");
        Refusal.Says(CliProcess.Run("run", "--out", scratch.Root), scratch.Root, "--force");
        Assert.Equal("years of work", File.ReadAllText(kept));
        Assert.Single(Directory.GetFiles(scratch.Root), f => !f.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("occupied")]
    [InlineData("occupied/below")]
    public void A_folder_that_cannot_be_made_is_named(string folder)
    {
        using ScratchFolder scratch = new();
        scratch.Write("occupied", "a file in the way");
        Refusal.Says(CliProcess.Run("run", "--out", scratch.At(folder)), scratch.At(folder), "cannot be written");
    }

    [Fact]
    public void Resuming_what_is_no_run_is_refused()
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("resume", scratch.Root), scratch.Root, "not a run folder");
    }

    [Fact]
    public void A_damaged_checkpoint_is_named_with_what_to_do()
    {
        using ScratchFolder scratch = new();
        Copy(runs.Of("si-pi-cu").Folder, scratch.At("run"));
        string checkpoint = scratch.At("run", "replicates", "01", "checkpoints", "02-dispersion.checkpoint");
        byte[] bytes = File.ReadAllBytes(checkpoint);
        bytes[bytes.Length / 2] ^= 0x40;
        File.WriteAllBytes(checkpoint, bytes);
        Refusal.Says(CliProcess.Run("resume", scratch.At("run"), "--quiet"), checkpoint, "delete");
    }

    [Fact]
    public void A_recipe_changed_since_the_run_was_started_is_not_resumed()
    {
        using ScratchFolder scratch = new();
        Copy(runs.Of("si-pi-cu").Folder, scratch.At("run"));
        string recipe = scratch.At("run", "recipe.toml");
        File.WriteAllText(recipe, File.ReadAllText(recipe).Replace("seed = 1", "seed = 2", StringComparison.Ordinal));
        Refusal.Says(CliProcess.Run("resume", scratch.At("run"), "--quiet"), "recipe.toml", "changed");
    }

    private static CliResult WithSurface(string file, params string[] more)
    {
        using ScratchFolder scratch = new();
        return CliProcess.Run(["run", "--quiet", .. ShortRuns.Small(60), "--set", $"foil.topography.file=\"{file}\"", .. more, "--out", scratch.At("run")]);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
