using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A linear spring along the line of centres.</summary>
/// <remarks>F = k δ while δ &gt; 0; the tangential stiffness does not depend on the overlap (a = 1). Source: cundall-strack-1979.</remarks>
/// <param name="stiffness">k.</param>
public readonly struct LinearContact<TReal>(TReal stiffness) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>k.</summary>
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
        touching = TReal.Greater(overlap, TReal.Of(0f));
        spot = TReal.Of(1f);
        stiffness = Stiffness;
        force = Stiffness * overlap;
        pullOff = TReal.Of(0f);
    }

    /// <summary>½ k δ².</summary>
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        TReal depth = TReal.Max(overlap, TReal.Of(0f));
        stored = TReal.Of(0.5f) * Stiffness * depth * depth;
        adhesive = TReal.Of(0f);
        lost = TReal.Of(0f);
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => (made, broken) = (TReal.Of(0f), TReal.Of(0f));
}
