using System.Text.Json;

namespace DispersionSim.Tests.Approval;

public sealed class DisperseTests
{
    private static readonly string[] Short = ["--replicates", "2", "--set", "quality.preview.primaries=80", "--set", "dispersion.strain=12", "--quiet"];

    [Fact]
    public void It_answers_how_much_shear_for_how_long_and_leaves_figures_curves_plots_and_words()
    {
        using ScratchFolder scratch = new();
        CliResult done = CliProcess.Run(["disperse", .. Short, "--out", scratch.At("run")]);
        Assert.Equal(0, done.ExitCode);
        Assert.Contains("dispersed in every replicate from strain", done.Output, StringComparison.Ordinal);
        Assert.All(
            ["recipe.toml", "manifest.json", "dispersion.json", "size-strain.csv", "fragments.csv", "summary.md", "plots/fragment-size.png", "plots/shares.png", "plots/final-sizes.png", "plots/breakage.png", "plots/taken-off.png", "plots/energy.png"],
            file => Assert.True(File.Exists(scratch.At("run", file)), file));

        // μG γ of the whole history, as energy in a volume.
        using var json = JsonDocument.Parse(File.ReadAllBytes(scratch.At("run", "dispersion.json")));
        double Figure(string name) => json.RootElement.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
        Assert.Equal(1, Figure("shear stress") * Figure("shear strain") / Figure("dispersion energy"), 1e-9);
        Assert.True(Figure("ruptures") > 0);
        Assert.Contains("taken_off_by_a_rupture", File.ReadLines(scratch.At("run", "fragments.csv")).First(), StringComparison.Ordinal);
        Assert.Equal(1, Figure("shear strain") / 5e4 / Figure("dispersion time"), 1e-9);
    }

    [Fact]
    public void It_says_that_the_box_was_enlarged_and_that_eddies_are_smaller_than_the_agglomerates()
    {
        using ScratchFolder scratch = new();
        string[] shaken = ["--replicates", "1", "--set", "quality.preview.primaries=60", "--set", "dispersion.strain=0.5", "--set", "dispersion.equipment=ultrasonic", "--set", "slurry.zero_shear_viscosity=1 mPa s", "--set", "slurry.infinite_shear_viscosity=1 mPa s"];
        CliResult violent = CliProcess.Run(["disperse", .. shaken, "--set", "dispersion.power_density=1e9 W/kg", "--out", scratch.At("violent")]);
        Assert.Equal(0, violent.ExitCode);
        Assert.Contains("dispersion box enlarged in 1 of 1 replicates", violent.Error, StringComparison.Ordinal);
        Assert.Contains("as large as the smallest eddies", violent.Error, StringComparison.Ordinal);

        // (ν³/ε)^¼ = 10 µm at 0.1 W/g in a liquid as thin as water; one with room enough for its agglomerates.
        CliResult gentle = CliProcess.Run(["disperse", .. shaken, "--set", "dispersion.power_density=100 W/kg", "--set", "dispersion.largest_solids_fraction=0.005", "--out", scratch.At("gentle")]);
        Assert.Equal(0, gentle.ExitCode);
        Assert.DoesNotContain("enlarged", gentle.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("eddies", gentle.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_a_prefactor_was_missed()
    {
        using ScratchFolder scratch = new();
        CliResult spread = CliProcess.Run(["disperse", "--replicates", "1", "--set", "quality.preview.primaries=200", "--set", "dispersion.strain=0.1", "--set", "feedstock.granule_fraction=0", "--set", "feedstock.geometric_standard_deviation=1.9", "--set", "feedstock.fractal_dimension=1.9", "--out", scratch.At("spread")]);
        Assert.Equal(0, spread.ExitCode);
        Assert.Contains("feedstock.fractal_prefactor = 1.3: the fractal aggregates have ", spread.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_before_it_begins_that_thermal_motion_of_fine_primaries_will_take_long()
    {
        using ScratchFolder scratch = new();
        using CliProcess run = CliProcess.Start(["disperse", "--replicates", "1", "--set", "quality.preview.primaries=60", "--set", "feedstock.volume_median_diameter=20 nm", "--set", "dispersion.shear_rate=1 1/s", "--out", scratch.At("fine")]);
        run.WaitFor(scratch.At("fine", "replicates", "01", "checkpoints", "01-feedstock.checkpoint"));
        run.Kill();
        Assert.Contains("thermal motion of primaries of", run.Finish().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_thread_and_two_write_the_same_curves_and_a_killed_run_is_gone_on_with()
    {
        using ScratchFolder scratch = new();
        Assert.Equal(0, CliProcess.Run(["disperse", .. Short, "--threads", "1", "--out", scratch.At("one")]).ExitCode);
        using CliProcess run = CliProcess.Start(["disperse", .. Short, "--threads", "2", "--out", scratch.At("two")]);
        run.WaitFor(scratch.At("two", "replicates", "01", "checkpoints", "01-feedstock.checkpoint"));
        run.Kill();
        run.Finish();
        Assert.Equal(0, CliProcess.Run("resume", scratch.At("two"), "--threads", "2", "--quiet").ExitCode);
        Assert.All(["size-strain.csv", "fragments.csv", "dispersion.json"], file => Assert.Equal(File.ReadAllBytes(scratch.At("one", file)), File.ReadAllBytes(scratch.At("two", file))));
    }

    [Fact]
    public void A_map_of_few_points_has_each_as_a_row_and_a_picture()
    {
        using ScratchFolder scratch = new();
        CliResult done = CliProcess.Run("disperse", "--map", "--grid", "2x2", "--set", "dispersion.strain=6", "--quiet", "--json", "--out", scratch.At("map"));
        Assert.Equal(0, done.ExitCode);
        using var json = JsonDocument.Parse(done.Output);
        Assert.Equal(6, json.RootElement.GetProperty("functions").GetArrayLength());
        double[][] rows = [.. File.ReadLines(scratch.At("map", "window.csv")).Skip(1).Select(line => line.Split(',').Select(double.Parse).ToArray())];
        Assert.Equal(12, rows.Length);

        // 1 MPa against the weakest adhesion takes most apart within the short strain, 30 Pa against the strongest nothing.
        Assert.All(rows, row => Assert.InRange(row[4], row[1] > 1e5 && row[2] < 1e-3 ? 0.6 : 0, row[1] < 100 && row[2] > 1e-2 ? 0.1 : 1));
        Assert.True(File.Exists(scratch.At("map", "plots", "window-map.png")));
    }

    [Fact]
    public void A_killed_map_goes_on_with_the_points_that_are_open_and_ends_with_the_same_bytes()
    {
        using ScratchFolder scratch = new();
        string[] map = ["disperse", "--map", "--grid", "2x2", "--set", "dispersion.strain=6", "--quiet"];
        Assert.Equal(0, CliProcess.Run([.. map, "--out", scratch.At("whole")]).ExitCode);
        using CliProcess run = CliProcess.Start([.. map, "--threads", "1", "--out", scratch.At("killed")]);
        string kept = scratch.At("killed", "checkpoints", "window.inner");
        run.WaitFor(kept);
        run.Kill();
        run.Finish();

        CliResult resumed = CliProcess.Run("resume", scratch.At("killed"), "--threads", "2");
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains("done before", resumed.Error, StringComparison.Ordinal);
        Assert.All(["window.csv", "window.json", "plots/window-map.png"], file => Assert.Equal(File.ReadAllBytes(scratch.At("whole", file)), File.ReadAllBytes(scratch.At("killed", file))));
        Assert.False(File.Exists(kept));
    }

    [Theory]
    [InlineData("--grid 5: give the points", "--map", "--grid", "5")]
    [InlineData("--replicates 0", "--replicates", "0")]
    [InlineData("nowhere.toml", "nowhere.toml")]
    [InlineData("there is no option --bogus", "--bogus")]
    public void Bad_usage_is_one_line(string said, params string[] arguments) => Refusal.Says(CliProcess.Run(["disperse", .. arguments]), said);

    [Fact]
    public void A_history_of_shear_and_extension_is_run_as_listed()
    {
        using ScratchFolder scratch = new();
        string recipe = scratch.Write("history.toml", """
            [[dispersion.history]]
            flow = "extension"
            plane = "xy"
            rate = "2e4 1/s"
            strain = 2

            [[dispersion.history]]
            rate = "5e4 1/s"
            strain = 2
            """);
        Assert.Equal(0, CliProcess.Run("disperse", recipe, "--replicates", "1", "--set", "quality.preview.primaries=60", "--quiet", "--out", scratch.At("run")).ExitCode);

        // Two periods of extension and two boxes of shear.
        string last = File.ReadLines(scratch.At("run", "size-strain.csv")).Last();
        Assert.Equal((2 * 0.962424) + 2, double.Parse(last.Split(',')[0]), 1e-4);
    }
}
