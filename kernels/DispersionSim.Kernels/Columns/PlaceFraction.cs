using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>What a fixed-point place leaves of a position: a fraction of a unit along each axis, ten bits each, in the fourth entry of the place.</summary>
/// <remarks>
/// Fractions from −½ to ½ are −255 to 255 steps, so that differences of two fit into ten bits with their sign, and the difference of two packed entries is the
/// packed difference: it comes with that of the places at no cost.
/// </remarks>
public static class PlaceFraction
{
    /// <summary>Steps in a unit of places.</summary>
    public const float Steps = 510f;

    /// <summary>Bits of an axis.</summary>
    public const int Bits = 10;

    private const int Middle = 1 << (Bits - 1);

    /// <summary>Packs three fractions of a unit, each from −½ to ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pack(float x, float y, float z) => Nearest(x) + (Nearest(y) << Bits) + (Nearest(z) << (2 * Bits));

    /// <summary>Steps along x of an entry, or of a difference of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int X(int packed) => (packed << (32 - Bits)) >> (32 - Bits);

    /// <summary>Along y; what x borrowed is given back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Y(int packed) => ((packed + Middle) << (32 - (2 * Bits))) >> (32 - Bits);

    /// <summary>Along z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Z(int packed) => (packed + Middle + (Middle << Bits)) >> (2 * Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Nearest(float fraction) => (int)MathF.Floor((fraction * Steps) + 0.5f);
}
