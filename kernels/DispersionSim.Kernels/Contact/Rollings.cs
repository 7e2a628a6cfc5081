using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Resistance to rolling, with the history of a contact.</summary>
public interface IRollingLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Whether the law acts and keeps a vector with the contact.</summary>
    static abstract bool Remembers { get; }

    /// <summary>Resistance t to rolling: R* t × n is the torque on the first, its opposite that on the second.</summary>
    /// <param name="normal">Unit vector n from the second to the first.</param>
    /// <param name="speed">v_L = R*(ω₁ − ω₂) × n.</param>
    /// <param name="load">F₀, the normal force that limits it.</param>
    /// <param name="timeStep">Time over which the history advances; 0 leaves it.</param>
    /// <param name="roll">The history.</param>
    /// <param name="resistance">t.</param>
    void Evaluate(in Triple<TReal> normal, in Triple<TReal> speed, TReal load, TReal timeStep, ref Triple<TReal> roll, out Triple<TReal> resistance);

    /// <summary>Spring and dashpot, on v_L = R*(ω₁ − ω₂) × n.</summary>
    void Coefficients(out TReal stiffness, out TReal damping);
}

/// <summary>Free rolling.</summary>
public readonly struct FreeRolling<TReal> : IRollingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(in Triple<TReal> normal, in Triple<TReal> speed, TReal load, TReal timeStep, ref Triple<TReal> roll, out Triple<TReal> resistance) =>
        resistance = new(TReal.Of(0f), TReal.Of(0f), TReal.Of(0f));

    public void Coefficients(out TReal stiffness, out TReal damping) => (stiffness, damping) = (TReal.Of(0f), TReal.Of(0f));
}

/// <summary>Rolling resistance by spring, dashpot and slider.</summary>
/// <remarks>
/// t = k ξ + c v_L with ξ' = v_L, |t| ≤ μ_r F₀. Sources: iwashita-oda-1998, luding-2008.
/// </remarks>
/// <param name="stiffness">k.</param>
/// <param name="damping">c.</param>
/// <param name="friction">μ_r.</param>
public readonly struct SpringRolling<TReal>(TReal stiffness, TReal damping, TReal friction) : IRollingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public readonly TReal Stiffness = stiffness;

    /// <summary>1/k.</summary>
    public readonly TReal Compliance = TReal.Of(1f) / stiffness;

    public readonly TReal Damping = damping;

    public readonly TReal Friction = friction;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(in Triple<TReal> normal, in Triple<TReal> speed, TReal load, TReal timeStep, ref Triple<TReal> roll, out Triple<TReal> resistance)
    {
        roll = Triple<TReal>.MultiplyAdd(speed, timeStep, SpringHistory<TReal>.Turned(roll, normal));
        Triple<TReal> dashpot = speed * Damping;
        TReal slips = SpringHistory<TReal>.Limited(Triple<TReal>.MultiplyAdd(roll, Stiffness, dashpot), roll, Friction * load, out resistance);
        roll = Triple<TReal>.Select(slips, (resistance - dashpot) * Compliance, roll);
    }

    public void Coefficients(out TReal stiffness, out TReal damping) => (stiffness, damping) = (Stiffness, Damping);
}

/// <summary>Resistance to twisting about the line of centres, with the history of a contact.</summary>
public interface ITwistingLaw<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Whether the law acts and keeps an angle with the contact.</summary>
    static abstract bool Remembers { get; }

    /// <summary>Torque along n on the first (and its opposite on the second).</summary>
    /// <param name="rate">(ω₁ − ω₂)·n.</param>
    /// <param name="spot">Radius a of the contact spot.</param>
    /// <param name="damping">η.</param>
    /// <param name="limit">μF₀.</param>
    /// <param name="timeStep">Time over which the history advances; 0 leaves it.</param>
    /// <param name="twist">The history.</param>
    TReal Torque(TReal rate, TReal spot, TReal damping, TReal limit, TReal timeStep, ref TReal twist);

    /// <summary>Spring and dashpot, on the angle.</summary>
    void Coefficients(TReal spot, TReal viscous, out TReal stiffness, out TReal damping);
}

/// <summary>Free twisting.</summary>
public readonly struct FreeTwisting<TReal> : ITwistingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Torque(TReal rate, TReal spot, TReal damping, TReal limit, TReal timeStep, ref TReal twist) => TReal.Of(0f);

    public void Coefficients(TReal spot, TReal viscous, out TReal stiffness, out TReal damping) => (stiffness, damping) = (TReal.Of(0f), TReal.Of(0f));
}

/// <summary>Twisting resistance of a contact spot that sticks and slides as friction does.</summary>
/// <remarks>Spring k_t a³/2, dashpot ηa²/2, limit ⅔ a μF₀. Source: marshall-2009.</remarks>
/// <param name="stiffness">k_t of the tangential law.</param>
public readonly struct SpotTwisting<TReal>(TReal stiffness) : ITwistingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public readonly TReal Stiffness = stiffness;

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Torque(TReal rate, TReal spot, TReal damping, TReal limit, TReal timeStep, ref TReal twist)
    {
        TReal zero = TReal.Of(0f), half = TReal.Of(0.5f);
        TReal area = half * spot * spot, k = Stiffness * spot * area, dashpot = damping * area * rate;
        TReal most = TReal.Of(2f) / TReal.Of(3f) * spot * limit;
        twist = TReal.MultiplyAdd(rate, timeStep, twist);
        TReal wanted = TReal.MultiplyAdd(k, twist, dashpot);
        TReal torque = TReal.Max(zero - most, TReal.Min(most, wanted));
        TReal slips = TReal.Greater(TReal.Abs(wanted), most);
        twist = TReal.Select(slips, (torque - dashpot) / TReal.Max(k, TReal.Of(1e-30f)), twist);
        return zero - torque;
    }

    public void Coefficients(TReal spot, TReal viscous, out TReal stiffness, out TReal damping)
    {
        TReal area = TReal.Of(0.5f) * spot * spot;
        (stiffness, damping) = (Stiffness * spot * area, viscous * area);
    }
}
