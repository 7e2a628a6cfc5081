using System.Runtime.InteropServices;

namespace DispersionSim.Kernels;

/// <summary>What a step of a granular system needs to know beside the columns, in simulation units.</summary>
/// <remarks>Flow and gradient are unit vectors, so that one kernel serves every shear plane; a box at rest has rate and tilt zero.</remarks>
[StructLayout(LayoutKind.Sequential)]
public struct GrainStep
{
    /// <summary>Box length per fixed-point unit along x, y, z.</summary>
    public Float4 Cell;

    /// <summary>Fixed-point units per unit of velocity: time step over box length per unit.</summary>
    public Float4 Drift;

    /// <summary>Unit vector along the flow.</summary>
    public Float4 Flow;

    /// <summary>Unit vector along its gradient.</summary>
    public Float4 Gradient;

    /// <summary>Acceleration of gravity.</summary>
    public Float4 Gravity;

    /// <summary>Box length per fixed-point unit along x, y, z over <see cref="FineUnit"/>: its first twelve bits; W the shift along the flow for one unit along the gradient.</summary>
    public Float4 FineCell;

    /// <summary>The other bits of the same.</summary>
    public Float4 FineCellRest;

    /// <summary>Powers of two that the largest distances of touching spheres have no more than 2¹² times, along x, y, z, fixed-point units; W that along the gradient.</summary>
    public Float4 FineGrid;

    /// <summary>Length that distances of touching spheres have no more than 2¹³ times.</summary>
    public float FineUnit;

    /// <summary>Shift along the flow for one fixed-point unit along the gradient.</summary>
    public float Tilt;

    /// <summary>Shift along the flow per length along the gradient.</summary>
    public float Slant;

    /// <summary>Shear rate.</summary>
    public float Rate;

    /// <summary>Time by which histories advance.</summary>
    public float TimeStep;

    /// <summary>Time by which velocities advance: half a time step at the start.</summary>
    public float Kick;

    /// <summary>Particles, ghosts apart.</summary>
    public int Particles;

    /// <summary>Shares into which particles are divided for the range of their velocities.</summary>
    public int Shares;
}
