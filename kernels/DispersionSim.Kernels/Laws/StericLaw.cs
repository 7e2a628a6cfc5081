using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Repulsion of two flat surfaces with layers of anchored chains (Alexander and de Gennes).</summary>
/// <remarks>
/// P(D) = p [x^(−9/4) − x^(3/4)], x = D/2δ, for D &lt; 2δ and nothing beyond; p = kT/s³, δ the thickness of a layer, s the distance of chains.
/// Energy of an area ∫_D^2δ P dD' = 2δ p [⁴⁄₅ (x^(−5/4) − 1) − ⁴⁄₇ (1 − x^(7/4))]; spheres repel with 2πR* times it (Derjaguin).
/// Valid for D ≪ R*, D above about δ/5. Source: de-gennes-1987.
/// </remarks>
/// <param name="reach">2δ.</param>
/// <param name="scale">p = kT/s³.</param>
public readonly struct StericLaw<TReal>(TReal reach, TReal scale) where TReal : struct, IReal<TReal>
{
    /// <summary>2δ.</summary>
    public readonly TReal Reach = reach;

    /// <summary>p.</summary>
    public readonly TReal Scale = scale;

    /// <summary>P(D).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Pressure(TReal separation)
    {
        TReal x = Share(separation), root = TReal.Sqrt(TReal.Sqrt(x));
        return Scale * ((TReal.Of(1f) / (x * x * root)) - (x / root));
    }

    /// <summary>Energy of an area against bringing the surfaces from far away to a separation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Energy(TReal separation)
    {
        TReal one = TReal.Of(1f), x = Share(separation), root = TReal.Sqrt(TReal.Sqrt(x));
        TReal pushed = TReal.Of(4f) / TReal.Of(5f) * ((one / (x * root)) - one);
        TReal relieved = TReal.Of(4f) / TReal.Of(7f) * (one - (x * x / root));
        return Scale * Reach * (pushed - relieved);
    }

    /// <summary>x, 1 where the layers do not meet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TReal Share(TReal separation) => TReal.Min(separation / Reach, TReal.Of(1f));
}
