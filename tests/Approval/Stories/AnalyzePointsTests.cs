using System.Globalization;
using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.Tests.Approval;

/// <summary>What a user of <c>analyze points</c> and <c>analyze distribution</c> gets.</summary>
public sealed class AnalyzePointsTests
{
    [Fact]
    public void Points_of_two_kinds_give_every_function_with_the_band_of_its_null_and_a_page()
    {
        using ScratchFolder scratch = new();
        var random = new RandomStream(4, StreamName.MonteCarlo);
        string table = "x,y,r,label\n" + string.Concat(Enumerable.Range(0, 100).Select(k => string.Create(CultureInfo.InvariantCulture, $"{(k % 10) + (0.6 * random.NextDouble())},{(k / 10) + (0.6 * random.NextDouble())},{0.05 + (0.1 * random.NextDouble())},{(k < 50 ? "a" : "b")}\n")));
        CliResult result = CliProcess.Run("analyze", "points", scratch.Write("points.csv", table), "--box", "10 10", "--null", "hard-spheres", "--simulations", "119", "--json", "--out", scratch.At("page"));
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        string[] functions = [.. document.RootElement.GetProperty("functions").EnumerateArray().Select(f => f.GetProperty("name").GetString()!)];
        Assert.Equal(["L function", "nearest-neighbour function", "Ripley's K", "pair correlation", "corrected nearest-neighbour function", "empty-space function", "J function", "mark correlation of radii", "K between a and b"], functions);
        Assert.All(document.RootElement.GetProperty("functions").EnumerateArray(), f => Assert.Equal(f.GetProperty("r").GetArrayLength(), f.GetProperty("null_low").GetArrayLength()));
        JsonElement index = document.RootElement.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "nearest-neighbour index");
        Assert.True(index.GetProperty("interval")[0].GetDouble() < index.GetProperty("value").GetDouble());
        string page = File.ReadAllText(scratch.At("page", "points.html"));
        Assert.Contains("random hard discs", page, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch.At("page", "plots", "mark-correlation.svg")));
    }

    // 1 and 3 um: D[1,0] 2, D[3,2] = 28/10, D[4,3] = 82/28.
    [Fact]
    public void Single_particles_give_means_by_number_area_and_volume_with_intervals_and_a_page()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run("analyze", "distribution", scratch.Write("sizes.csv", string.Concat(Enumerable.Repeat("1\n3\n", 30))), "--unit", "um", "--json", "--out", scratch.At("page"));
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement[] metrics = [.. document.RootElement.GetProperty("metrics").EnumerateArray()];
        JsonElement Of(string name) => metrics.Single(m => m.GetProperty("name").GetString() == name);
        Assert.Equal(2e-6, Of("D[1,0]").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(2.8e-6, Of("D[3,2]").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(82e-6 / 28, Of("D[4,3]").GetProperty("value").GetDouble(), 1e-12);
        Assert.Equal(3e-6, Of("D50,a").GetProperty("value").GetDouble(), 1e-12);

        // Half of 60 are 3 um: 1.96 standard errors of the mean are 2·0.5·1.96/√60 = 0.253 um.
        JsonElement interval = Of("D[1,0]").GetProperty("interval");
        Assert.Equal(1.747e-6, interval[0].GetDouble(), 0.04e-6);
        Assert.Equal(2.253e-6, interval[1].GetDouble(), 0.04e-6);
        Assert.True(File.Exists(scratch.At("page", "plots", "cumulative.svg")));
        Assert.Contains("drawing the particles", File.ReadAllText(scratch.At("page", "distribution.html")), StringComparison.Ordinal);
    }
}
