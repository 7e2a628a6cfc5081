using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Hysteretic spring: loads along a soft line, unloads along a stiff one.</summary>
/// <remarks>
/// Loading F = k₁ δ; below the largest overlap δ_m, F = max(k₂ (δ − δ₀), 0) with δ₀ = (1 − k₁/k₂) δ_m, never above k₁ δ.
/// Restitution √(k₁/k₂) without damping. Source: walton-braun-1986.
/// </remarks>
/// <param name="loading">k₁.</param>
/// <param name="unloading">k₂ ≥ k₁.</param>
public readonly struct PlasticContact<TReal>(TReal loading, TReal unloading) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>k₁.</summary>
    public readonly TReal Loading = loading;

    /// <summary>k₂.</summary>
    public readonly TReal Unloading = unloading;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public static bool Adhesive
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public TReal Reach(TReal reducedRadius) => TReal.Of(0f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TReal overlap, TReal reducedRadius, ref TReal memory, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out TReal pullOff)
    {
        TReal zero = TReal.Of(0f);
        TReal depth = Loading<TReal>.Follow(overlap, ref memory, out touching);
        TReal rest = (TReal.Of(1f) - (Loading / Unloading)) * memory;
        force = TReal.Min(Loading * depth, TReal.Max(Unloading * (depth - rest), zero));
        spot = TReal.Of(1f);
        stiffness = Loading;
        pullOff = zero;
    }

    /// <summary>F²/(2 k₂) comes back; of the work ½ k₁ δ_m² of loading the rest is lost.</summary>
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        TReal zero = TReal.Of(0f), half = TReal.Of(0.5f), most = Loading * memory;
        TReal force = TReal.Min(most, TReal.Max(most - (Unloading * (memory - TReal.Max(overlap, zero))), zero));
        stored = half * force * force / Unloading;
        adhesive = zero;
        lost = half * most * (memory - (most / Unloading));
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => (made, broken) = (TReal.Of(0f), TReal.Of(0f));
}
