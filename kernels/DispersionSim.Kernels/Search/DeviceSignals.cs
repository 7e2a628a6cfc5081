namespace DispersionSim.Kernels;

/// <summary>What kernels of a batch of steps tell each other, so that a batch whose lists run out stops by itself.</summary>
/// <remarks>A launch never reads what it writes: motion reads <see cref="Stopped"/> and writes <see cref="Exceeded"/>, forces the other way round.</remarks>
public static class DeviceSignals
{
    /// <summary>1 once a particle has moved farther than the lists allow.</summary>
    public const int Exceeded = 0;

    /// <summary>1 after the forces of that step were left out: nothing moves any more.</summary>
    public const int Stopped = 1;

    /// <summary>Steps moved.</summary>
    public const int Taken = 2;

    public const int Count = 4;
}
