using System.Text.RegularExpressions;

namespace DispersionSim.Tests.Kernels;

/// <summary>The text of the kernels, comments taken out.</summary>
internal static partial class KernelSource
{
    public static IEnumerable<(string Name, string Code)> Files()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "DispersionSim.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        Assert.SkipUnless(root is not null, "the sources are not beside the tests");
        string folder = Path.Combine(root!, "kernels", "DispersionSim.Kernels");
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => (Path.GetFileName(path), WithoutComments(File.ReadAllText(path))));
    }

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    [GeneratedRegex("//.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}
