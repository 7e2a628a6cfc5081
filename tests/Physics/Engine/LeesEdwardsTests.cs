using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Validation row 11: which image of a particle is meant, and when the box flips, cannot be told from forces.</summary>
public class LeesEdwardsTests
{
    [Theory]
    [InlineData(Axis.X, Axis.Z)]
    [InlineData(Axis.Y, Axis.X)]
    [InlineData(Axis.Z, Axis.Y)]
    [InlineData(Axis.X, Axis.Y)]
    public void Flip_of_the_box_keeps_every_distance_and_every_overlap_energy(Axis flow, Axis gradient)
    {
        RandomStream random = new(21, StreamName.MonteCarlo);
        const int count = 400;
        var box = new FlowingBox(32, 32, 32);
        var place = new Int4[count];
        for (int i = 0; i < count; i += 2)
        {
            // Pairs that overlap by up to a tenth, anywhere in the box, also across its faces.
            Vector3d p = new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()) * 32;
            Vector3d q = p + (random.NextDirection() * (2 - (0.1 * random.NextDouble())));
            (place[i], place[i + 1]) = (box.Fix(p.X, p.Y, p.Z), box.Fix(q.X, q.Y, q.Z));
        }

        box.Shear(flow, gradient, 1);
        box.Advance(0.4999, place);
        double tilt = box.Tilt;
        double[] before = Distances(box, place);
        double energy = Energy(before);

        // The next bit of strain flips the box; the strain itself is taken back, so that only the flip remains.
        box.Advance(0.0002, place);
        Assert.True(box.Tilt < 0);
        box.RestoreTilt(tilt - 32);
        double[] after = Distances(box, place);

        // A distance of 2 in a box of 32 in single precision, tilt included: 32 · 2⁻²⁴ a term.
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 6e-6));
        Assert.Equal(1, Energy(after) / energy, 1e-5);
    }

    [Fact]
    public void Flips_there_and_back_restore_every_place_bit_for_bit()
    {
        RandomStream random = new(22, StreamName.MonteCarlo);
        Int4[] place = [.. Enumerable.Range(0, 1000).Select(_ => new Int4((int)random.NextBits(), (int)random.NextBits(), (int)random.NextBits()))];
        var moving = (Int4[])place.Clone();
        var box = new FlowingBox(10, 10, 10);
        box.Shear(Axis.X, Axis.Z, 1);
        box.Advance(3.7, moving);
        Assert.NotEqual(place, moving);
        box.Shear(Axis.X, Axis.Z, -1);
        box.Advance(3.7, moving);
        Assert.Equal(place, moving);
    }

    private static double[] Distances(FlowingBox box, Int4[] place)
    {
        StepParameters step = default;
        box.Describe(ref step);
        return
        [
            .. Enumerable.Range(0, place.Length / 2).Select(k =>
            {
                Float4 d = BoxGeometry.Between(place[2 * k], place[(2 * k) + 1], in step);
                return Math.Sqrt((double)Float4.Dot(d, d));
            }),
        ];
    }

    private static double Energy(double[] distances) => distances.Sum(d => d < 2 ? 0.5 * (2 - d) * (2 - d) : 0);
}
