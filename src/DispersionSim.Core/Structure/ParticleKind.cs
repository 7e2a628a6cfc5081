namespace DispersionSim.Core;

/// <summary>What a primary particle is made of; the number is also its value in phase masks.</summary>
public enum ParticleKind : byte
{
    Silicon = 1,
    SiliconAlloy = 2,
    ConductivePowder = 3,
}
