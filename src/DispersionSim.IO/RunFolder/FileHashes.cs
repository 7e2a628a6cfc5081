using System.Security.Cryptography;

namespace DispersionSim.IO;

/// <summary>SHA-256 of the files of a run folder, to prove that two runs left the same bits and that none was changed since.</summary>
public static class FileHashes
{
    /// <summary>Every file below the folder, by path with forward slashes, sorted. Manifests (they hold times), locks and partial files are left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(string root)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(IsOutput))
        {
            hashes[Path.GetRelativePath(root, path).Replace('\\', '/')] = OfFile(path);
        }

        return hashes;
    }

    /// <summary>SHA-256 of one file, lower-case hexadecimal.</summary>
    public static string OfFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Files of the manifest that are gone or have changed, each with the word for it, sorted.</summary>
    public static IReadOnlyList<string> Differences(string root, RunManifest manifest) =>
        [.. manifest.Files.Select(f => Difference(root, f.Key, f.Value)).OfType<string>()];

    private static string? Difference(string root, string name, string hash)
    {
        string path = Path.Combine(root, name);
        return !File.Exists(path) ? $"{name}: missing" : OfFile(path) == hash ? null : $"{name}: changed";
    }

    private static bool IsOutput(string path) => Path.GetFileName(path) is var name
        && name != RunFileNames.Manifest && name != RunFileNames.Lock && !name.EndsWith(AtomicFile.PartialSuffix, StringComparison.Ordinal);
}
