using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class CompactedGranuleTests
{
    [Theory]
    [InlineData(0.30, 60, 1.4)]
    [InlineData(0.45, 60, 1.0)]
    [InlineData(0.45, 60, 1.4)]
    [InlineData(0.55, 60, 1.4)]
    [InlineData(0.60, 60, 1.0)]
    [InlineData(0.60, 150, 1.4)]
    public void A_granule_is_pressed_to_its_packing_and_holds_together_by_four_to_six_contacts_a_sphere(double packing, int size, double sigma)
    {
        double coordination = 0;
        for (int k = 0; k < 4; k++)
        {
            (Vector3d[] position, double[] radius) = Granule(size, packing, sigma, k);
            (int I, int J)[] contacts = ContactPairs.Find(position, radius);
            Assert.Equal(packing, AggregateShape.Packing(position, radius), 0.02);
            Assert.Equal(size, ConnectedPieces.Largest(size, contacts).Length);
            Assert.InRange(ContactPairs.LargestOverlap(position, radius, contacts), 0, 0.01);
            coordination += 2.0 * contacts.Length / size / 4;
        }

        Assert.InRange(coordination, 4, 6);
    }

    [Fact]
    public void Contacts_become_more_as_the_granule_is_pressed_and_stay_short_of_the_isostatic_six()
    {
        // Frictionless spheres jam at 2d = 6 contacts; a ball of 150 has some 60 at its surface with about half of that.
        double[] coordination = [.. new[] { 0.3, 0.45, 0.6 }.Select(packing =>
        {
            (Vector3d[] position, double[] radius) = Granule(150, packing, 1, 0);
            return 2.0 * ContactPairs.Find(position, radius).Length / 150;
        })];
        Assert.True(coordination[0] < coordination[1] && coordination[1] < coordination[2]);
        Assert.InRange(coordination[2], 5, 6);
    }

    [Theory]
    [InlineData(0.45)]
    [InlineData(0.60)]
    public void A_pressed_granule_is_round_and_as_dense_inside_as_it_is_as_a_whole(double packing)
    {
        // 20,000 points in the inner sphere of 0.7 R: standard error below 0.004; the rest of 0.03 is the granule's own fluctuation over some 300 primaries.
        (Vector3d[] position, double[] radius) = Granule(1000, packing, 1, 0);
        double inner = 0.7 * radius[0] * Math.Cbrt(1000 / packing);
        var random = new RandomStream(3, StreamName.MonteCarlo);
        int hits = 0;
        for (int k = 0; k < 20_000; k++)
        {
            Vector3d point = inner * Math.Cbrt(random.NextDouble()) * random.NextDirection();
            hits += position.Any(p => (p - point).LengthSquared < radius[0] * radius[0]) ? 1 : 0;
        }

        Assert.Equal(packing, hits / 20_000.0, 0.03);

        double[] moments = [position.Average(p => p.X * p.X), position.Average(p => p.Y * p.Y), position.Average(p => p.Z * p.Z)];
        Assert.All(moments, moment => Assert.Equal(1, moment / moments.Average(), 0.1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_few_spheres_that_no_pressing_makes_so_dense_touch_all_the_same(int size)
    {
        (Vector3d[] position, double[] radius) = Granule(size, 0.6, 1.4, size);
        (int I, int J)[] contacts = ContactPairs.Find(position, radius);
        Assert.Equal(size, ConnectedPieces.Largest(size, contacts).Length);
        Assert.InRange(ContactPairs.LargestOverlap(position, radius, contacts), 0, 0.01);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        double[] radius = PrimarySizes.Lognormal(1, 1.4).Draw(40, new(2, StreamName.PrimaryRadii));
        Assert.Equal(CompactedGranule.Build(radius, 0.5, new(5, StreamName.CompactedGranule)), CompactedGranule.Build(radius, 0.5, new(5, StreamName.CompactedGranule)));
    }

    private static (Vector3d[] Position, double[] Radius) Granule(int size, double packing, double sigma, int k)
    {
        double[] radius = PrimarySizes.Lognormal(0.5e-6, sigma).Draw(size, new(9, StreamName.PrimaryRadii, k + (100 * size)));
        return (CompactedGranule.Build(radius, packing, new(9, StreamName.CompactedGranule, k)), radius);
    }
}
