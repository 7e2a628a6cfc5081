using System.Text.RegularExpressions;

namespace DispersionSim.Tests.Approval;

/// <summary>Words that users and scripts have come to rely on.</summary>
public sealed class ApprovedTextTests
{
    [Fact]
    public void Help_of_run_is_as_approved()
    {
        string help = CliProcess.Run("run", "--help").Output;

        // The default is the number of processors of the machine.
        ApprovedText.Matches("run-help.txt", Regex.Replace(help, @"(?<=do not depend on it \[default: )\d+", "N", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Explanation_of_dispersion_is_as_approved() => ApprovedText.Matches("explain-dispersion.txt", CliProcess.Run("recipe", "explain", "dispersion").Output);

    [Fact]
    public void A_changed_line_is_reported_with_both_versions()
    {
        string changed = File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "Approval", "Approved", "run-help.txt")).Replace("--seed", "--sead", StringComparison.Ordinal);
        string message = Assert.ThrowsAny<Exception>(() => ApprovedText.Matches("run-help.txt", changed)).Message;
        Assert.Contains("--seed <seed>", message, StringComparison.Ordinal);
        Assert.Contains("--sead <seed>", message, StringComparison.Ordinal);
    }

    // The ones that show no progress or write a file among them.
    [Theory]
    [InlineData("report")]
    [InlineData("export")]
    [InlineData("devices")]
    [InlineData("recipe", "new")]
    [InlineData("recipe", "schema")]
    [InlineData("recipe", "explain")]
    [InlineData("analyze", "surface")]
    [InlineData("analyze", "distribution")]
    public void Every_command_takes_json_and_quiet(params string[] command)
    {
        string help = CliProcess.Run([.. command, "--help"]).Output;
        Assert.Contains("--json", help, StringComparison.Ordinal);
        Assert.Contains("--quiet", help, StringComparison.Ordinal);
    }
}
