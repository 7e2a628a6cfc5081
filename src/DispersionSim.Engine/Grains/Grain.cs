using System.Runtime.InteropServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A particle with inertia as the host keeps it: one cache line. Simulation units.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
public struct Grain
{
    /// <summary>Fixed-point place.</summary>
    public Int4 Place;

    /// <summary>Velocity relative to the flow, half a step behind the place; W radius.</summary>
    public Float4 Velocity;

    /// <summary>Radius times angular velocity; W radius.</summary>
    public Float4 Spin;

    /// <summary>1/m.</summary>
    public float InverseMass;

    /// <summary>r/I: turns torque into the rate of <see cref="Spin"/>.</summary>
    public float SpinPerTorque;

    /// <summary>Drag 6πμr; 0 without fluid.</summary>
    public float Drag;

    /// <summary>Number of the particle in the order in which it was given.</summary>
    public int Id;

    public readonly float Radius => Velocity.W;
}
