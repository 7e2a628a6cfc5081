namespace DispersionSim.Process;

/// <summary>Mixers by the shear rate that they reach where they are fastest; typical values (assumed).</summary>
public enum Equipment
{
    /// <summary>Rate and strain as given in the recipe.</summary>
    Custom,

    /// <summary>50 1/s.</summary>
    Stirrer,

    /// <summary>500 1/s.</summary>
    PlanetaryMixer,

    /// <summary>3·10⁴ 1/s.</summary>
    RotorStator,

    /// <summary>2·10⁵ 1/s.</summary>
    ThreeRollMill,

    /// <summary>3·10⁵ 1/s; impacts of the beads are not included.</summary>
    BeadMill,
}
