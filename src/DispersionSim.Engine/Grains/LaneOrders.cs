using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DispersionSim.Engine;

/// <summary>Orders of eight lanes by a mask of eight bits, from a table: AVX2 has no instruction that packs.</summary>
internal static unsafe class LaneOrders
{
    private static readonly byte* PackedOrders = Table(PackedAt);
    private static readonly byte* SpreadOrders = Table(SpreadAt);

    /// <summary>Lane k takes the k-th of the lanes whose bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Packed(uint bits) => Avx2.ConvertToVector256Int32(PackedOrders + (8 * bits));

    /// <summary>A lane whose bit is set takes the one numbered by how many set bits are before its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Spread(uint bits) => Avx2.ConvertToVector256Int32(SpreadOrders + (8 * bits));

    /// <summary>All bits of lane k set where bit k is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Mask(uint bits)
    {
        Vector256<int> own = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        return Vector256.Equals(Vector256.Create((int)bits) & own, own);
    }

    private static byte* Table(Func<uint, int, int> entry)
    {
        var table = (byte*)NativeMemory.AlignedAlloc(8 * 256, 64);
        for (uint bits = 0; bits < 256; bits++)
        {
            for (int lane = 0; lane < 8; lane++)
            {
                table[(8 * bits) + lane] = (byte)entry(bits, lane);
            }
        }

        return table;
    }

    private static int PackedAt(uint bits, int lane)
    {
        for (int k = 0; k < lane; k++)
        {
            bits &= bits - 1;
        }

        return bits == 0 ? 0 : BitOperations.TrailingZeroCount(bits);
    }

    private static int SpreadAt(uint bits, int lane) => BitOperations.PopCount(bits & ((1u << lane) - 1));
}
