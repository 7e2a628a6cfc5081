using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Hertz contact with a constant attraction (Derjaguin–Muller–Toporov).</summary>
/// <remarks>F = 4/3 E* √R* δ^(3/2) − 4πγR* while δ &gt; 0, nothing apart; work of adhesion 2γ. Small hard particles (Tabor number below 0.1). Source: derjaguin-1975.</remarks>
/// <param name="stiffness">4/3 E*.</param>
/// <param name="pullOff">4πγ: pull-off force over R*.</param>
public readonly struct DmtContact<TReal>(TReal stiffness, TReal pullOff) : IElasticLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>4/3 E*.</summary>
    public readonly TReal Stiffness = stiffness;

    /// <summary>4πγ.</summary>
    public readonly TReal PullOffPerRadius = pullOff;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public static bool Adhesive
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public TReal Reach(TReal reducedRadius) => TReal.Of(0f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(TReal overlap, TReal reducedRadius, ref TReal memory, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out TReal pullOff)
    {
        new HertzContact<TReal>(Stiffness).Evaluate(overlap, reducedRadius, ref memory, out touching, out force, out spot, out stiffness, out _);
        pullOff = PullOffPerRadius * reducedRadius;
        force = force - pullOff;
    }

    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal stored, out TReal adhesive, out TReal lost)
    {
        new HertzContact<TReal>(Stiffness).Energy(overlap, reducedRadius, memory, out stored, out _, out lost);
        adhesive = TReal.Of(0f) - (PullOffPerRadius * reducedRadius * TReal.Max(overlap, TReal.Of(0f)));
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => (made, broken) = (TReal.Of(0f), TReal.Of(0f));
}
