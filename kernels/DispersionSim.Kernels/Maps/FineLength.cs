using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>A length as an integer and a rest of about a half at most; see <see cref="FineGap"/>.</summary>
/// <param name="whole">The integer.</param>
/// <param name="rest">The rest.</param>
public readonly struct FineLength(int whole, float rest)
{
    public readonly int Whole = whole;

    public readonly float Rest = rest;

    /// <summary>By how much the square is more than that of the integer.</summary>
    public float Bent
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((2f * Whole) + Rest) * Rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FineLength Of(float length)
    {
        float whole = MathF.Floor(length + 0.5f);
        return new((int)whole, length - whole);
    }

    /// <summary>An integer times a number.</summary>
    /// <param name="factor">The integer.</param>
    /// <param name="high">First twelve bits of the number.</param>
    /// <param name="low">The others.</param>
    /// <param name="grid">A power of two that the integer has no more than 2¹² times.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FineLength Product(int factor, float high, float low, float grid)
    {
        float coarse = MathF.Floor((factor / grid) + 0.5f) * grid, rest = factor - (int)coarse, exact = high * coarse, whole = MathF.Floor(exact + 0.5f);
        return new((int)whole, exact - whole + ((high * rest) + (low * (coarse + rest))));
    }

    /// <summary>a + s b, s 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FineLength AddScaled(FineLength a, float s, FineLength b) => new(a.Whole + (int)(s * b.Whole), a.Rest + (s * b.Rest));
}
