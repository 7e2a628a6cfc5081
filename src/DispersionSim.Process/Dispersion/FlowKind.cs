namespace DispersionSim.Process;

/// <summary>Homogeneous flows that a stretch of the history may have.</summary>
public enum FlowKind
{
    /// <summary>Simple shear: turns what it draws out.</summary>
    Shear,

    /// <summary>Planar extension: draws out along one axis of the plane and in along the other, without turning.</summary>
    Extension,
}
