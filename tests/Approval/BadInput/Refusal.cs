namespace DispersionSim.Tests.Approval;

/// <summary>How the program refuses: exit code 2 and one line that says what is wrong, never a stack trace.</summary>
internal static class Refusal
{
    public static void Says(CliResult result, params string[] words)
    {
        Assert.True(result.ExitCode == 2, $"exit code {result.ExitCode}; standard error: {result.Error}");
        string line = Assert.Single(result.ErrorLines);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", line, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
