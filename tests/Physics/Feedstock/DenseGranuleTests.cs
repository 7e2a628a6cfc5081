using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class DenseGranuleTests
{
    [Theory]
    [InlineData(0.30, 20, 1.4)]
    [InlineData(0.45, 20, 1.4)]
    [InlineData(0.30, 60, 1.0)]
    [InlineData(0.45, 60, 1.0)]
    [InlineData(0.55, 60, 1.0)]
    [InlineData(0.45, 60, 1.4)]
    [InlineData(0.55, 60, 1.4)]
    [InlineData(0.45, 60, 1.6)]
    [InlineData(0.45, 500, 1.4)]
    public void A_granule_has_the_packing_and_the_coordination_of_a_random_cohesive_packing(double packing, int size, double sigma)
    {
        double coordination = 0;
        for (int k = 0; k < 10; k++)
        {
            (Vector3d[] position, double[] radius) = Granule(size, packing, sigma, k);
            (int I, int J)[] contacts = ContactPairs.Find(position, radius);
            Assert.Equal(packing, AggregateShape.Packing(position, radius), 0.03);
            Assert.Equal(size, ConnectedPieces.Largest(size, contacts).Length);
            Assert.InRange(ContactPairs.LargestOverlap(position, radius, contacts), 0, 0.01);
            coordination += 2.0 * contacts.Length / size / 10;
        }

        Assert.InRange(coordination, 4, 6);
    }

    [Theory]
    [InlineData(0.30)]
    [InlineData(0.45)]
    [InlineData(0.55)]
    public void A_granule_is_as_dense_inside_as_it_is_as_a_whole(double packing)
    {
        // The packing is imposed on R_g alone; points thrown into the inner sphere of 0.7 R find the local solids fraction.
        // 20,000 points: standard error below 0.004; the rest of 0.03 is the granule's own fluctuation over some 300 primaries.
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
    }

    [Fact]
    public void A_granule_is_round()
    {
        // A ball has equal second moments along all axes; surface roughness of one radius in twelve leaves 10 %.
        (Vector3d[] position, _) = Granule(1000, 0.45, 1, 0);
        double x = position.Average(p => p.X * p.X), y = position.Average(p => p.Y * p.Y), z = position.Average(p => p.Z * p.Z);
        double mean = (x + y + z) / 3;
        Assert.All([x, y, z], moment => Assert.Equal(1, moment / mean, 0.1));
    }

    [Fact]
    public void The_packing_of_a_ball_that_fills_space_is_its_solids_fraction()
    {
        // A simple cubic lattice of touching spheres cut by a sphere: packing π/6; the rim of a ball of 15 diameters is worth 2 %.
        Vector3d[] position = [.. from x in Enumerable.Range(-20, 41)
                                  from y in Enumerable.Range(-20, 41)
                                  from z in Enumerable.Range(-20, 41)
                                  let p = new Vector3d(x, y, z)
                                  where p.Length < 15
                                  select p];
        double[] radius = [.. Enumerable.Repeat(0.5, position.Length)];
        Assert.Equal(1, AggregateShape.Packing(position, radius) / (Math.PI / 6), 0.02);
        Assert.Equal(1, AggregateShape.Packing([Vector3d.Zero], [2.0]), 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        double[] radius = PrimarySizes.Lognormal(1, 1.4).Draw(60, new(2, StreamName.PrimaryRadii));
        Assert.Equal(DenseGranule.Build(radius, 0.45, new(5, StreamName.DenseGranule)), DenseGranule.Build(radius, 0.45, new(5, StreamName.DenseGranule)));
        Assert.NotEqual(DenseGranule.Build(radius, 0.45, new(5, StreamName.DenseGranule)), DenseGranule.Build(radius, 0.45, new(6, StreamName.DenseGranule)));
    }

    private static (Vector3d[] Position, double[] Radius) Granule(int size, double packing, double sigma, int k)
    {
        double[] radius = PrimarySizes.Lognormal(0.5e-6, sigma).Draw(size, new(9, StreamName.PrimaryRadii, k + (100 * size)));
        return (DenseGranule.Build(radius, packing, new(9, StreamName.DenseGranule, k)), radius);
    }
}
