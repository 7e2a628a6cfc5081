namespace DispersionSim.Process;

/// <summary>Gas in the furnace during heat treatment.</summary>
public enum FurnaceAtmosphere
{
    Argon,
    Nitrogen,
    Vacuum,

    /// <summary>Argon with a few per cent of hydrogen: reducing towards copper oxide.</summary>
    HydrogenArgon,
    Air,
}
