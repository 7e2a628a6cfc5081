using System.Text.Json;

namespace DispersionSim.Tests.Approval;

public sealed class BenchTests
{
    [Fact]
    public void A_study_times_every_kernel_and_can_be_compared_with_itself()
    {
        using ScratchFolder scratch = new();
        string folder = Path.Combine(scratch.Root, "bench");
        CliResult result = CliProcess.Run("bench", "--sizes", "2000", "--threads", "2", "--json", "--quiet", "--out", folder);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Empty(result.ErrorLines);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        JsonElement[] kernels = [.. document.RootElement.GetProperty("kernels").EnumerateArray()];
        foreach (JsonElement k in kernels)
        {
            double seconds = k.GetProperty("seconds").GetDouble();
            Assert.True(seconds > 0 && k.GetProperty("bytes").GetDouble() > 0 && k.GetProperty("flops").GetDouble() > 0);

            // Definition of the rate; the numbers are written with all their digits.
            Assert.Equal(k.GetProperty("particles").GetInt64() / seconds, k.GetProperty("particle_steps_per_second").GetDouble(), 1e-6 / seconds);
        }

        // The cube nearest to 2000 is 13³; velocity and place of 16 bytes read, place written.
        JsonElement advance = Assert.Single(kernels, k => k.GetProperty("name").GetString() == "AdvanceParticles, 2 threads");
        Assert.Equal(2197, advance.GetProperty("particles").GetInt64());
        Assert.Equal(2197 * 48, advance.GetProperty("bytes").GetDouble());
        Assert.All(["bench.json", "bench.md", "roofline.png"], file => Assert.True(File.Exists(Path.Combine(folder, file)), file));

        string file = Path.Combine(folder, "bench.json");
        CliResult compared = CliProcess.Run("bench", "--compare", file, file, "--json");
        Assert.True(compared.ExitCode == 0, compared.Error);
        using JsonDocument ratios = JsonDocument.Parse(compared.Output);
        JsonElement[] rows = [.. ratios.RootElement.GetProperty("ratios").EnumerateArray()];
        Assert.Equal(kernels.Length, rows.Length);
        Assert.All(rows, r => Assert.Equal(1, r.GetProperty("times_faster").GetDouble()));

        // The same study as if from another device: kernel by kernel, the host's rows on all its threads.
        string other = Path.Combine(scratch.Root, "other.json");
        File.WriteAllText(other, File.ReadAllText(file).Replace(", 2 threads", ", cuda:0", StringComparison.Ordinal).Replace(", 1 thread", ", cuda:1", StringComparison.Ordinal));
        using JsonDocument across = JsonDocument.Parse(CliProcess.Run("bench", "--compare", file, other, "--json").Output);
        JsonElement[] pairs = [.. across.RootElement.GetProperty("ratios").EnumerateArray()];
        Assert.Equal(kernels.Length / 2, pairs.Length);
        Assert.All(pairs, r => Assert.EndsWith(", 2 threads", r.GetProperty("name").GetString(), StringComparison.Ordinal));
        Assert.All(pairs, r => Assert.Equal(1, r.GetProperty("times_faster").GetDouble()));
    }

    [Fact]
    public void Files_that_are_no_study_and_sizes_that_are_no_size_are_refused_in_one_line()
    {
        using ScratchFolder scratch = new();
        string broken = Path.Combine(scratch.Root, "broken.json"), empty = Path.Combine(scratch.Root, "empty.json");
        File.WriteAllText(broken, "no JSON");
        File.WriteAllText(empty, """{"device":{},"kernels":[]}""");
        Refusal.Says(CliProcess.Run("bench", "--compare", broken, broken), "broken.json", "JSON");
        Refusal.Says(CliProcess.Run("bench", "--compare", empty, empty), "empty.json", "no kernel");
        Refusal.Says(CliProcess.Run("bench", "--compare", Path.Combine(scratch.Root, "absent.json"), empty), "absent.json");
        Refusal.Says(CliProcess.Run("bench", "--sizes", "5"), "--sizes", "100");
        Refusal.Says(CliProcess.Run("bench", "--device", "abacus"), "abacus", "ilgpu-cpu");
    }
}
