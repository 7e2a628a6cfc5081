namespace DispersionSim.Tests.Approval;

/// <summary>Measured files of other people beside the repository; tests that need one are skipped where it is absent.</summary>
internal static class SharedData
{
    public static string Repository { get; } = FindRepository();

    public static string Path(string relative)
    {
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository, "..", "shared", "data", relative));
        Assert.SkipUnless(File.Exists(path), $"shared/data/{relative} is not here");
        return path;
    }

    private static string FindRepository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "DispersionSim.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests do not run from inside the repository");
        }

        return folder;
    }
}
