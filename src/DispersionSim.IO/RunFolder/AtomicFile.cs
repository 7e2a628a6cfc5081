using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes a file whole or not at all: under a temporary name, flushed to the disk, then renamed.</summary>
/// <remarks>A run that is killed, or a disk that fills up, leaves the former content in place. Parent folders are made as needed.</remarks>
public static class AtomicFile
{
    /// <summary>Ending of the temporary name; what a killed process leaves under it is overwritten by the next.</summary>
    public const string PartialSuffix = ".partial";

    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>UTF-8 without a byte-order mark.</summary>
    public static void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes what the given action puts into the stream.</summary>
    /// <param name="path">The file to make or replace.</param>
    /// <param name="content">Writes to a seekable stream; when it throws, <paramref name="path"/> stays as it was.</param>
    /// <exception cref="InputException">The disk is full, or the place cannot be written to.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        string partial = path + PartialSuffix;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            WriteThrough(partial, content);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(partial);
            throw FileFault.CannotWrite(path, e);
        }
        catch
        {
            Discard(partial);
            throw;
        }
    }

    private static void WriteThrough(string partial, Action<Stream> content)
    {
        using var stream = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        content(stream);
        stream.Flush(flushToDisk: true);
    }

    private static void Discard(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that brought us here is the one to report.
        }
    }
}
