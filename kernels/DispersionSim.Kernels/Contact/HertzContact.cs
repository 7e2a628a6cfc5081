using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Elastic contact of smooth spheres (Hertz).</summary>
/// <remarks>F = 4/3 E* √R* δ^(3/2), a = √(R* δ), while δ &gt; 0. Valid for δ ≪ R*. Source: johnson-1985, ch. 4.</remarks>
/// <param name="stiffness">4/3 E*, 1/E* = Σ(1 − ν²)/E.</param>
public readonly struct HertzContact<TReal>(TReal stiffness) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>4/3 E*.</summary>
    public readonly TReal Stiffness = stiffness;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
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
        touching = TReal.Greater(overlap, zero);
        TReal depth = TReal.Max(overlap, zero);
        spot = TReal.Sqrt(reducedRadius * depth);
        stiffness = Stiffness * spot;
        force = stiffness * depth;
        pullOff = zero;
    }

    /// <summary>2/5 F δ.</summary>
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        TReal depth = TReal.Max(overlap, TReal.Of(0f));
        stored = TReal.Of(0.4f) * Stiffness * TReal.Sqrt(reducedRadius * depth) * depth * depth;
        adhesive = TReal.Of(0f);
        lost = TReal.Of(0f);
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => (made, broken) = (TReal.Of(0f), TReal.Of(0f));
}
