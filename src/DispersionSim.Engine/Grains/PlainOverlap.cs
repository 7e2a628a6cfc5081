using System.Runtime.CompilerServices;

namespace DispersionSim.Engine;

/// <summary>δ = r₁ + r₂ − d in single precision, from whole fixed-point units: right to a share of the radii.</summary>
public readonly struct PlainOverlap : IOverlap
{
    public static bool IsFine
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}
