using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Hard aggregates of a few primaries inside soft agglomerates.</summary>
public class FusedPiecesTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0.5, 0.5)]
    public void Agglomerates_are_fused_as_far_as_asked_for(int size, double fraction, double expected)
    {
        // Pieces that find no free neighbour stay single: a tenth of the primaries of a tree-like aggregate.
        StageResult powder = Make(size, fraction, 1200);
        Bond[] bonds = powder.State.Bonds;
        var pieces = new Clusters(1200, bonds.Where(b => b.Origin == BondOrigin.FeedstockBridge).Select(b => (b.I, b.J)));
        double fused = Enumerable.Range(0, 1200).Count(i => pieces.SizeOf(i) > 1) / 1200.0;
        Assert.Equal(expected, fused, 0.15);
        Assert.True(pieces.Size.Max() <= size);

        // A bridge is inside a piece, a contact between two.
        Assert.All(bonds, b => Assert.Equal(pieces.Root(b.I) == pieces.Root(b.J), b.Origin == BondOrigin.FeedstockBridge));
    }

    [Fact]
    public void The_powder_says_how_it_is_fused()
    {
        StageResult powder = Make(4, 1, 1200);
        var pieces = new Clusters(1200, powder.State.Bonds.Where(b => b.Origin == BondOrigin.FeedstockBridge).Select(b => (b.I, b.J)));
        int[] sizes = [.. pieces.Size.Where(s => s > 1)];
        Assert.Equal(sizes.Average(), powder.Value("mean fused size"), 1e-12);
        Assert.Equal(sizes.Sum() / 1200.0, powder.Value("primaries in fused pieces"), 1e-12);
        Assert.DoesNotContain(Make(1, 1, 100).Measurements, m => m.Name == "mean fused size");
    }

    [Fact]
    public void Shear_parts_the_fused_pieces_and_leaves_each_of_them_whole()
    {
        // 5·10⁴ 1/s is four times what separates a pair of 0.5 µm. A bridge of half a radius of 0.5 GPa bends until σπr³/4 = 8·10⁻¹³ N m, the weakest of seventy at half of that;
        // the drag on a chain of four bends it with 30 μGa²·2a = 5·10⁻¹⁴ N m.
        ElectrodeState powder = Make(4, 1, 90, new() { GeometricStandardDeviation = 1, BridgeRadiusRatio = 0.5 }).State;
        StageResult sheared = SmallPowder.Shear(powder, new() { Strain = 24 });
        Bond[] Bridges(ElectrodeState state) => [.. state.Bonds.Where(b => b.Origin == BondOrigin.FeedstockBridge)];
        int bridges = Bridges(powder).Length, soft = powder.Bonds.Length - bridges;
        Assert.True(bridges > 30 && soft > 15);
        Assert.Equal(bridges, Bridges(sheared.State).Length);
        Assert.True(sheared.State.Bonds.Length - bridges < 0.2 * soft);

        // Of single primaries there are no more than the powder had outside pieces.
        var pieces = new Clusters(90, Bridges(powder).Select(b => (b.I, b.J)));
        double alone = Enumerable.Range(0, 90).Where(i => pieces.SizeOf(i) == 1).Sum(powder.Particles.VolumeOf) / powder.Particles.TotalVolume();
        Assert.True(sheared.Value("single primaries") <= alone + 1e-12);
    }

    private static StageResult Make(int size, double fraction, int primaries, FeedstockOptions? powder = null)
    {
        FeedstockOptions options = (powder ?? new()) with { FusedSize = size, FusedFraction = fraction };
        PrimarySizes sizes = PrimarySizes.Lognormal(options.VolumeMedianDiameter, options.GeometricStandardDeviation);
        return new FeedstockStage(options, primaries, 0.2, sizes, []).Run(DispersionSim.Process.Pipeline.Nothing, new() { Seed = 4 });
    }
}
