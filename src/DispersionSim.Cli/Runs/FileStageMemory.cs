using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Keeps the inner state of a stage in its file every so often.</summary>
internal sealed class FileStageMemory(string path, CheckpointKey key, TimeSpan interval) : IStageMemory
{
    private readonly Stopwatch sinceKept = Stopwatch.StartNew();

    public bool IsDue => sinceKept.Elapsed > interval;

    /// <summary>Whether a state was kept in this process.</summary>
    public bool HasKept { get; private set; }

    public ColumnBag? Recall() => File.Exists(path) ? CheckpointReader.ReadInner(path, key) : null;

    public void Keep(ColumnBag state)
    {
        CheckpointWriter.WriteInner(path, key, state);
        HasKept = true;
        sinceKept.Restart();
    }

    /// <summary>The stage has ended: its inner state is not needed any more.</summary>
    public void Forget() => CheckpointWriter.Discard(path);
}
