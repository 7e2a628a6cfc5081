using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Force of a liquid's flat surface on a sphere that it is leaving: pulls the sphere back into the liquid.</summary>
/// <remarks>
/// F = 2πγ a sin α sin(α + θ), the contact line at filling angle α with cos α = 1 − p/a, p the height of the sphere's top over the surface.
/// Tangent 2πγ (2 cos α cos θ + cos 2α sin θ / sin α), its pole at the first touch cut off at sin α = 0.05.
/// Greatest force 2πγ a cos²(θ/2). The meniscus is taken as flat away from the sphere. Here p plays the part of the overlap
/// and the force pushes the particle down. Valid for a far below the capillary length (millimetres).
/// </remarks>
public readonly struct CapillaryLaw(float surfaceTension, float cosine, float sine) : INormalLaw
{
    /// <summary>γ.</summary>
    public readonly float SurfaceTension = surfaceTension;

    /// <summary>cos θ of the contact angle.</summary>
    public readonly float Cosine = cosine;

    /// <summary>sin θ of the contact angle.</summary>
    public readonly float Sine = sine;

    public float Reach => 0f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff)
    {
        pullOff = 0f;
        float height = overlap < 2f * reducedRadius ? overlap : 2f * reducedRadius;
        float cosAlpha = 1f - (height / reducedRadius);
        float sinSquared = 1f - (cosAlpha * cosAlpha);
        sinSquared = sinSquared > 0f ? sinSquared : 0f;
        float sinAlpha = MathF.Sqrt(sinSquared);
        float scale = 6.2831855f * SurfaceTension;
        force = scale * reducedRadius * ((sinSquared * Cosine) + (sinAlpha * cosAlpha * Sine));
        force = force > 0f ? force : 0f;
        float away = sinAlpha > 0.05f ? sinAlpha : 0.05f;
        float slope = scale * ((2f * Cosine * cosAlpha) + (Sine * (1f - (2f * sinSquared)) / away));
        stiffness = slope > 0f ? slope : 0f;
        elastic = stiffness;
    }
}
