using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>What laws with hysteresis have in common: they remember the largest overlap of a contact.</summary>
internal static class Loading<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Depth max(δ, 0); the memory is raised to it, or cleared where the particles are apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Follow(TReal overlap, ref TReal memory, out TReal touching)
    {
        TReal zero = TReal.Of(0f);
        touching = TReal.Greater(overlap, zero);
        TReal depth = TReal.Max(overlap, zero);
        memory = TReal.Select(touching, TReal.Max(memory, depth), zero);
        return depth;
    }
}
