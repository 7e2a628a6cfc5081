using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Turns what the operating system says about a file into one line for the user.</summary>
public static class FileFault
{
    private const int DiskFullUnix = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    public static InputException CannotWrite(string path, Exception cause) => new($"{path}: cannot be written: {FileAbove(path) ?? Reason(cause)}", cause);

    public static InputException CannotRead(string path, Exception cause) => new($"{path}: cannot be read: {FileAbove(path) ?? Reason(cause)}", cause);

    /// <summary>A folder that cannot be made or used; where a file has its name, that is said.</summary>
    public static InputException CannotMakeFolder(string folder, Exception cause) =>
        File.Exists(folder) ? new($"{folder}: cannot be written: it is a file, not a folder", cause) : CannotWrite(folder, cause);

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="InputException">It is absent or cannot be read.</exception>
    public static byte[] ReadAll(string path) => Reading(path, File.ReadAllBytes);

    /// <summary>A file opened for reading, for what may be larger than memory should hold twice.</summary>
    /// <exception cref="InputException">It is absent or cannot be read.</exception>
    public static FileStream OpenRead(string path) => Reading(path, File.OpenRead);

    /// <summary>Work on what a file holds, whose faults are told with its name; those of an option name that.</summary>
    /// <exception cref="InputException">What the work threw.</exception>
    public static T Naming<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InputException e) when (!e.Message.StartsWith("--", StringComparison.Ordinal))
        {
            throw new InputException($"{path}: {e.Message}", e);
        }
    }

    private static T Reading<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(path, e);
        }
    }

    /// <summary>Names what stands in the way where a path leads through a file as if it were a folder; the system calls that a missing folder.</summary>
    private static string? FileAbove(string path)
    {
        for (string? above = Path.GetDirectoryName(Path.GetFullPath(path)); above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                return $"{above} is a file, not a folder";
            }
        }

        return null;
    }

    private static string Reason(Exception cause) => cause switch
    {
        UnauthorizedAccessException => "no permission, or a folder is in its place",
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "no such folder",
        PathTooLongException => "the path is too long",
        IOException { HResult: DiskFullUnix or DiskFullWindows } => "the disk is full",
        _ => OneLine(cause.Message),
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
