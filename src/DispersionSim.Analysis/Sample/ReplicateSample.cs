using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What one replicate (its own seed: new powder, new foil) hands over to be measured.</summary>
public sealed record ReplicateSample
{
    /// <summary>The slurry at the end of shearing: a fully periodic box, its bonds those of the powder that still hold.</summary>
    public required ElectrodeState Slurry { get; init; }

    /// <summary>The layer on the foil after heat treatment.</summary>
    public required ElectrodeState Film { get; init; }

    /// <summary>Process null: the same primaries, unbonded, placed at random in the wet film and taken through the same drying, pressing and heat treatment.</summary>
    public IReadOnlyList<ElectrodeState> NullFilms { get; init; } = [];

    /// <summary>The layer as voxels, where it was made.</summary>
    public VoxelVolume? Volume { get; init; }

    /// <summary>What the stages measured on the way.</summary>
    public IReadOnlyList<Measurement> StageMeasurements { get; init; } = [];
}
