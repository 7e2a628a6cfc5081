using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>How a sliding, rolling or twisting spring enters the implicit step: as a spring while it sticks, as a drag while it slips fast.</summary>
/// <remarks>
/// A contact resists with k s up to its limit L, along the motion g while it slips. Let θ = k Δt |g_last| / L, the share of the limiting
/// elongation that one step of the present slip runs through. Slow slip (θ below 1): the spring gives up the share θ of its limiting
/// elongation and the step, taken as a sticking one, winds it up again: (1 − θ) L + k Δt g, which is L in steady slip.
/// Fast slip: a drag c g with c = L/|g_last|, exact in steady slip. The two meet at θ = 1; both keep the matrix symmetric positive
/// definite and turn back into sticking when the motion dies. Taken explicitly, the limit would drive the contact to and fro.
/// A drag is stored as a negative stiffness. Source: cundall-strack-1979 (spring and limit); the implicit form is this program's own.
/// </remarks>
public static class SlipLaw
{
    /// <summary>Spring stiffness k while the contact sticks or slips slowly, −c while it slips fast, 0 where it carries nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Stiffness(float stiffness, float elongation, float limit, float lastSpeed, float lastStep)
    {
        if (Sticks(stiffness, elongation, limit) || stiffness * lastSpeed * lastStep < limit)
        {
            return limit > 0f ? stiffness : 0f;
        }

        return -limit / lastSpeed;
    }

    /// <summary>Share of its elongation that the spring begins the step with: 1 sticking, (1 − θ) of the limiting elongation in slow slip, 0 in fast slip.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Kept(float stiffness, float elongation, float limit, float lastSpeed, float lastStep)
    {
        if (Sticks(stiffness, elongation, limit))
        {
            return limit > 0f ? 1f : 0f;
        }

        float left = limit - (stiffness * lastSpeed * lastStep);
        return left > 0f ? left / (stiffness * elongation) : 0f;
    }

    /// <summary>Force per velocity within a step: Δt k, or c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Resistance(float stiffness, float timeStep) => stiffness >= 0f ? stiffness * timeStep : -stiffness;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Sticks(float stiffness, float elongation, float limit) => stiffness * elongation <= limit || limit <= 0f;
}
