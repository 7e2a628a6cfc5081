using System.Globalization;
using System.Text.Json;

namespace DispersionSim.Tests.Approval;

public sealed class MapTests
{
    private const string Layer = "\"quality.preview.primaries=60\", \"dispersion.strain=4\"";

    private const string Furnace = $"""
        name = "furnace"
        set = ["heat_treatment.atmosphere=air", {Layer}]
        replicates = 1
        figures = ["binder remaining fraction"]
        claims = [7, 12]

        [[vary]]
        key = "heat_treatment.programme.0.to"
        values = ["400 degC", "450 degC"]

        [[vary]]
        key = "heat_treatment.programme.0.hold"
        values = ["10 h", "1000 h"]
        """;

    // 8 and 41 % are lost in 10 h in air, as printed with the law; what a first-order loss leaves after a hundred times as long is that to the hundredth power.
    [Fact]
    public void Temperature_and_time_leave_the_printed_binder_and_the_window_ends_where_a_tenth_is_left()
    {
        using ScratchFolder scratch = new();
        CliResult done = CliProcess.Run("map", scratch.Write("furnace.toml", Furnace), "--quiet", "--json", "--out", scratch.At("map"));
        Assert.Equal(0, done.ExitCode);
        using var json = JsonDocument.Parse(done.Output);
        Assert.Equal((4, 2), (json.RootElement.GetProperty("points").GetInt32(), json.RootElement.GetProperty("points_in_window").GetInt32()));
        double[][] rows = Rows(scratch);
        Assert.Equal([673.15, 723.15, 673.15, 723.15], rows.Select(r => Math.Round(r[0], 9)));
        Assert.Equal([36000.0, 36000, 3.6e6, 3.6e6], rows.Select(r => Math.Round(r[1], 6)));
        Assert.Equal([0.92, 0.59, Math.Pow(0.92, 100), 0], rows.Select(r => r[2]), (e, m) => Math.Abs(e - m) < 0.006);
        Assert.Equal([1.0, 1, 0, 0], rows.Select(r => r[^1]));
        Assert.True(File.Exists(scratch.At("map", "plots", "binder-remaining-fraction.png")));
    }

    [Fact]
    public void A_killed_map_is_gone_on_with_and_keeps_its_finished_points()
    {
        using ScratchFolder scratch = new();
        string study = scratch.Write("furnace.toml", Furnace);
        Assert.Equal(0, CliProcess.Run("map", study, "--quiet", "--threads", "2", "--out", scratch.At("whole")).ExitCode);
        using CliProcess run = CliProcess.Start("map", study, "--threads", "1", "--out", scratch.At("map"));
        string first = scratch.At("map", "points", "0001-01.json");
        run.WaitFor(first);
        run.Kill();
        run.Finish();
        DateTime written = File.GetLastWriteTimeUtc(first);
        Assert.Equal(0, CliProcess.Run("resume", scratch.At("map"), "--quiet").ExitCode);
        Assert.Equal(written, File.GetLastWriteTimeUtc(first));
        Assert.All(["map.csv", "map.json"], file => Assert.Equal(File.ReadAllBytes(scratch.At("whole", file)), File.ReadAllBytes(scratch.At("map", file))));
    }

    // The constants of decomposition hold up to 650 degC.
    [Fact]
    public void A_temperature_beyond_the_data_is_said_and_marked()
    {
        using ScratchFolder scratch = new();
        string study = scratch.Write("hot.toml", $"set = [{Layer}]\nreplicates = 1\nfigures = [\"binder remaining fraction\"]\n[[vary]]\nkey = \"heat_treatment.programme.0.to\"\nvalues = [\"400 degC\", \"700 degC\"]\n");
        CliResult done = CliProcess.Run("map", study, "--json", "--out", scratch.At("map"));
        const string said = "binder remaining fraction at some points: decomposition of the binder is known for 300 to 650 degC";
        Assert.Contains(said, done.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(done.Output);
        Assert.Equal([said], json.RootElement.GetProperty("extrapolated").EnumerateArray().Select(e => e.GetString()));
    }

    [Fact]
    public void A_point_that_cannot_be_made_is_said_and_left_out()
    {
        using ScratchFolder scratch = new();
        string study = scratch.Write("porosity.toml", $"""
            set = ["pressing.target=porosity", {Layer}]
            replicates = 1
            stage = "pressing"
            figures = ["pressed porosity"]

            [[vary]]
            key = "pressing.porosity"
            values = ["0.25", "0.7"]
            """);
        CliResult done = CliProcess.Run("map", study, "--out", scratch.At("map"));
        Assert.Equal(0, done.ExitCode);
        Assert.Contains("point 2 left out: pressing.porosity 0.7: pressing.porosity = 0.7: the dried layer is already at porosity", done.Error, StringComparison.Ordinal);
        double[][] rows = Rows(scratch);

        // The plate stands on the highest particles of a small layer, the porosity is that under the mean surface, and the layer springs back.
        Assert.InRange(rows[0][1], 0.15, 0.35);
        Assert.True(double.IsNaN(rows[1][1]));
    }

    [Theory]
    [InlineData("drying-rate.toml")]
    [InlineData("pressure.toml")]
    [InlineData("furnace.toml")]
    [InlineData("furnace-air.toml")]
    public void The_studies_that_come_with_the_program_run(string name)
    {
        using ScratchFolder scratch = new();
        string study = Path.Combine(SharedData.Repository, "recipes", "maps", name);
        string[] second = name.StartsWith("furnace", StringComparison.Ordinal) ? ["--set", "vary.1.values=[\"1 h\", \"10 h\"]"] : [];
        CliResult done = CliProcess.Run(["map", study, "--set", $"set=[{Layer}]", "--set", "replicates=1", "--set", "vary.0.points=2", .. second, "--quiet", "--out", scratch.At("map")]);
        Assert.True(done.ExitCode == 0, done.Error);
        Assert.Equal(second.Length > 0 ? 4 : 2, Rows(scratch).Length);
        Assert.Equal(2, Directory.GetFiles(scratch.At("map", "plots")).Length);
    }

    [Theory]
    [InlineData("key = \"drying.rat\"\nfrom = \"1 g/(m^2 s)\"\nto = \"2 g/(m^2 s)\"", "vary.0.key = \"drying.rat\"", "is no key of a recipe")]
    [InlineData("key = \"drying.rate\"\nfrom = \"1 um\"\nto = \"2 g/(m^2 s)\"", "vary.0.from = \"1 um\"", "kg/(m^2 s)")]
    [InlineData("key = \"drying.rate\"\nfrom = \"1 g/(m^2 s)\"", "vary.0.to", "is missing")]
    [InlineData("key = \"drying.rate\"\nfrom = \"1 g/(m^2 s)\"\nto = \"1 g/(m^2 s)\"", "is no range")]
    [InlineData("key = \"drying.rate\"\nvalues = [\"1 kg/(m^2 s)\"]", "drying.rate=", "must be a")]
    [InlineData("key = \"heat_treatment.atmosphere\"\nvalues = [\"air\"]", "cannot be varied")]
    [InlineData("ky = \"drying.rate\"", "bad.toml:4", "vary.0.ky", "did you mean 'key'")]
    [InlineData("key = \"drying.rate\"\nvalues = [\"1 g/(m^2 s)\"]\n[[vary]]\nkey = \"drying.rate\"\nvalues = [\"1 g/(m^2 s)\"]\n[[vary]]\nkey = \"drying.rate\"\nvalues = [\"1 g/(m^2 s)\"]", "3 knobs")]
    public void A_bad_knob_is_one_line(string knob, params string[] said)
    {
        using ScratchFolder scratch = new();
        string study = scratch.Write("bad.toml", $"stage = \"drying\"\nfigures = [\"binder top to bottom\"]\n[[vary]]\n{knob}\n");
        Refusal.Says(CliProcess.Run("map", study, "--out", scratch.At("map")), ["bad.toml", .. said]);
        Assert.False(Directory.Exists(scratch.At("map")));
    }

    [Theory]
    [InlineData("stage = \"baking\"", "stage = \"baking\": is no stage of the recipe")]
    [InlineData("claims = [3]", "claims = [3]: must be of 7, 8, 12")]
    [InlineData("recipe = \"nowhere.toml\"", "nowhere.toml", "no such file")]
    [InlineData("set = [\"drying.rate=1\"]", "drying.rate=1", "has no unit")]
    [InlineData("figures = []", "figures", "is missing")]
    public void A_bad_study_is_one_line(string line, params string[] said)
    {
        using ScratchFolder scratch = new();
        string figures = line.StartsWith("figures", StringComparison.Ordinal) ? "" : "figures = [\"binder top to bottom\"]\n";
        string study = scratch.Write("bad.toml", $"{line}\n{figures}[[vary]]\nkey = \"drying.rate\"\nvalues = [\"1 g/(m^2 s)\"]\n");
        Refusal.Says(CliProcess.Run("map", study, "--out", scratch.At("map")), ["bad.toml", .. said]);
    }

    [Fact]
    public void A_figure_that_is_not_measured_is_named_with_those_that_are()
    {
        using ScratchFolder scratch = new();
        string study = scratch.Write("bad.toml", $"set = [{Layer}]\nreplicates = 1\nstage = \"drying\"\nfigures = [\"binder gradent\"]\n[[vary]]\nkey = \"drying.rate\"\nvalues = [\"1 g/(m^2 s)\"]\n");
        Refusal.Says(CliProcess.Run("map", study, "--quiet", "--out", scratch.At("map")), "\"binder gradent\" is not measured", "binder top to bottom");
    }

    private static double[][] Rows(ScratchFolder scratch) =>
        [.. File.ReadLines(scratch.At("map", "map.csv")).Skip(1).Select(line => line.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray())];
}
