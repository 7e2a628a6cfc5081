using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Solid bridge between two primaries: an elastic beam of circular section that breaks by tension with bending, or by shear with torsion.</summary>
/// <remarks>
/// A = π r_b², I = π r_b⁴/4, J = 2I; σ = −F_n/A + |M_b| r_b/I, τ = |F_s|/A + |M_t| r_b/J; breaks at σ ≥ σ_c or τ ≥ τ_c.
/// Stiffnesses follow from one axial stiffness k: shear k κ, bending k I/A = k r_b²/4, torsion k κ r_b²/2. k is softened, the strengths are not.
/// Source: potyondy-cundall-2004.
/// </remarks>
public static class SolidBridgeLaw
{
    /// <summary>Whether the given loads break the bridge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Breaks(float radius, float tension, float shear, float bending, float torsion, float tensileStrength, float shearStrength)
    {
        float area = 3.1415927f * radius * radius;
        float overI = 4f / (area * radius);
        float sigma = (tension / area) + (bending * overI);
        float tau = (shear / area) + (torsion * overI * 0.5f);
        return sigma >= tensileStrength || tau >= shearStrength;
    }
}
