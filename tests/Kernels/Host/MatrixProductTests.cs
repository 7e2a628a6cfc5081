using System.Runtime.InteropServices;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>The solver's SIMD product against the scalar kernels that say what it is, over random links.</summary>
public class MatrixProductTests
{
    // Some ten roundings of 2⁻²⁴ = 6e-8 in a link's product and as many in a row's sum, of terms up to the largest entry.
    private const float Tolerance = 2e-6f;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_packed_product_is_drag_plus_what_the_scalar_kernels_gather(int threads)
    {
        using RandomLinks links = new();
        (float[] Force, float[] Torque) expected = Scalar(links), found = Packed(links, threads);
        Compare("force", expected.Force, found.Force);
        Compare("torque", expected.Torque, found.Torque);
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bits()
    {
        using RandomLinks links = new();
        (float[] Force, float[] Torque) one = Packed(links, 1), two = Packed(links, 2);
        Assert.True(Bits(one.Force).SequenceEqual(Bits(two.Force)));
        Assert.True(Bits(one.Torque).SequenceEqual(Bits(two.Torque)));
    }

    private static (float[] Force, float[] Torque) Scalar(RandomLinks links)
    {
        HostDevice device = new(1);
        ParticleColumns p = links.Particles;
        device.Run(RandomLinks.LinkCount, default(MultiplyLinks<HostWorld>), links.World, links.Step);
        device.Run(p.Count, default(GatherRows<HostWorld>), links.World, links.Step);
        for (int i = 0; i < p.Count; i++)
        {
            p.Force[i] = Float4.AddScaled(p.Force[i], p.Size[i].Y, p.SearchVelocity[i]);
            p.Torque[i] = Float4.AddScaled(p.Torque[i], p.Size[i].Z, p.SearchSpin[i]);
        }

        return (Floats(p.Force, p.Count), Floats(p.Torque, p.Count));
    }

    private static (float[] Force, float[] Torque) Packed(RandomLinks links, int threads)
    {
        ParticleColumns p = links.Particles;
        p.Force.Span.Fill(new(float.NaN, float.NaN, float.NaN));
        p.Torque.Span.Fill(new(float.NaN, float.NaN, float.NaN));
        using MatrixProduct product = new(new HostDevice(threads), p);
        product.Pack(links.World, links.Step, RandomLinks.LinkCount);
        product.Multiply(links.World);
        return (Floats(p.Force, p.Count), Floats(p.Torque, p.Count));
    }

    private static void Compare(string name, float[] expected, float[] found)
    {
        float largest = expected.Max(Math.Abs);
        Assert.True(largest > 1);
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.True(Math.Abs(found[k] - expected[k]) <= Tolerance * largest, $"{name}[{k / 4}].{"XYZW"[k % 4]}: {found[k]:R} instead of {expected[k]:R}");
        }
    }

    private static float[] Floats(NativeColumn<Float4> column, int count) => MemoryMarshal.Cast<Float4, float>(column.Span[..count]).ToArray();

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
