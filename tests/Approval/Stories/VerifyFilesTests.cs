namespace DispersionSim.Tests.Approval;

/// <summary>Verdicts on measured files alone.</summary>
public sealed class VerifyFilesTests
{
    /// <summary>Ra 4/9 um: rows of 0, 0 and 1 um.</summary>
    private const string Rough = "0 0 1\n0 0 1\n0 0 1\n";

    private const string Small = "0.4\n0.5\n0.6\n0.5\n0.45\n0.55\n0.5\n0.48\n0.52\n0.5\n";

    [Fact]
    public void Claim_is_open_while_a_condition_was_neither_measured_nor_declared()
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run("verify", "--distribution", scratch.Write("sizes.txt", Small), "--unit", "um", "--json");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("\"inconclusive\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("not measured", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Particles_that_are_too_large_settle_claim_1_and_the_claim_that_rests_on_it()
    {
        using ScratchFolder scratch = new();
        string large = scratch.Write("sizes.txt", string.Concat(Small.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => $"1{l[1..]}\n")));
        CliResult result = CliProcess.Run("verify", "--distribution", large, "--unit", "um", "--declared", "--require", "1");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("not supported", result.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--require|11", "measured files bear on claims 1 and 3 only")]
    [InlineData("si-pi-cu", "cannot be verified together")]
    public void What_files_cannot_show_is_refused_in_one_line(string more, string words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run(["verify", .. more.Split('|'), "--surface", scratch.Write("steps.txt", Rough), "--unit", "um"]), words);
    }

    [Fact]
    public void Nothing_to_verify_is_refused_in_one_line() => Refusal.Says(CliProcess.Run("verify"), "--image", "recipe");

    [Fact]
    public void Exhibit_on_files_names_them_by_their_hash_and_says_what_would_flip_the_verdict()
    {
        using ScratchFolder scratch = new();
        string sizes = scratch.Write("sizes.txt", Small), surface = scratch.Write("steps.txt", Rough);
        CliResult result = CliProcess.Run("verify", "--distribution", sizes, "--surface", surface, "--surface-pixel-size", "5 um", "--unit", "um", "--declared", "--out", scratch.At("exhibit"));
        Assert.True(result.ExitCode == 0, result.Error);
        string page = File.ReadAllText(scratch.At("exhibit", "exhibit.html"));
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(sizes))), page, StringComparison.Ordinal);
        Assert.Contains("would flip at 1\u00a0µm", page, StringComparison.Ordinal);
        Assert.Contains("would flip at 0.2\u00a0µm", page, StringComparison.Ordinal);
        Assert.Contains("What is declared was not measured", page, StringComparison.Ordinal);
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(page, "<figure>"));
        Assert.Contains("\"claim\": 3", File.ReadAllText(scratch.At("exhibit", "claims.json")), StringComparison.Ordinal);
    }
}
