using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Elastic contact with a pull-off force (DMT limit), its stiffness softened but its pull-off force exact.</summary>
/// <remarks>
/// F = k δ − F_c while δ > 0, nothing apart; F_c = 2π w R*, with what the contact's memory adds to 2πw: a contact that the solution has not wetted holds more.
/// The contact opens when tension reaches F_c, whatever k is; k is chosen so that the overlap stays below 1 % of a radius.
/// Valid where the Tabor number is small (hard particles, short-ranged attraction). Source: johnson-1985; pull-off 2πwR* after Derjaguin–Muller–Toporov.
/// </remarks>
public readonly struct SoftAdhesiveLaw(float stiffness, float pullOffPerRadius) : INormalLaw
{
    /// <summary>k.</summary>
    public readonly float Stiffness = stiffness;

    /// <summary>F_c / R* = 2πw.</summary>
    public readonly float PullOffPerRadius = pullOffPerRadius;

    public float Reach => 0f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff)
    {
        pullOff = (PullOffPerRadius + memory) * reducedRadius;
        stiffness = Stiffness;
        elastic = Stiffness;
        force = (Stiffness * overlap) - pullOff;
    }
}
