namespace DispersionSim.Engine;

/// <summary>How many moments of each sphere's surface force a mobility carries; the value is the number of components a sphere.</summary>
public enum MobilityLevel
{
    /// <summary>Forces alone: Rotne–Prager–Yamakawa in its usual form.</summary>
    Forces = 3,

    /// <summary>Forces and torques.</summary>
    Torques = 6,

    /// <summary>Forces, torques and stresslets: a rigid sphere resists straining.</summary>
    Stresslets = 11,
}
