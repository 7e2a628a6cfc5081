using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>What a step does to one particle's velocities, in double precision: for readings and the energy account.</summary>
/// <remarks>Drag and flow are those of the mean of before and after (Crank and Nicolson), as in <see cref="GrainMotion{TLanes, TShear}"/> and on devices.</remarks>
internal static class GrainKick
{
    /// <summary>Change of a velocity relative to the flow.</summary>
    /// <param name="velocity">Velocity before.</param>
    /// <param name="force">Force without drag.</param>
    /// <param name="mass">Mass.</param>
    /// <param name="drag">Force of the drag per velocity.</param>
    /// <param name="time">Time that passes.</param>
    /// <param name="shear">Unit vector of the flow times its rate.</param>
    /// <param name="gradient">Unit vector along which the flow grows.</param>
    public static Vector3d Of(Vector3d velocity, Vector3d force, double mass, double drag, double time, Vector3d shear, Vector3d gradient)
    {
        double slowing = Slowing(time * drag / mass);
        Vector3d kick = (force - (velocity * drag)) * (time / mass * slowing);
        return kick - (shear * (time * slowing * Vector3d.Dot(velocity + (kick / 2), gradient)));
    }

    /// <summary><see cref="MeanDrag.Slowing"/> in double precision, which kernels do not have.</summary>
    public static double Slowing(double share) => 1 / (1 + (share / 2));
}
