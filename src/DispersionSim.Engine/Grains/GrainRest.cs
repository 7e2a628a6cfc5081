using System.Runtime.InteropServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>What rounding has left of a particle's sums, carried into the next step: slow creep and slow braking add up instead of vanishing.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct GrainRest
{
    /// <summary>Of the place, in fixed-point units; W: of the radius.</summary>
    public Float4 Place;

    /// <summary>Of the velocity.</summary>
    public Float4 Velocity;

    /// <summary>Of radius times angular velocity.</summary>
    public Float4 Spin;
}
