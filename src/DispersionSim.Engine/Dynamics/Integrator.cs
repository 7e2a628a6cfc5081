namespace DispersionSim.Engine;

/// <summary>How an overdamped system steps through time.</summary>
public enum Integrator
{
    /// <summary>Linearly implicit: bounded by motion, not by stiffness.</summary>
    Implicit,

    /// <summary>Explicit: bounded by stiffness too.</summary>
    Explicit,

    /// <summary>The explicit step where stiffness leaves it more than half of what motion allows, the implicit one elsewhere.</summary>
    Auto,
}
