using System.Text.Json;
using DispersionSim.Core;
using DispersionSim.Imaging;

namespace DispersionSim.Tests.Approval;

/// <summary>What a user of <c>analyze image</c> and <c>analyze volume</c> gets.</summary>
public sealed class AnalyzePicturesTests
{
    [Fact]
    public void Micrograph_with_all_particles_in_one_half_is_not_uniform_and_its_page_shows_the_outlines()
    {
        using ScratchFolder scratch = new();
        string file = Picture(scratch, (k, random) => (20 + (random.NextDouble() * 260), 20 + (random.NextDouble() * 110)));
        CliResult result = CliProcess.Run("analyze", "image", file, "--pixel-size", "10 nm", "--simulations", "119", "--json", "--out", scratch.At("page"));
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        Assert.Equal("not uniform", document.RootElement.GetProperty("uniformity").GetProperty("verdict").GetString());
        string page = File.ReadAllText(scratch.At("page", "micrograph.html"));
        Assert.Contains("not uniform", page, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch.At("page", "plots", "profile-overlay-1.png")));
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal).Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_on_a_micrograph_tells_what_another_threshold_and_a_smaller_window_would_say()
    {
        using ScratchFolder scratch = new();
        string file = Picture(scratch, (k, random) => (20 + (random.NextDouble() * 260), 20 + (random.NextDouble() * 110)));
        CliResult result = CliProcess.Run("verify", "--image", file, "--pixel-size", "10 nm", "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("the same with the threshold a tenth of the contrast lower, with the threshold a tenth of the contrast higher, in the middle 80 % of each edge", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_micrograph_of_particles_at_random_is_never_called_uniform()
    {
        using ScratchFolder scratch = new();
        string file = Picture(scratch, (k, random) => (10 + (random.NextDouble() * 280), 10 + (random.NextDouble() * 280)));
        CliResult result = CliProcess.Run("analyze", "image", file, "--pixel-size", "10 nm", "--simulations", "119");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("inconclusive: no departure from chance found in 1 section; \"uniform\" takes at least 5", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Power_without_ancestry_is_a_share_with_its_interval_and_a_plot()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run("analyze", "power", "--contrasts", "2.5", "--share", "0.5", "--particles", "300", "--repeats", "2", "--simulations", "119", "--json", "--quiet", "--out", scratch.At("power"));
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement detected = document.RootElement.GetProperty("metrics")[0];
        Assert.Equal(1, detected.GetProperty("value").GetDouble());
        Assert.Equal(2, detected.GetProperty("replicates").GetInt32());
        Assert.Single(Directory.GetFiles(scratch.At("power", "plots")));
        Refusal.Says(CliProcess.Run("analyze", "power", "--contrasts", "3"), "--contrasts 3", "from 0.5 to 2.5");
        Refusal.Says(CliProcess.Run("analyze", "power", "--sections", "0,-1"), "--sections 0,-1", "0 to 100");
    }

    [Fact]
    public void Power_of_points_and_of_a_section_are_a_curve_each()
    {
        CliResult result = CliProcess.Run("analyze", "power", "--contrasts", "1,2.5", "--particles", "100", "--repeats", "2", "--simulations", "119", "--sections", "0,1", "--json", "--quiet");
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        Assert.Equal(["detected at contrast 1, points", "detected at contrast 2.5, points", "detected at contrast 1, 1 section", "detected at contrast 2.5, 1 section"], document.RootElement.GetProperty("metrics").EnumerateArray().Select(m => m.GetProperty("name").GetString()!));
        Assert.Equal(["detected, points", "detected, 1 section"], document.RootElement.GetProperty("functions").EnumerateArray().Select(f => f.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Volume_gives_tortuosity_where_a_path_leads_through_and_says_where_none_does()
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("layers.raw");
        File.WriteAllBytes(file, [.. Enumerable.Range(0, 1000).Select(k => (byte)(k / 10 % 10 / 5))]);
        CliResult result = CliProcess.Run("analyze", "volume", file, "--shape", "10,10,10", "--type", "uint8", "--voxel-size", "1 um", "--tortuosity", "--json", "--out", scratch.At("page"));
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        double Value(string name) => document.RootElement.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
        Assert.Equal(0.5, Value("fraction of 1"), 1e-12);
        Assert.Equal(1, Value("tortuosity factor along axis 0 of 1"), 1e-6);
        Assert.Equal(0, Value("effective diffusivity along axis 1 of 1"));
        Assert.Contains("no path leads through along axis 1", result.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(scratch.At("page", "volume.html")));
    }

    [Fact]
    public void Transport_solves_the_phases_that_are_named_together_and_says_null_where_no_path_leads_through()
    {
        using ScratchFolder scratch = new();
        string file = scratch.At("layers.raw");
        File.WriteAllBytes(file, [.. Enumerable.Range(0, 1000).Select(k => (byte)(k / 10 % 10 / 5))]);
        CliResult result = CliProcess.Run("transport", file, "--shape", "10,10,10", "--type", "uint8", "--phase", "1", "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement[] axes = [.. document.RootElement.GetProperty("results").EnumerateArray()];
        Assert.Equal([0, 1, 2], axes.Select(a => a.GetProperty("axis").GetInt32()));
        Assert.Equal(1, axes[0].GetProperty("tortuosity_factor").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Null, axes[1].GetProperty("tortuosity_factor").ValueKind);
        Assert.Equal(0.5, axes[2].GetProperty("effective").GetDouble(), 1e-6);
        Refusal.Says(CliProcess.Run("transport", file, "--shape", "10,10,10", "--type", "uint8", "--phase", "7"), "--phase 7", "0, 1");
        Refusal.Says(CliProcess.Run("transport", file, "--shape", "10,10,10", "--type", "uint8", "--axis", "3"), "--axis 3", "all");
    }

    /// <summary>Bright discs that do not touch on a dark ground.</summary>
    private static string Picture(ScratchFolder scratch, Func<int, RandomStream, (double X, double Y)> place)
    {
        const int side = 300;
        var random = new RandomStream(4, StreamName.MonteCarlo);
        var discs = new List<(double X, double Y, double R)>();
        for (int k = 0; discs.Count < 70; k++)
        {
            // Sections of equal spheres, as the null has them.
            double r = Math.Max(3, 7 * Math.Sqrt(1 - Math.Pow(random.NextDouble(), 2)));
            (double x, double y) = place(k, random);
            if (discs.TrueForAll(d => Math.Sqrt(Math.Pow(d.X - x, 2) + Math.Pow(d.Y - y, 2)) > d.R + r + 3))
            {
                discs.Add((x, y, r));
            }
        }

        float[] values = [.. Enumerable.Range(0, side * side).Select(i => discs.Exists(d => Math.Pow(d.X - (i % side) - 0.5, 2) + Math.Pow(d.Y - (i / side) - 0.5, 2) < d.R * d.R) ? 200f : 50f)];
        string file = scratch.At("sem.png");
        File.WriteAllBytes(file, MicrographOverlay.Draw(new GreyImage(side, side, values, null), [.. Enumerable.Repeat(-1, side * side)], "sem", "").Bytes);
        return file;
    }
}
