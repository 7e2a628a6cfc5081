namespace DispersionSim.IO;

/// <summary>Keeps a second process out of a run folder: a file held open exclusively (an advisory lock on Unix), released by the system when the process ends however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Makes the folder if need be and takes hold of it; null where another process has it.</summary>
    /// <exception cref="Core.InputException">The folder cannot be made or written to.</exception>
    public static FolderLock? TryTake(string folder)
    {
        string path = Path.Combine(folder, RunFileNames.Lock);
        MakeFolder(folder);
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFault.CannotWrite(folder, e);
        }
    }

    public void Dispose() => stream.Dispose();

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFault.CannotMakeFolder(folder, e);
        }
    }
}
