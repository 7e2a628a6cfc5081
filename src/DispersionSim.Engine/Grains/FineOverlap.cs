using System.Runtime.CompilerServices;

namespace DispersionSim.Engine;

/// <summary>δ = (R² − d²)/(R + d), R = r₁ + r₂, the difference of squares in double precision, less what fractions of fixed-point units make of d: right to a share of δ.</summary>
public readonly struct FineOverlap : IOverlap
{
    public static bool IsFine
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}
