using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>No damping: η = 0.</summary>
public readonly struct NoDamping<TReal> : IDampingLaw<TReal> where TReal : struct, IReal<TReal>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Coefficient(TReal stiffness, TReal spot, TReal mass) => TReal.Of(0f);
}

/// <summary>Damping that gives one restitution at every speed.</summary>
/// <remarks>
/// η = c √(m* S). With b = −ln e/√(ln²e + π²): c = 2b for a linear spring; c = √5 b for a Hertz contact with S = 4/3 E* a (that is 2√(5/6) b √(2E*a m*)).
/// The polynomial of Tsuji fits the same form with its own c(e). Sources: tsuji-1992, antypov-elliott-2011.
/// </remarks>
/// <param name="coefficient">c.</param>
public readonly struct RestitutionDamping<TReal>(TReal coefficient) : IDampingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public readonly TReal Share = coefficient;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Coefficient(TReal stiffness, TReal spot, TReal mass) => Share * TReal.Sqrt(mass * stiffness);
}

/// <summary>Damping by mass and contact spot: η = η₀ a m*.</summary>
/// <param name="coefficient">η₀.</param>
public readonly struct SpotDamping<TReal>(TReal coefficient) : IDampingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public readonly TReal Share = coefficient;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Coefficient(TReal stiffness, TReal spot, TReal mass) => Share * spot * mass;
}

/// <summary>A constant coefficient: η = η₀.</summary>
/// <param name="coefficient">η₀.</param>
public readonly struct ConstantDamping<TReal>(TReal coefficient) : IDampingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public readonly TReal Share = coefficient;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Coefficient(TReal stiffness, TReal spot, TReal mass) => Share;
}

/// <summary>Viscoelastic material: the force of a Hertz contact follows F(δ) + A dF/dδ δ̇, so η = 3/2 A S.</summary>
/// <remarks>Restitution falls with speed, 1 − e ∝ v^(1/5). Source: brilliantov-1996.</remarks>
/// <param name="relaxation">A, a time.</param>
public readonly struct ViscoelasticDamping<TReal>(TReal relaxation) : IDampingLaw<TReal> where TReal : struct, IReal<TReal>
{
    public readonly TReal Relaxation = relaxation;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Coefficient(TReal stiffness, TReal spot, TReal mass) => TReal.Of(1.5f) * Relaxation * stiffness;
}
