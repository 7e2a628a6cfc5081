using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Real files of other people beside the repository; tests that need one are skipped where it is absent.</summary>
internal static class MeasuredFiles
{
    /// <summary>Full path of a file below shared/data.</summary>
    public static string Path(string relative)
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(System.IO.Path.Combine(root, "DispersionSim.sln")))
        {
            root = System.IO.Path.GetDirectoryName(root);
        }

        string path = System.IO.Path.Combine(root ?? ".", "..", "shared", "data", relative);
        Assert.SkipUnless(File.Exists(path), $"shared/data/{relative} is not here");
        return path;
    }
}
