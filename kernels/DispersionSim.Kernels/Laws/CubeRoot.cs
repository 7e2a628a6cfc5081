using System.Runtime.CompilerServices;
using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>Cube root in single precision, written out: library powers go through double precision on a device.</summary>
/// <remarks>
/// The exponent divided by three by integer arithmetic starts within 4 %; Newton's c ← c − (c − x/c²)/3 squares that error
/// (1.3·10⁻³, 2·10⁻⁶, below rounding), so three steps reach single precision.
/// </remarks>
public static class CubeRoot
{
    /// <summary>x^(1/3); 0 for x ≤ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float x)
    {
        if (!(x > 0f))
        {
            return 0f;
        }

        float c = Interop.IntAsFloat((Interop.FloatAsInt(x) / 3u) + 0x2a5137a0u);
        c -= 0.33333334f * (c - (x / (c * c)));
        c -= 0.33333334f * (c - (x / (c * c)));
        return c - (0.33333334f * (c - (x / (c * c))));
    }

    /// <summary>x^(2/3); 0 for x ≤ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Squared(float x)
    {
        float c = Of(x);
        return c * c;
    }
}
