using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>The analysis reference data beside the checkout.</summary>
internal static class AnalysisFolder
{
    /// <summary>A file of it; the test skips where the data is absent.</summary>
    public static string File(params string[] path)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !System.IO.File.Exists(Path.Combine(root.FullName, "DispersionSim.sln")))
        {
            root = root.Parent;
        }

        string folder = Path.Combine(root?.FullName ?? ".", "..", "shared", "reference", "analysis");
        Assert.SkipUnless(Directory.Exists(folder), "the analysis reference data is not here");
        return Path.Combine([folder, .. path]);
    }
}
