using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>No friction.</summary>
public readonly struct Frictionless<TReal> : ITangentialLaw<TReal> where TReal : struct, IReal<TReal>
{
    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    public static bool RemembersSpot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(in Triple<TReal> normal, in Triple<TReal> slip, TReal spot, TReal damping, TReal limit, TReal timeStep, ref Triple<TReal> slide, ref TReal lastSpot, out Triple<TReal> force) =>
        force = new(TReal.Of(0f), TReal.Of(0f), TReal.Of(0f));

    public TReal SpringStiffness(TReal spot) => TReal.Of(0f);

    public Triple<TReal> Strain(Triple<TReal> slide, TReal spot, TReal lastSpot) => new(TReal.Of(0f), TReal.Of(0f), TReal.Of(0f));
}

/// <summary>Tangential spring on its displacement (Mindlin, no slip), limited by Coulomb friction.</summary>
/// <remarks>
/// ξ' = v_t, turned into the tangent plane each step with its length kept; t = k_t a ξ + η v_t; at |t| = μF₀ it is scaled and ξ = (t − ηv_t)/(k_t a).
/// k_t = 8G* (G* = E/(4(2−ν)(1+ν)) of equal materials). Where nothing is stored yet and damping alone exceeds the limit, t = 0.
/// Sources: mindlin-1949, cundall-strack-1979.
/// </remarks>
/// <param name="stiffness">k_t.</param>
public readonly struct MindlinDisplacement<TReal>(TReal stiffness) : ITangentialLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>k_t.</summary>
    public readonly TReal Stiffness = stiffness;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public static bool RemembersSpot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(in Triple<TReal> normal, in Triple<TReal> slip, TReal spot, TReal damping, TReal limit, TReal timeStep, ref Triple<TReal> slide, ref TReal lastSpot, out Triple<TReal> force)
    {
        TReal k = Stiffness * spot;
        Triple<TReal> strain = Triple<TReal>.MultiplyAdd(slip, timeStep, SpringHistory<TReal>.Turned(slide, normal)), dashpot = slip * damping;
        TReal slips = SpringHistory<TReal>.Limited(Triple<TReal>.MultiplyAdd(strain, k, dashpot), strain, limit, out Triple<TReal> held);
        force = held;

        // A contact that is all damping, its spot gone, has no spring to hold a strain.
        TReal least = TReal.Of(1e-12f), give = TReal.Select(TReal.Greater(k, least), TReal.Reciprocal(TReal.Max(k, least)), TReal.Of(0f));
        slide = Triple<TReal>.Select(slips, (held - dashpot) * give, strain);
    }

    public TReal SpringStiffness(TReal spot) => Stiffness * spot;

    public Triple<TReal> Strain(Triple<TReal> slide, TReal spot, TReal lastSpot) => slide;
}

/// <summary>Tangential spring on its force (Mindlin, no slip): the force, not the displacement, is kept while the contact spot changes.</summary>
/// <remarks>dF/dt = k_t a v_t; t = F + ηv_t; at the limit F = t − ηv_t. Source: mindlin-deresiewicz-1953.</remarks>
/// <param name="stiffness">k_t.</param>
public readonly struct MindlinForce<TReal>(TReal stiffness) : ITangentialLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>k_t.</summary>
    public readonly TReal Stiffness = stiffness;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public static bool RemembersSpot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(in Triple<TReal> normal, in Triple<TReal> slip, TReal spot, TReal damping, TReal limit, TReal timeStep, ref Triple<TReal> slide, ref TReal lastSpot, out Triple<TReal> force)
    {
        Triple<TReal> spring = Triple<TReal>.MultiplyAdd(slip, Stiffness * spot * timeStep, SpringHistory<TReal>.Turned(slide, normal)), dashpot = slip * damping;
        TReal slips = SpringHistory<TReal>.Limited(spring + dashpot, spring, limit, out Triple<TReal> held);
        force = held;
        slide = Triple<TReal>.Select(slips, held - dashpot, spring);
    }

    public TReal SpringStiffness(TReal spot) => Stiffness * spot;

    public Triple<TReal> Strain(Triple<TReal> slide, TReal spot, TReal lastSpot) => slide * (TReal.Of(1f) / TReal.Max(Stiffness * spot, TReal.Of(1e-30f)));
}

/// <summary>As <see cref="MindlinForce{TReal}"/>, the stored force scaled down with the contact spot while the contact unloads, so that it gives no energy.</summary>
/// <remarks>F ← F a/a_last where a &lt; a_last. Source: thornton-2013.</remarks>
/// <param name="stiffness">k_t.</param>
public readonly struct MindlinRescaled<TReal>(TReal stiffness) : ITangentialLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>k_t.</summary>
    public readonly TReal Stiffness = stiffness;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    public static bool RemembersSpot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(in Triple<TReal> normal, in Triple<TReal> slip, TReal spot, TReal damping, TReal limit, TReal timeStep, ref Triple<TReal> slide, ref TReal lastSpot, out Triple<TReal> force)
    {
        TReal share = TReal.Min(spot / TReal.Max(lastSpot, TReal.Of(1e-30f)), TReal.Of(1f));
        slide = slide * share;
        lastSpot = spot;
        new MindlinForce<TReal>(Stiffness).Evaluate(in normal, in slip, spot, damping, limit, timeStep, ref slide, ref lastSpot, out force);
    }

    public TReal SpringStiffness(TReal spot) => Stiffness * spot;

    public Triple<TReal> Strain(Triple<TReal> slide, TReal spot, TReal lastSpot)
    {
        TReal share = TReal.Min(spot / TReal.Max(lastSpot, TReal.Of(1e-30f)), TReal.Of(1f));
        return new MindlinForce<TReal>(Stiffness).Strain(slide, spot, lastSpot) * share;
    }
}

/// <summary>What spring histories of friction and rolling have in common.</summary>
internal static class SpringHistory<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>A stored vector turned into the tangent plane, its length kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<TReal> Turned(Triple<TReal> stored, Triple<TReal> normal)
    {
        TReal tiny = TReal.Of(1e-37f), before = Triple<TReal>.Dot(stored, stored);
        Triple<TReal> flat = Triple<TReal>.Tangential(stored, normal);
        TReal after = TReal.InverseSqrt(TReal.Max(Triple<TReal>.Dot(flat, flat), tiny));
        return flat * (before * TReal.InverseSqrt(TReal.Max(before, tiny)) * after);
    }

    /// <summary>A force limited in size; returns the mask of the contacts that slip.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Limited(Triple<TReal> wanted, Triple<TReal> stored, TReal limit, out Triple<TReal> force)
    {
        TReal zero = TReal.Of(0f);
        TReal size = Triple<TReal>.Dot(wanted, wanted);
        TReal slips = TReal.Greater(size, limit * limit);
        TReal share = limit * TReal.InverseSqrt(TReal.Max(size, TReal.Of(1e-37f)));
        TReal held = TReal.Greater(Triple<TReal>.Dot(stored, stored), zero);
        share = TReal.Select(held, share, zero);
        force = wanted * TReal.Select(slips, share, TReal.Of(1f));

        // Where nothing is stored yet nothing is wound back: else the first contact would start with a spring against its own dashpot.
        return TReal.Both(slips, held);
    }
}
