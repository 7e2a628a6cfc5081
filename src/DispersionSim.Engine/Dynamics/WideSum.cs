using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DispersionSim.Engine;

/// <summary>Sums of single-precision vectors in double precision.</summary>
internal static class WideSum
{
    /// <summary>Four numbers summed pairwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Of(Vector128<float> x)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(x);
        return lower + upper;
    }
}
