using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A hard sphere pressed into a soft metal: fully plastic indentation, stiff elastic unloading.</summary>
/// <remarks>
/// Loading F = 2πR*H δ (F = Hπa², a² = 2R*δ); unloading from δ_m along the slope 2E*a of a flat punch, down to nothing. Valid once the
/// mean pressure is the hardness. Source: johnson-1985, ch. 6.
/// </remarks>
/// <param name="hardness">2πH.</param>
/// <param name="modulus">E*.</param>
public readonly struct IndentingContact<TReal>(TReal hardness, TReal modulus) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>2πH.</summary>
    public readonly TReal Hardness = hardness;

    /// <summary>E*.</summary>
    public readonly TReal Modulus = modulus;

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
        TReal zero = TReal.Of(0f), two = TReal.Of(2f);
        TReal depth = Loading<TReal>.Follow(overlap, ref memory, out touching);
        TReal slope = Hardness * reducedRadius;
        spot = TReal.Sqrt(two * reducedRadius * memory);
        TReal punch = TReal.Max(two * Modulus * spot, slope);
        force = TReal.Max((slope * memory) - (punch * (memory - depth)), zero);
        stiffness = slope;
        pullOff = zero;
    }

    /// <summary>F² over twice the unloading slope comes back; of the work ½ · 2πR*H δ_m² of loading the rest is lost.</summary>
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        TReal zero = TReal.Of(0f), half = TReal.Of(0.5f), two = TReal.Of(2f), slope = Hardness * reducedRadius, most = slope * memory;
        TReal punch = TReal.Max(two * Modulus * TReal.Sqrt(two * reducedRadius * memory), slope);
        TReal force = TReal.Min(most, TReal.Max(most - (punch * (memory - TReal.Max(overlap, zero))), zero));
        stored = half * force * force / punch;
        adhesive = zero;
        lost = half * most * (memory - (most / punch));
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => (made, broken) = (TReal.Of(0f), TReal.Of(0f));
}
