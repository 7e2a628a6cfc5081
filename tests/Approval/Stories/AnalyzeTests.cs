using System.Text.Json;
using System.Text.RegularExpressions;

namespace DispersionSim.Tests.Approval;

public sealed class AnalyzeTests
{
    // Rows 0 0 1 um: mean 1/3, Sa = (2 · 1/3 + 2/3)/3 = 4/9 um, which no decimal holds.
    private const string Heights = "0 0 1\n0 0 1\n0 0 1\n";

    [Fact]
    public void Text_is_rounded_to_five_digits()
    {
        using ScratchFolder scratch = new();
        CliResult result = Analyze(scratch);
        Assert.Contains("Sa raw           0.44444 um ", result.Output, StringComparison.Ordinal);
        Assert.Contains("size             0.84 um x 0.84 um", result.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex(@"\d\.\d{6}", RegexOptions.None, TimeSpan.FromSeconds(1)), result.Output);
    }

    [Fact]
    public void Json_keeps_every_digit()
    {
        using ScratchFolder scratch = new();
        using JsonDocument document = JsonDocument.Parse(Analyze(scratch, "--json").Output);
        JsonElement sa = document.RootElement.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("name").GetString() == "Sa raw");
        Assert.Equal(4e-6 / 9, sa.GetProperty("value").GetDouble(), 1e-20);
    }

    private static CliResult Analyze(ScratchFolder scratch, params string[] more)
    {
        CliResult result = CliProcess.Run(["analyze", "surface", scratch.Write("steps.txt", Heights), "--unit", "um", "--pixel-size", "0.28 um", .. more]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }
}
