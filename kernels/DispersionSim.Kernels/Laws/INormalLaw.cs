namespace DispersionSim.Kernels;

/// <summary>Force along the line of centres as a function of overlap. A pure struct; simulation units.</summary>
public interface INormalLaw
{
    /// <summary>Force and tangent at an overlap.</summary>
    /// <param name="overlap">δ = r₁ + r₂ − distance, positive in contact.</param>
    /// <param name="reducedRadius">R* = r₁r₂/(r₁+r₂); the particle's radius at a wall.</param>
    /// <param name="memory">Largest overlap so far; laws without memory leave it.</param>
    /// <param name="force">Repulsive force, negative for attraction.</param>
    /// <param name="stiffness">Tangent dF/dδ, never negative.</param>
    /// <param name="pullOff">Force needed to separate the pair.</param>
    void Evaluate(float overlap, float reducedRadius, ref float memory, out float force, out float stiffness, out float pullOff);
}
