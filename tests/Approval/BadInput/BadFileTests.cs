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

    /// <summary>Under 60 primaries of 0.5 um the film segment is about 1.5 um wide: points 1 um apart are too coarse, 9 points of 0.1 um too small, and a relief of 50 um deeper than the film.</summary>
    [Theory]
    [InlineData(40, 0.01, "1 um", "points 1 x 1 um apart", "pixel_size", "at most 0.", "3 lie across")]
    [InlineData(10, 0.01, "0.1 um", "0.9 x 0.9 um", "must be at least")]
    [InlineData(40, 50, "0.2 um", "relief", "more than half of the wet film")]
    public void A_surface_that_no_film_fits_on_is_refused_before_anything_is_run(int points, double height, string pixel, params string[] words)
    {
        using ScratchFolder scratch = new();
        string row = string.Concat(Enumerable.Range(0, points).Select(i => i % 2 == 0 ? "0 " : $"{height} "));
        string file = scratch.Write("foil.txt", string.Concat(Enumerable.Repeat(row + "\n", points)));
        string[] set = ["--set", $"foil.topography.file=\"{file}\"", "--set", "foil.topography.unit=\"um\"", "--set", $"foil.topography.pixel_size=\"{pixel}\"", "--set", "quality.preview.primaries=60"];
        Refusal.Says(CliProcess.Run(["run", "--quiet", .. set, "--out", scratch.At("run")]), [$"foil.topography.file = \"{file}\"", .. words]);
        Assert.DoesNotContain(Directory.GetFiles(scratch.At("run")), f => !f.EndsWith(".lock", StringComparison.Ordinal));
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
    [InlineData("occupied", "it is a file, not a folder")]
    [InlineData("occupied/below", "{file} is a file, not a folder")]
    [InlineData("occupied/far/below", "{file} is a file, not a folder")]
    public void A_folder_that_cannot_be_made_is_named_with_the_file_in_its_way(string folder, string said)
    {
        using ScratchFolder scratch = new();
        scratch.Write("occupied", "a file in the way");
        Refusal.Says(CliProcess.Run("run", "--out", scratch.At(folder)), $"{scratch.At(folder)}: cannot be written", said.Replace("{file}", scratch.At("occupied"), StringComparison.Ordinal));
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
