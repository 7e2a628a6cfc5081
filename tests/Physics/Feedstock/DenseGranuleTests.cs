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
        GranuleShape.HasPackingAndCoordination([.. Enumerable.Range(0, 10).Select(k => Granule(size, packing, sigma, k))], packing, 0.03);
    }

    [Theory]
    [InlineData(0.30)]
    [InlineData(0.45)]
    [InlineData(0.55)]
    public void A_granule_is_as_dense_inside_as_it_is_as_a_whole(double packing)
    {
        // The packing is imposed on R_g alone; points thrown into the inner sphere find the local solids fraction.
        (Vector3d[] position, double[] radius) = Granule(1000, packing, 1, 0);
        GranuleShape.IsAsDenseInside(position, radius[0], packing);
    }

    [Fact]
    public void A_granule_is_round() => GranuleShape.IsRound(Granule(1000, 0.45, 1, 0).Position);

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

    private static (Vector3d[] Position, double[] Radius) Granule(int size, double packing, double sigma, int k) =>
        GranuleShape.Make((radius, density, number) => DenseGranule.Build(radius, density, new(9, StreamName.DenseGranule, number)), size, packing, sigma, k);
}
