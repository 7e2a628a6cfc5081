using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A hard sphere pressed into a soft metal: fully plastic indentation, stiff elastic unloading.</summary>
/// <remarks>
/// Loading F = H π a² with a² = 2rδ (spherical cap), hence F = 2π r H δ. Unloading from δ_m along the slope 2E*a of a flat punch,
/// so the pit left behind is δ_m − F_m/(2E*a). Valid once the mean pressure is the hardness (δ/r above about 10⁻³ for copper).
/// Source: johnson-1985, ch. 6 (full plasticity, Tabor).
/// </remarks>
public readonly struct SoftMetalLaw(float hardness, float reducedModulus, float pullOffPerRadius) : INormalLaw
{
    /// <summary>H.</summary>
    public readonly float Hardness = hardness;

    /// <summary>E*.</summary>
    public readonly float ReducedModulus = reducedModulus;

    /// <summary>F_c / R*.</summary>
    public readonly float PullOffPerRadius = pullOffPerRadius;

    public float Reach => 0f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff)
    {
        pullOff = PullOffPerRadius * reducedRadius;
        float slope = 6.2831855f * reducedRadius * Hardness;
        float depth = overlap > 0f ? overlap : 0f;
        bool loads = depth >= memory;
        memory = loads ? depth : memory;
        float punch = 2f * ReducedModulus * MathF.Sqrt(2f * reducedRadius * memory);
        punch = punch > slope ? punch : slope;
        force = (slope * memory) - (punch * (memory - depth));
        elastic = force > 0f ? punch : 0f;
        stiffness = loads ? slope : elastic;
        force = force > 0f ? force : 0f;

        force -= pullOff;
    }
}
