using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>How a sliding, rolling or twisting spring enters the implicit step: as a spring while it sticks, as a drag while it slips.</summary>
/// <remarks>
/// A slipping contact resists with its limit L along the motion g, L g/|g|. Taken implicitly with the speed of the last step,
/// c g with c = L/|g_last|, it keeps the matrix symmetric positive definite, is exact in steady slip, and turns back into
/// sticking when the motion dies; taken explicitly, the same force would drive the contact to and fro. c is never stiffer than the spring.
/// A slip coefficient is stored as a negative stiffness.
/// </remarks>
public static class SlipLaw
{
    /// <summary>Spring stiffness k while k·elongation is within the limit, else −c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Stiffness(float stiffness, float elongation, float limit, float lastSpeed, float lastStep)
    {
        if (stiffness * elongation <= 0.999f * limit || limit <= 0f)
        {
            return limit > 0f ? stiffness : 0f;
        }

        float slowest = limit / (stiffness * lastStep);
        return -limit / (lastSpeed > slowest ? lastSpeed : slowest);
    }

    /// <summary>Force per velocity within a step: Δt k, or c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Resistance(float stiffness, float timeStep) => stiffness >= 0f ? stiffness * timeStep : -stiffness;
}
