using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A contact with binder between its surfaces: soft plastic while the binder is squeezed out, stiff on unloading, and the bare contact's law once the surfaces touch.</summary>
/// <remarks>
/// x = δ + t is the approach since the binder first touched, t the thickness of binder between the surfaces. Binder flows wherever the gap is below t, an area of
/// 2πR* min(x, t), at its hardness H: loading adds k₁ min(x, t), k₁ = 2πR*H, to the bare contact's force of δ > 0. Below the greatest approach x_m it adds
/// k₁ min(x_m, t) − k₂ (x_m − x), at least 0, with k₂ = k₁ + (k_p − k₁) min(x_m/t, 1) (luding-2008); k_p = 4πR*E, the modulus E over the
/// whole area and the mean gap t/2; binder that could not bulge at its rim would have up to (1 − ν)/((1 + ν)(1 − 2ν)) times that, 1.5 for polyimide.
/// Binder in a contact at rest bears nothing: <see cref="AtRest"/>. Valid for t and δ ≪ R*.
/// </remarks>
/// <param name="core">The bare contact.</param>
/// <param name="film">Thickness of the films between surfaces that come to meet.</param>
/// <param name="hardness">H of the binder.</param>
/// <param name="modulus">E of the binder.</param>
public readonly struct BinderCoveredLaw<TCore>(TCore core, float film, float hardness, float modulus) : INormalLaw
    where TCore : struct, INormalLaw
{
    public readonly TCore Core = core;

    /// <summary>t of contacts that are made while the law acts.</summary>
    public readonly float Film = film;

    /// <summary>H.</summary>
    public readonly float Hardness = hardness;

    /// <summary>E.</summary>
    public readonly float Modulus = modulus;

    public float Reach => Film;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff)
    {
        float thickness = cover > Film ? cover : Film;
        float through = memory - thickness, coreMemory = through > 0f ? through : 0f;
        Core.Evaluate(overlap, reducedRadius, 0f, ref coreMemory, out force, out stiffness, out elastic, out pullOff);
        stiffness = overlap > 0f ? stiffness : 0f;
        elastic = overlap > 0f ? elastic : 0f;
        if (thickness > 0f)
        {
            Squeeze(overlap + thickness, reducedRadius, thickness, ref memory, ref force, ref stiffness, ref elastic);
        }
        else
        {
            memory = coreMemory;
        }
    }

    /// <summary>Memory with which binder of a thickness, laid down around a contact as it stands, bears nothing.</summary>
    /// <param name="overlap">δ of the contact, negative for a gap.</param>
    /// <param name="cover">What was laid there; t is that or the films', whichever is thicker.</param>
    /// <returns>The x_m whose unloading ends at δ + t.</returns>
    public float AtRest(float overlap, float cover)
    {
        float thickness = cover > Film ? cover : Film, approach = overlap + thickness;
        if (!(approach > 0f) || !(thickness > 0f))
        {
            return approach > 0f ? approach : 0f;
        }

        // x_m (1 − k₁/k₂(x_m)) = x with s = k_p/k₁ − 1: s z² − s (x/t) z − x/t = 0 for z = x_m/t ≤ 1; beyond, x_m = x + t k₁/k_p.
        float ratio = Stiffest(1f) / Softest(1f), s = ratio - 1f, share = approach / thickness;
        if (!(s > 0f))
        {
            return 0f;
        }

        float z = 0.5f * (share + MathF.Sqrt((share * share) + (4f * share / s)));
        return z < 1f ? z * thickness : approach + (thickness / ratio);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Squeeze(float approach, float radius, float thickness, ref float memory, ref float force, ref float stiffness, ref float elastic)
    {
        float soft = Softest(radius);
        bool loads = approach >= memory;
        memory = loads ? approach : memory;
        float squeezed = memory < thickness ? memory : thickness;
        float stiff = soft + ((Stiffest(radius) - soft) * (squeezed / thickness));
        float left = (soft * squeezed) - (stiff * (memory - approach));
        if (left > 0f)
        {
            force += left;
            elastic += stiff;
            stiffness += !loads ? stiff : approach < thickness ? soft : 0f;
        }
    }

    /// <summary>k₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Softest(float radius) => 6.2831855f * radius * Hardness;

    /// <summary>k_p, never below k₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Stiffest(float radius)
    {
        float whole = 12.566371f * radius * Modulus, soft = Softest(radius);
        return whole > soft ? whole : soft;
    }
}
