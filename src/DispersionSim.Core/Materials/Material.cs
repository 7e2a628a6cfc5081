namespace DispersionSim.Core;

/// <summary>A material and the properties the models need; each value names its source.</summary>
public sealed record Material
{
    public required string Name { get; init; }

    /// <summary>Mass density, kg/m³.</summary>
    public required Property Density { get; init; }

    /// <summary>Young's modulus, Pa.</summary>
    public Property YoungModulus { get; init; }

    /// <summary>Poisson's ratio.</summary>
    public Property PoissonRatio { get; init; }

    /// <summary>Indentation hardness, Pa.</summary>
    public Property Hardness { get; init; }

    /// <summary>Backscattered-electron coefficient at about 15 kV.</summary>
    public Property Backscatter { get; init; }

    /// <summary>Plane-strain modulus E/(1 − ν²), Pa.</summary>
    public double PlaneStrainModulus => YoungModulus.Value / (1 - (PoissonRatio.Value * PoissonRatio.Value));
}
