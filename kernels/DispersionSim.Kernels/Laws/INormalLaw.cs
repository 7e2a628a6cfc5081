namespace DispersionSim.Kernels;

/// <summary>Force along the line of centres as a function of overlap. A pure struct; simulation units.</summary>
public interface INormalLaw
{
    /// <summary>Gap below which surfaces that come to meet act on each other; 0 where they must touch.</summary>
    float Reach { get; }

    /// <summary>Force and tangent at an overlap.</summary>
    /// <param name="overlap">δ = r₁ + r₂ − distance, positive in contact.</param>
    /// <param name="reducedRadius">R* = r₁r₂/(r₁+r₂); the particle's radius at a wall.</param>
    /// <param name="cover">Thickness of what lies between the surfaces of this contact; it acts from that gap on. 0 where nothing was laid there.</param>
    /// <param name="memory">Largest approach so far, from where the surfaces first act on each other; laws without memory leave it.</param>
    /// <param name="force">Repulsive force, negative for attraction.</param>
    /// <param name="stiffness">Tangent dF/dδ, never negative.</param>
    /// <param name="elastic">Tangent of letting up from there, never negative: where a contact has yielded it is stiffer than that of pressing on, and sliding springs go by it.</param>
    /// <param name="pullOff">Force needed to separate the pair.</param>
    void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff);
}
