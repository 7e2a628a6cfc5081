namespace DispersionSim.Process;

/// <summary>Mixers by what a slurry meets in them, pass by pass: see <see cref="EquipmentProfile"/>.</summary>
public enum Equipment
{
    /// <summary>Rate and strain as given in the recipe.</summary>
    Custom,

    Stirrer,

    PlanetaryMixer,

    RotorStator,

    ThreeRollMill,

    /// <summary>Impacts of the beads are not included.</summary>
    BeadMill,

    /// <summary>Shear from the recipe's power density; cavitation is not included.</summary>
    Ultrasonic,
}
