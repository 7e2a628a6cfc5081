namespace DispersionSim.Core;

/// <summary>Where a bond between two primaries comes from.</summary>
public enum BondOrigin : byte
{
    /// <summary>Adhesive contact that the powder came with.</summary>
    FeedstockContact = 1,

    /// <summary>Solid bridge that the powder came with.</summary>
    FeedstockBridge = 2,

    /// <summary>Ring of binder laid down in drying and cured.</summary>
    Binder = 3,

    /// <summary>Neck grown by diffusion.</summary>
    Sinter = 4,
}

/// <summary>A bond between the particles with indices <paramref name="I"/> &lt; <paramref name="J"/>.</summary>
/// <param name="I">Lower particle index.</param>
/// <param name="J">Higher particle index.</param>
/// <param name="Origin">Where the bond comes from.</param>
/// <param name="Radius">Radius of the neck, bridge or binder ring, m; 0 for a bare adhesive contact.</param>
public readonly record struct Bond(int I, int J, BondOrigin Origin, double Radius);
