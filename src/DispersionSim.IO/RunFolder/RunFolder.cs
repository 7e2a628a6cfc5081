using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The folder that a run fills. One process at a time holds it; files in it appear whole or not at all.</summary>
public sealed class RunFolder : IDisposable
{
    private readonly FolderLock? held;

    private RunFolder(string root, FolderLock? held)
    {
        Root = root;
        this.held = held;
    }

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    public string Recipe => At(RunFileNames.Recipe);

    public string Manifest => At(RunFileNames.Manifest);

    public string Metrics => At(RunFileNames.Metrics);

    public string Claims => At(RunFileNames.Claims);

    public string Report => At(RunFileNames.Report);

    public string ReportContent => At(RunFileNames.ReportContent);

    public string Volume => At(RunFileNames.Volume);

    public string VolumeFractions => At(RunFileNames.VolumeFractions);

    public string Checkpoints => At(RunFileNames.Checkpoints);

    /// <summary>Makes the folder that the user named and takes hold of it.</summary>
    /// <param name="path">The folder; its parents are made as needed.</param>
    /// <param name="force">Take a used folder too: the outputs of an earlier run in it are removed, anything else in it is left alone; null where the user cannot ask for that.</param>
    /// <exception cref="InputException">It is in use, holds files already, or cannot be written to.</exception>
    public static RunFolder Create(string path, bool? force = null)
    {
        RunFolder folder = Claim(path);
        if (!folder.IsUsed())
        {
            return folder;
        }

        if (force != true)
        {
            folder.Dispose();
            throw new InputException($"{path}: already holds files; choose another folder{(force is null ? "" : " or give --force to replace the run in it")}");
        }

        RunCleaner.RemoveOutputs(folder.Root);
        return folder;
    }

    /// <summary>Makes <c>parent/name</c>, or <c>name-2</c>, <c>name-3</c> … where that is used or held by another process.</summary>
    public static RunFolder CreateNext(string parent, string name)
    {
        for (int number = 1; ; number++)
        {
            string path = Path.Combine(parent, number == 1 ? name : $"{name}-{number}");
            if (!IsTaken(path) && TryClaim(path) is RunFolder folder)
            {
                return folder;
            }
        }
    }

    /// <summary>Takes hold of the folder of an earlier run, to go on with it.</summary>
    /// <exception cref="InputException">It is no run folder, or another process works in it.</exception>
    public static RunFolder Resume(string path)
    {
        RequireRun(path);
        return Claim(path);
    }

    /// <summary>Opens the folder of an earlier run for reading, without holding it.</summary>
    public static RunFolder Read(string path)
    {
        RequireRun(path);
        return new(Path.GetFullPath(path), null);
    }

    /// <summary>The folder of one replicate, counted from 1; itself laid out as a run folder, held with this one.</summary>
    public RunFolder Replicate(int number) => new(Path.Combine(Root, RunFileNames.Replicates, number.ToString("00")), null);

    /// <summary>The replicates that are there, in order.</summary>
    public IReadOnlyList<RunFolder> ExistingReplicates()
    {
        string parent = At(RunFileNames.Replicates);
        return Directory.Exists(parent)
            ? [.. Directory.EnumerateDirectories(parent).Where(d => int.TryParse(Path.GetFileName(d), out _)).Order(StringComparer.Ordinal).Select(d => new RunFolder(d, null))]
            : [];
    }

    /// <summary>A path below the folder.</summary>
    public string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The state file of the last stage, in the folder or in its first replicate; null where there is none.</summary>
    public string? FindLastState() => new[] { this }.Concat(ExistingReplicates())
        .Select(f => f.At(RunFileNames.States))
        .Where(Directory.Exists)
        .Select(d => Directory.GetFiles(d, "*.h5").Max(StringComparer.Ordinal))
        .FirstOrDefault(f => f is not null);

    /// <summary>The same, for a reader that cannot do without it.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public string LastState() => FindLastState() ?? throw new InputException($"{Root}: holds no state yet; let the run finish a stage first");

    public string State(int order, string stage) => At(RunFileNames.States, RunFileNames.State(order, stage));

    public string Checkpoint(int order, string stage) => At(RunFileNames.Checkpoints, RunFileNames.Checkpoint(order, stage));

    public string InnerCheckpoint(int order, string stage) => At(RunFileNames.Checkpoints, RunFileNames.InnerCheckpoint(order, stage));

    /// <summary>Writes pictures into <c>images/</c> or <c>plots/</c> under their own names.</summary>
    public void WritePictures(string subfolder, IEnumerable<Picture> pictures)
    {
        foreach (Picture picture in pictures)
        {
            AtomicFile.Write(At(subfolder, picture.Name), picture.Bytes);
        }
    }

    public void Dispose() => held?.Dispose();

    private bool IsUsed() => Directory.EnumerateFileSystemEntries(Root).Any(e => Path.GetFileName(e) != RunFileNames.Lock);

    private static bool IsTaken(string path) => File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    private static RunFolder Claim(string path) =>
        TryClaim(path) ?? throw new InputException($"{path}: another process is writing into this folder; wait for it or choose another folder");

    private static RunFolder? TryClaim(string path)
    {
        string root = Path.GetFullPath(path);
        return FolderLock.TryTake(root) is FolderLock held ? new RunFolder(root, held) : null;
    }

    private static void RequireRun(string path)
    {
        if (!File.Exists(Path.Combine(path, RunFileNames.Manifest)))
        {
            throw new InputException($"{path}: is not a run folder: it holds no {RunFileNames.Manifest}");
        }
    }
}
