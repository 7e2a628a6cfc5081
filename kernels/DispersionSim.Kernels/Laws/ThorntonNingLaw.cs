using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Elastic–plastic contact of spheres: Hertz up to a limiting contact pressure, linear beyond it, elastic on unloading.</summary>
/// <remarks>
/// Loading: F = 4/3 E* √R* δ^(3/2) for δ ≤ δ_y = R*(π p_y / 2E*)²; beyond it F = F_y + π p_y R* (δ − δ_y).
/// Unloading from (F_m, δ_m): F = 4/3 E* √R_p (δ − δ_p)^(3/2) with 4/3 E* √R_p (δ_m − δ_p)^(3/2) = F_m and
/// R_p = R* F_Hertz(δ_m)/F_m. Valid for δ ≪ R*; no fragmentation. Source: thornton-ning-1998.
/// </remarks>
public readonly struct ThorntonNingLaw(float reducedModulus, float yieldPressure, float pullOffPerRadius) : INormalLaw
{
    /// <summary>E*, 1/E* = Σ(1 − ν²)/E.</summary>
    public readonly float ReducedModulus = reducedModulus;

    /// <summary>p_y.</summary>
    public readonly float YieldPressure = yieldPressure;

    /// <summary>F_c / R*.</summary>
    public readonly float PullOffPerRadius = pullOffPerRadius;

    public float Reach => 0f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff)
    {
        pullOff = PullOffPerRadius * reducedRadius;
        float depth = overlap > 0f ? overlap : 0f;
        float ratio = 1.5707964f * YieldPressure / ReducedModulus;
        float yieldOverlap = reducedRadius * ratio * ratio;
        bool loads = depth >= memory;
        memory = loads ? depth : memory;
        Load(depth, reducedRadius, yieldOverlap, out force, out stiffness);
        elastic = stiffness;
        if (memory > yieldOverlap)
        {
            Unload(depth, reducedRadius, yieldOverlap, memory, out float unloading, out elastic);
            force = loads ? force : unloading;
            stiffness = loads ? stiffness : elastic;
        }

        force -= pullOff;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Load(float depth, float radius, float yieldOverlap, out float force, out float stiffness)
    {
        float elastic = depth < yieldOverlap ? depth : yieldOverlap;
        float contactRadius = MathF.Sqrt(radius * elastic);
        float slope = 3.1415927f * YieldPressure * radius;
        force = (1.3333334f * ReducedModulus * contactRadius * elastic) + (slope * (depth - elastic));
        stiffness = depth < yieldOverlap ? 2f * ReducedModulus * contactRadius : slope;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unload(float depth, float radius, float yieldOverlap, float largest, out float force, out float stiffness)
    {
        Load(largest, radius, yieldOverlap, out float largestForce, out _);
        float hertz = 1.3333334f * ReducedModulus * MathF.Sqrt(radius * largest) * largest;
        float flattened = radius * hertz / largestForce;
        float recovered = Elastic(largestForce, flattened);
        float x = depth - (largest - recovered);
        x = x > 0f ? x : 0f;
        float contactRadius = MathF.Sqrt(flattened * x);
        force = 1.3333334f * ReducedModulus * contactRadius * x;
        stiffness = 2f * ReducedModulus * contactRadius;
    }

    /// <summary>Overlap that a Hertz contact of the given radius needs for a force: (3F / 4E*√R)^(2/3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Elastic(float force, float radius) =>
        CubeRoot.Squared(0.75f * force / (ReducedModulus * MathF.Sqrt(radius)));
}
