using System.Text.Json;

namespace DispersionSim.Tests.Approval;

public sealed class CalibrateTests
{
    private static readonly string[] Short = ["--set", "quality.preview.primaries=40", "--set", "claims.minimum_replicates=2", "--set", "quality.preview.replicates=2", "--layers", "5", "--quiet"];

    [Fact]
    public void Layers_are_decided_in_groups_and_those_left_over_in_none()
    {
        using ScratchFolder scratch = new();
        CliResult done = CliProcess.Run(["calibrate", .. Short, "--set", "dispersion.shear_rate=\"20 1/s\"", "--set", "dispersion.strain=4", "--out", scratch.At("run")]);
        Assert.Equal(0, done.ExitCode);
        using var json = JsonDocument.Parse(File.ReadAllBytes(scratch.At("run", "calibration.json")));
        JsonElement[] rows = [.. json.RootElement.GetProperty("metrics").EnumerateArray()];
        Assert.All(rows, row => Assert.Equal(2, row.GetProperty("replicates").GetInt32()));

        // Four parts of the rule and eight conditions of the layers; of their nulls, without ancestry, three and five.
        Assert.Equal(12, Rows("made by the recipe, "));
        Assert.Equal(8, Rows("process null, "));
        Assert.Equal(20, rows.Length);

        // Powder that was hardly stirred is not broken apart in any group, and its bonds say so.
        foreach (string part in new[] { "broken apart (a)", "surviving feedstock bonds" })
        {
            Assert.Equal(0, rows.Single(r => r.GetProperty("name").GetString() == $"made by the recipe, {part}, groups of 2: found uniform").GetProperty("value").GetDouble());
        }

        Assert.Contains("process null", done.Output, StringComparison.Ordinal);

        // A line a layer and quantity; a null more than a run of this quality has, so that one is judged against as many as a run's layers are.
        string[] layers = File.ReadAllLines(scratch.At("run", "calibration-layers.csv"));
        Assert.Equal("layer,quantity,value,null 1,null 2", layers[0]);
        Assert.Equal(5, layers.Count(l => l.Contains("\"surviving feedstock bonds\"", StringComparison.Ordinal)));

        int Rows(string kind) => rows.Count(r => r.GetProperty("name").GetString()!.StartsWith(kind, StringComparison.Ordinal));
    }

    [Fact]
    public void A_stopped_calibration_is_gone_on_with()
    {
        using ScratchFolder scratch = new();
        using CliProcess run = CliProcess.Start(["calibrate", .. Short, "--out", scratch.At("run")]);
        run.WaitFor(scratch.At("run", "replicates", "01", "checkpoints", "01-feedstock.checkpoint"));
        run.Kill();
        run.Finish();
        Assert.Equal(0, CliProcess.Run("resume", scratch.At("run"), "--quiet").ExitCode);
        Assert.True(File.Exists(scratch.At("run", "calibration.json")));
    }

    [Fact]
    public void Fewer_layers_than_a_group_are_refused() =>
        Refusal.Says(CliProcess.Run("calibrate", "--layers", "3"), "--layers 3: must be at least 8, the replicates that a verdict takes");
}
