using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Where a long stage keeps its inner state at intervals, and finds it again after a stop.</summary>
public interface IStageMemory
{
    /// <summary>The inner state of an interrupted run of the same stage, or null.</summary>
    ColumnBag? Recall();

    /// <summary>Time to keep the inner state (the interval has passed).</summary>
    bool IsDue { get; }

    void Keep(ColumnBag state);
}

/// <summary>Keeps nothing.</summary>
public sealed class NoMemory : IStageMemory
{
    public static NoMemory Instance { get; } = new();

    public bool IsDue => false;

    public ColumnBag? Recall() => null;

    public void Keep(ColumnBag state)
    {
    }
}
