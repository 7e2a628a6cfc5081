namespace DispersionSim.Tests.Architecture;

/// <summary>The sources of the rooms.</summary>
internal static class SourceTree
{
    private static readonly char Slash = Path.DirectorySeparatorChar;

    /// <summary>Files of the rooms (not of tests) of a kind, build outputs left out.</summary>
    public static string[] Files(string pattern) => [.. new[] { "src", "kernels" }.SelectMany(folder => Under(folder, pattern))];

    /// <summary>The same, tests and benchmarks among them.</summary>
    public static string[] AllFiles(string pattern) => [.. new[] { "src", "kernels", "tests", "benchmarks" }.SelectMany(folder => Under(folder, pattern))];

    private static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root(), folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Slash}obj{Slash}", StringComparison.Ordinal) && !path.Contains($"{Slash}bin{Slash}", StringComparison.Ordinal));

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "DispersionSim.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        Assert.SkipUnless(folder is not null, "the sources are not beside the tests");
        return folder!;
    }
}
