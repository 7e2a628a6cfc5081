using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class SlurryMetricTests
{
    // Apart by 2 in a box of 20: none of radius 0.5 touch.
    private static readonly Vector3d[] Apart = Made.Lattice(10, 10, 2.0);

    [Fact]
    public void Primaries_that_stand_apart_are_broken_apart()
    {
        AnalysisResult result = Measure(Made.Slurry(20, Made.Particles(Apart, 0.5, [.. Apart.Select(_ => 1)])));

        Assert.Equal(0, result.Find("mass in parent fragments > 5")!.Value);
        Assert.Equal(1, result.Find("largest parent fragment")!.Value);
        Assert.Equal(0, result.Find("mass in slurry clusters > 50")!.Value);
        Assert.Equal(0, result.Find("slurry coordination number")!.Value);
        Assert.Equal(1, result.Find("single primaries in slurry")!.Value);
    }

    [Fact]
    public void A_planted_chain_of_one_parent_is_found_across_the_periodic_boundary()
    {
        // 12 touching primaries of parent 7 among 1000 of parent 1, laid along x through the wall at x = 20 between the lattice planes.
        Vector3d[] chain = [.. Enumerable.Range(0, 12).Select(k => new Vector3d((14.5 + k) % 20, 2, 2))];
        int[] parents = [.. Apart.Select(_ => 1), .. chain.Select(_ => 7)];
        AnalysisResult result = Measure(Made.Slurry(20, Made.Particles([.. Apart, .. chain], 0.5, parents)));

        Assert.Equal(12.0 / 1012, result.Find("mass in parent fragments > 5")!.Value, 1e-12);
        Assert.Equal(12, result.Find("largest parent fragment")!.Value);
        Assert.Equal(2.0 * 11 / 1012, result.Find("slurry coordination number")!.Value, 1e-12);
    }

    [Theory]
    [InlineData(5, 0.0)]
    [InlineData(6, 6.0 / 1006)]
    public void A_piece_of_five_is_broken_apart_and_one_of_six_is_not(int length, double expected)
    {
        Vector3d[] chain = [.. Enumerable.Range(0, length).Select(k => new Vector3d(2 + k, 2, 2))];
        int[] parents = [.. Apart.Select(_ => 1), .. chain.Select(_ => 7)];
        Assert.Equal(expected, Measure(Made.Slurry(20, Made.Particles([.. Apart, .. chain], 0.5, parents))).Find("mass in parent fragments > 5")!.Value, 1e-12);
    }

    [Fact]
    public void Touching_primaries_of_different_parents_are_no_piece_but_a_cluster()
    {
        // A straight chain of 60 through a box of 80 whose neighbours never share a parent.
        Vector3d[] chain = [.. Enumerable.Range(0, 60).Select(k => new Vector3d(k, 40, 40))];
        AnalysisResult result = Measure(Made.Slurry(80, Made.Particles(chain, 0.5, [.. chain.Select((_, k) => 1 + (k % 2))])));

        Assert.Equal(0, result.Find("mass in parent fragments > 5")!.Value);
        Assert.Equal(1, result.Find("mass in slurry clusters > 50")!.Value, 1e-12);
        Assert.Equal(60, result.Find("largest slurry cluster")!.Value);
    }

    [Fact]
    public void Mass_counts_and_not_number()
    {
        // A chain of six of radius 1 beside six singles of radius 0.5: 6·1 of 6·1 + 6/8 by volume.
        Vector3d[] chain = [.. Enumerable.Range(0, 6).Select(k => new Vector3d(2 + (2 * k), 10, 10))], singles = [.. Enumerable.Range(0, 6).Select(k => new Vector3d(2 + (3 * k), 4, 4))];
        double[] radii = [.. chain.Select(_ => 1.0), .. singles.Select(_ => 0.5)];
        ParticleSet particles = Made.Particles([.. chain, .. singles], radii, [.. radii.Select(_ => 3)]);
        Assert.Equal(6 / 6.75, Measure(Made.Slurry(20, particles)).Find("mass in parent fragments > 5")!.Value, 1e-12);
    }

    [Fact]
    public void A_surviving_bond_holds_a_piece_together_where_the_surfaces_stand_a_little_apart()
    {
        Vector3d[] chain = [.. Enumerable.Range(0, 8).Select(k => new Vector3d(1.01 * k, 10, 10))];
        ElectrodeState slurry = Made.Slurry(20, Made.Particles(chain, 0.5, [.. chain.Select(_ => 1)])) with
        {
            Bonds = [.. Enumerable.Range(0, 7).Select(k => new Bond(k, k + 1, BondOrigin.FeedstockBridge, 0.1))],
            FeedstockBondCount = 7,
        };
        Assert.Equal(8, Measure(slurry).Find("largest parent fragment")!.Value);
    }

    [Fact]
    public void Beta_counts_the_bonds_of_the_powder_alone_over_those_it_had()
    {
        ElectrodeState slurry = Made.Slurry(20, Made.Particles(Apart, 0.5)) with
        {
            Bonds = [new(0, 1, BondOrigin.FeedstockContact, 0), new(1, 2, BondOrigin.FeedstockBridge, 0.1), new(2, 3, BondOrigin.Binder, 0.1)],
            FeedstockBondCount = 8,
        };
        Assert.Equal(0.25, Measure(slurry).Find("surviving feedstock bonds")!.Value, 1e-12);
    }

    [Fact]
    public void A_powder_without_bonds_leaves_none() =>
        Assert.Equal(0, Measure(Made.Slurry(20, Made.Particles(Apart, 0.5))).Find("surviving feedstock bonds")!.Value);

    private static AnalysisResult Measure(ElectrodeState slurry) =>
        Pooling.Pool([Made.Sample(Made.Film(20, 20, slurry.Particles), slurry)]);
}
