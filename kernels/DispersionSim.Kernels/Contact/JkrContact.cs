using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Adhesive contact of soft spheres (Johnson–Kendall–Roberts), with its hysteresis: made at touch, kept under tension.</summary>
/// <remarks>
/// δ = a²/R* − 2√(πγa/E*) on the upper branch, F = 4E*a³/(3R*) − 2πa²√(4γE*/(πa)). The contact forms at δ ≥ 0 and breaks below
/// δ = −(9πγR*²/(4E*))^(2/3)/(3R*), where F = −3πγR*; work of adhesion 2γ. With c = 2√(πγ/E*) and s³ = R*c, √a = s X gives
/// X⁴ − X = δR*/s⁴, solved by Newton's method: the branch is used above X³ = 3/4 alone, where it is well conditioned. Source: johnson-1971.
/// </remarks>
/// <param name="modulus">E*.</param>
/// <param name="root">c = 2√(πγ/E*).</param>
/// <param name="pullOff">3πγ: pull-off force over R*.</param>
public readonly struct JkrContact<TReal>(TReal modulus, TReal root, TReal pullOff) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>E*.</summary>
    public readonly TReal Modulus = modulus;

    /// <summary>c = 2√(πγ/E*).</summary>
    public readonly TReal Root = root;

    /// <summary>3πγ.</summary>
    public readonly TReal PullOffPerRadius = pullOff;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public static bool Adhesive
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <summary>−δ at X³ = 3/4: s⁴ (X − X⁴)/R* = s⁴ X/(4R*).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Reach(TReal reducedRadius)
    {
        TReal scale = TReal.CubeRoot(reducedRadius * Root);
        return scale * Root * TReal.CubeRoot(TReal.Of(0.75f)) * TReal.Of(0.25f);
    }

    public void Evaluate(TReal overlap, TReal reducedRadius, ref TReal memory, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out TReal pullOff)
    {
        TReal zero = TReal.Of(0f), one = TReal.Of(1f), quarter = TReal.Of(0.25f);
        TReal scale = TReal.CubeRoot(reducedRadius * Root), unit = scale * Root;
        TReal reach = unit * TReal.CubeRoot(TReal.Of(0.75f)) * quarter;
        TReal held = TReal.Both(TReal.Greater(memory, zero), TReal.Greater(overlap + reach, zero));
        touching = TReal.Either(TReal.Greater(overlap, zero), held);
        memory = TReal.Select(touching, one, zero);

        // s⁴/R* = s c: the unit of overlap.
        TReal depth = TReal.Max(overlap, zero - reach) / unit;
        TReal x = TReal.Sqrt(TReal.Sqrt(depth + one));
        for (int k = 0; k < TReal.Refinements; k++)
        {
            TReal cube = x * x * x;
            x = x - (TReal.MultiplyAdd(x, cube - one, zero - depth) / TReal.MultiplyAdd(TReal.Of(4f), cube, zero - one));
        }

        TReal length = x * scale;
        spot = length * length;
        stiffness = TReal.Of(4f) / TReal.Of(3f) * Modulus * spot;

        // 2πa²√(4γE*/(πa)) = 2 E* c a^(3/2).
        force = (stiffness * spot * spot / reducedRadius) - (TReal.Of(2f) * Modulus * Root * spot * length);
        pullOff = PullOffPerRadius * reducedRadius;
    }
}
