using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>A small powder under strong and weak shear: default forces, doublet margin 4 at 5·10⁴ 1/s and 2·10⁻³ at 20 1/s.</summary>
public class BreakupTests
{
    private static readonly DispersionOptions Strong = new() { ShearRate = 5e4, Strain = 12 };
    private static readonly DispersionOptions Weak = new() { ShearRate = 20, Planes = 1, Strain = 2 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Strong_shear_takes_soft_agglomerates_apart(ulong seed)
    {
        StageResult result = SmallPowder.Shear(SmallPowder.Make(90, seed), Strong);
        Assert.True(result.Value("surviving bonds at end of shear") <= 0.05);
        Assert.True(result.Value("largest fragment") <= 5);
        Assert.Equal(result.State.Bonds.Length / (double)result.State.FeedstockBondCount, result.Value("surviving bonds at end of shear"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Weak_shear_leaves_them_whole(ulong seed)
    {
        StageResult result = SmallPowder.Shear(SmallPowder.Make(60, seed), Weak);
        Assert.True(result.Value("surviving bonds at end of shear") > 0.9);
        Assert.True(result.Value("largest fragment") >= 20);
    }

    // λ_b = 0.3: a bridge carries up to π(0.3a)² σ_c ≈ 9 μN, thousands of pull-off forces.
    [Fact]
    public void Solid_bridges_outlast_strong_shear()
    {
        StageResult result = SmallPowder.Shear(SmallPowder.Make(60, 1, bridged: 1), Strong);
        Assert.True(result.Value("surviving bonds at end of shear") > 0.5);
        Assert.True(result.Value("largest fragment") > 5);
    }

    [Fact]
    public void Twice_the_strain_changes_neither_outcome()
    {
        Assert.True(SmallPowder.Shear(SmallPowder.Make(90, 1), Strong with { Strain = 24 }).Value("surviving bonds at end of shear") <= 0.05);
        Assert.True(SmallPowder.Shear(SmallPowder.Make(60, 1), Weak with { Strain = 4 }).Value("surviving bonds at end of shear") > 0.9);
    }

    // Nothing pulls: the flow itself is what breaks.
    [Fact]
    public void The_first_record_is_the_relaxed_powder_and_the_last_the_whole_strain()
    {
        StageResult result = SmallPowder.Shear(SmallPowder.Make(60, 1), Strong);
        Curve surviving = result.Curves.Single(c => c.Name == "surviving feedstock bonds");
        Assert.Equal((0.0, 1.0), (surviving.X[0], surviving.Y[0]));
        Assert.Equal(12, surviving.X[^1], 1e-6);
        Assert.Equal(surviving.X.Order(), surviving.X);
    }

    // Six stretches of 1.6 each in a cubic box are run as six of 2: the strain on record is the one that was run.
    [Fact]
    public void Strain_is_rounded_to_whole_boxes_and_reported_so()
    {
        StageResult result = SmallPowder.Shear(SmallPowder.Make(60, 1), Strong with { Strain = 6 * 1.6 });
        Assert.Equal(12, result.Value("shear strain"), 1e-6);
    }
}
