using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a stage may use of the world outside: random streams, threads, progress, a stop signal and a place for checkpoints.</summary>
public sealed class StageContext
{
    /// <summary>Seed of this replicate.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Threads this replicate may use; results do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Raised by Ctrl-C or SIGTERM; a stage keeps a checkpoint and throws <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Called with the share done, 0…1, and a few words.</summary>
    public Action<double, string> Progress { get; init; } = static (_, _) => { };

    public IStageMemory Memory { get; init; } = NoMemory.Instance;

    public RandomStream Random(StreamName name, int index = 0) => new(Seed, name, index);
}
