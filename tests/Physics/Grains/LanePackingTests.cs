using System.Numerics;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Lanes that are packed by masks, against one number after the other.</summary>
public unsafe class LanePackingTests
{
    [Fact]
    public void One_number_is_packed_as_one_by_one() => Check<Lanes1>();

    [Fact]
    public void Eight_numbers_are_packed_as_one_by_one()
    {
        Assert.SkipUnless(Lanes8.IsSupported, "this machine has no AVX2");
        Check<Lanes8>();
    }

    [Fact]
    public void Sixteen_numbers_are_packed_as_one_by_one()
    {
        Assert.SkipUnless(Lanes16.IsSupported, "this machine has no AVX-512");
        Check<Lanes16>();
    }

    private static void Check<TLanes>() where TLanes : struct, ILanes<TLanes>
    {
        var random = new RandomStream(20261130, StreamName.MonteCarlo);
        int count = TLanes.Count;
        uint all = (1u << count) - 1;
        for (int trial = 0; trial < 4000; trial++)
        {
            uint then = Bits(random) & all, near = Bits(random) & all;
            float[] numbers = [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble())];
            Assert.Equal(Chosen(numbers, near), Pack<TLanes>(numbers, near));
            Assert.Equal(Enumerable.Range(0, count).Where(k => Has(near, k)).Select(k => 100 + k), SetBits<TLanes>(near));
            float[] spread = [.. Enumerable.Range(0, count).Select(k => Has(then, k) ? numbers[BitOperations.PopCount(then & ((1u << k) - 1))] : 0f)];
            Assert.Equal(Chosen(spread, near), Repack<TLanes>(numbers, then, near));
            int[] few = [.. Enumerable.Range(0, count).Select(_ => (int)(3 * random.NextDouble()))];
            Assert.Equal(Enumerable.Range(0, count).Where(k => few[k] == 1).Aggregate(0u, (bits, k) => bits | (1u << k)), Equal<TLanes>(few, 1));
        }
    }

    private static uint Bits(RandomStream random) => (uint)(65536 * random.NextDouble());

    private static bool Has(uint bits, int k) => (bits & (1u << k)) != 0;

    private static float[] Chosen(float[] numbers, uint bits) => [.. numbers.Where((_, k) => Has(bits, k))];

    private static float[] Pack<TLanes>(float[] numbers, uint bits) where TLanes : struct, ILanes<TLanes>
    {
        float* to = stackalloc float[TLanes.Count];
        fixed (float* from = numbers)
        {
            TLanes.Pack(TLanes.Load(from), bits, to);
        }

        return [.. new Span<float>(to, BitOperations.PopCount(bits))];
    }

    private static float[] Repack<TLanes>(float[] packed, uint then, uint near) where TLanes : struct, ILanes<TLanes>
    {
        float* to = stackalloc float[TLanes.Count];
        fixed (float* from = packed)
        {
            TLanes.Repack(from, then, near, to);
        }

        return [.. new Span<float>(to, BitOperations.PopCount(near))];
    }

    private static int[] SetBits<TLanes>(uint bits) where TLanes : struct, ILanes<TLanes>
    {
        int* to = stackalloc int[TLanes.Count];
        TLanes.SetBits(100, bits, to);
        return [.. new Span<int>(to, BitOperations.PopCount(bits))];
    }

    private static uint Equal<TLanes>(int[] numbers, int value) where TLanes : struct, ILanes<TLanes>
    {
        fixed (int* from = numbers)
        {
            return TLanes.Equal(from, value);
        }
    }
}
