using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The Brownian force √(2kTζ/Δt) ξ of a step, and the torque √(2kTζ_r/Δt) ξ.</summary>
/// <param name="Energy">kT in simulation units.</param>
/// <param name="Time">Length of the step.</param>
/// <param name="Noise">Random numbers of the step; none without thermal motion.</param>
internal readonly record struct BrownianKick(double Energy, double Time, RandomStream? Noise)
{
    /// <summary>A force on, or torque about, something with the given drag; to be asked for in a fixed order.</summary>
    public Float4 Next(float drag)
    {
        float size = (float)Math.Sqrt(2 * Energy * drag / Time);
        return new(size * (float)Noise!.NextGaussian(), size * (float)Noise.NextGaussian(), size * (float)Noise.NextGaussian());
    }
}
