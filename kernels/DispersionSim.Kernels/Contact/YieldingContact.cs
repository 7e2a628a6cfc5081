using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Elastic–plastic contact of spheres (Thornton–Ning): Hertz up to a limiting pressure, linear beyond it, elastic on unloading.</summary>
/// <remarks>
/// Loading F = 4/3 E* √R* δ^(3/2) for δ ≤ δ_y = R*(πp_y/2E*)²; beyond it F = F_y + πp_y R* (δ − δ_y). Unloading from (F_m, δ_m):
/// F = 4/3 E* √R_p (δ − δ_p)^(3/2) with R_p = R* F_Hertz(δ_m)/F_m and δ_p such that F(δ_m) = F_m. Valid for δ ≪ R*. Source: thornton-ning-1998.
/// </remarks>
/// <param name="stiffness">4/3 E*.</param>
/// <param name="yieldPressure">πp_y.</param>
/// <param name="yieldShare">δ_y/R* = (πp_y/2E*)².</param>
public readonly struct YieldingContact<TReal>(TReal stiffness, TReal yieldPressure, TReal yieldShare) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>4/3 E*.</summary>
    public readonly TReal Stiffness = stiffness;

    /// <summary>πp_y.</summary>
    public readonly TReal YieldPressure = yieldPressure;

    /// <summary>δ_y/R*.</summary>
    public readonly TReal YieldShare = yieldShare;

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

    public void Evaluate(TReal overlap, TReal reducedRadius, ref TReal memory, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out TReal pullOff)
    {
        TReal zero = TReal.Of(0f);
        TReal depth = Loading<TReal>.Follow(overlap, ref memory, out touching);
        TReal yield = YieldShare * reducedRadius;
        TReal elastic = TReal.Min(memory, yield);
        TReal hertz = Stiffness * TReal.Sqrt(reducedRadius * memory) * memory;
        TReal most = (Stiffness * TReal.Sqrt(reducedRadius * elastic) * elastic) + (YieldPressure * reducedRadius * (memory - elastic));

        // R_p/R* = F_Hertz/F_m; at δ_m the depth left to give, δ_m − δ_p, follows from F_m.
        TReal tiny = TReal.Of(1e-30f);
        TReal plastic = reducedRadius * hertz / TReal.Max(most, tiny);
        TReal toGive = Power(most / TReal.Max(Stiffness * TReal.Sqrt(plastic), tiny));
        TReal left = TReal.Max(depth - memory + toGive, zero);
        spot = TReal.Sqrt(plastic * left);
        stiffness = Stiffness * spot;
        force = stiffness * left;
        pullOff = zero;
    }

    /// <summary>2/5 F (δ − δ_p) comes back; of the work of loading, Hertz to δ_y and linear beyond, the rest is lost.</summary>
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        TReal zero = TReal.Of(0f), half = TReal.Of(0.5f), share = TReal.Of(0.4f), kept = memory;
        TReal elastic = TReal.Min(memory, YieldShare * reducedRadius), beyond = memory - elastic;
        TReal first = Stiffness * TReal.Sqrt(reducedRadius * elastic) * elastic;
        TReal work = (share * first * elastic) + (first * beyond) + (half * YieldPressure * reducedRadius * beyond * beyond);
        stored = Held(overlap, reducedRadius, memory);
        adhesive = zero;
        lost = TReal.Select(TReal.Greater(beyond, zero), work - Held(memory, reducedRadius, kept), zero);
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => (made, broken) = (TReal.Of(0f), TReal.Of(0f));

    /// <summary>2/5 of force times depth left to give.</summary>
    private TReal Held(TReal overlap, TReal reducedRadius, TReal memory)
    {
        Evaluate(overlap, reducedRadius, ref memory, out _, out TReal force, out _, out TReal stiffness, out _);
        return TReal.Of(0.4f) * force * force / TReal.Max(stiffness, TReal.Of(1e-30f));
    }

    /// <summary>x^(2/3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Power(TReal x)
    {
        TReal root = TReal.CubeRoot(x);
        return root * root;
    }
}
