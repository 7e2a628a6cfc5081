namespace DispersionSim.Core;

/// <summary>Phases of a voxel volume and of phase masks; the numbers are part of the file formats.</summary>
public enum VoxelPhase : byte
{
    Pore = 0,
    Silicon = 1,
    SiliconAlloy = 2,
    ConductivePowder = 3,
    Binder = 4,
    Copper = 5,
}
