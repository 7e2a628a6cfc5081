namespace DispersionSim.Process;

/// <summary>How dense granules come to be.</summary>
public enum GranuleMaking
{
    /// <summary>One primary after another, each on two or three others (<see cref="DenseGranule"/>).</summary>
    Deposited,

    /// <summary>A loose granule pressed together (<see cref="CompactedGranule"/>).</summary>
    Compacted,
}
