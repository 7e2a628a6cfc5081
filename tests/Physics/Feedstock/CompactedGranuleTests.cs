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
        GranuleShape.HasPackingAndCoordination([.. Enumerable.Range(0, 4).Select(k => Granule(size, packing, sigma, k))], packing, 0.02);
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
        (Vector3d[] position, double[] radius) = Granule(1000, packing, 1, 0);
        GranuleShape.IsAsDenseInside(position, radius[0], packing);
        GranuleShape.IsRound(position);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_few_spheres_that_no_pressing_makes_so_dense_touch_all_the_same(int size)
    {
        (Vector3d[] position, double[] radius) = Granule(size, 0.6, 1.4, size);
        GranuleShape.HoldsTogether(position, radius, ContactPairs.Find(position, radius));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        double[] radius = PrimarySizes.Lognormal(1, 1.4).Draw(40, new(2, StreamName.PrimaryRadii));
        Assert.Equal(CompactedGranule.Build(radius, 0.5, new(5, StreamName.CompactedGranule)), CompactedGranule.Build(radius, 0.5, new(5, StreamName.CompactedGranule)));
    }

    private static (Vector3d[] Position, double[] Radius) Granule(int size, double packing, double sigma, int k) =>
        GranuleShape.Make((radius, density, number) => CompactedGranule.Build(radius, density, new(9, StreamName.CompactedGranule, number)), size, packing, sigma, k);
}
