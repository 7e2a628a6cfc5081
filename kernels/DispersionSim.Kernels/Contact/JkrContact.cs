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

    /// <summary>Elastic part (with F₁ = 4E*a³/3R*, K = 4E*/3): (F₁^(5/3)/15 + F² F₁^(−1/3)/3)/(K^(2/3) R*^(1/3)); surface −2γπa². Source: johnson-1971.</summary>
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        TReal zero = TReal.Of(0f), kept = memory;
        Evaluate(overlap, reducedRadius, ref kept, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out _);

        // F₁ = S a²/R*; F₁^(1/3) = K^(1/3) a/R*^(1/3), so that both terms are polynomials over S.
        TReal hertz = stiffness * spot * spot / reducedRadius;
        stored = ((hertz * hertz / TReal.Of(15f)) + (force * force / TReal.Of(3f))) / stiffness;
        stored = TReal.Select(touching, stored, zero);

        // 2γπ = 2/3 · 3πγ.
        adhesive = TReal.Select(touching, zero - (TReal.Of(2f) / TReal.Of(3f) * PullOffPerRadius * spot * spot), zero);
        lost = zero;
    }

    /// <summary>Energy at δ = 0 and at the end of the branch.</summary>
    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken)
    {
        TReal one = TReal.Of(1f), tiny = TReal.Of(1e-6f);
        Energy(tiny * TReal.Of(1e-6f) * reducedRadius, reducedRadius, one, out TReal elastic, out TReal surface, out _);
        made = elastic + surface;
        Energy((tiny - one) * Reach(reducedRadius), reducedRadius, one, out elastic, out surface, out _);
        broken = elastic + surface;
    }
}
