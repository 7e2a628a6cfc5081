using DispersionSim.Core;
using DispersionSim.Process;
using static DispersionSim.Tests.Physics.FurnaceProgrammes;

namespace DispersionSim.Tests.Physics;

public sealed class PolyimideChemistryTests
{
    // Repeat units by their formulas: BTDA 322.23 + ODA 200.24 g/mol, BPADA 520.49 + mPDA 108.14 g/mol; each loses two waters of 18.015.
    [Theory]
    [InlineData(BinderChemistry.BtdaOda, 322.23 + 200.24)]
    [InlineData(BinderChemistry.BpadaMpda, 520.49 + 108.14)]
    public void Each_imide_keeps_the_mass_of_its_repeat_unit_less_two_waters(BinderChemistry chemistry, double repeatUnit) =>
        Assert.Equal(1 - (2 * 18.015 / repeatUnit), PolyimideChemistry.Of(chemistry).Imidisation.MassFactor, 4);

    [Fact]
    public void Imides_that_begin_to_decompose_earlier_lose_more()
    {
        double[] left = [.. new[] { BinderChemistry.PmdaOda, BinderChemistry.BtdaOda, BinderChemistry.BpadaMpda }.Select(c => Hold(c, FurnaceAtmosphere.Argon, 400).Remaining)];
        Assert.Equal(left.OrderDescending(), left);
        Assert.True(left[0] > 0.999 && left[1] is > 0.6 and < 0.9, $"{string.Join(", ", left)}");
    }

    // Without oxygen no more than the volatile fraction leaves.
    [Theory]
    [InlineData(BinderChemistry.BtdaOda)]
    [InlineData(BinderChemistry.BpadaMpda)]
    public void Char_remains_of_every_imide_and_air_takes_more(BinderChemistry chemistry)
    {
        double inert = Hold(chemistry, FurnaceAtmosphere.Argon, 450).Remaining;
        Assert.True(inert >= 0.57 * (1 - 1e-4), $"{inert}");
        Assert.True(Hold(chemistry, FurnaceAtmosphere.Air, 450).Remaining < inert);
    }

    [Fact]
    public void Polyetherimide_flows_above_its_glass_transition_and_kapton_type_binder_does_not()
    {
        Assert.Equal(0, Hold(BinderChemistry.PmdaOda, FurnaceAtmosphere.Argon, 400).Flow.RadiusRatio(250e-9));
        Assert.Equal(1, Hold(BinderChemistry.BpadaMpda, FurnaceAtmosphere.Argon, 300).Flow.RadiusRatio(250e-9));
        Assert.Equal(0, Hold(BinderChemistry.BpadaMpda, FurnaceAtmosphere.Argon, 210).Flow.RadiusRatio(250e-9));
    }

    [Fact]
    public void What_the_recipe_says_of_flow_goes_before_its_chemistry()
    {
        HeatTreatmentOptions rigid = TenHours(300, FurnaceAtmosphere.Argon) with { Chemistry = BinderChemistry.BpadaMpda, Thermoplastic = false };
        HeatTreatmentOptions soft = TenHours(300, FurnaceAtmosphere.Argon) with { Thermoplastic = true, GlassTransition = 533.15 };
        Assert.Null(FurnaceRun.Of(rigid, 0, TestContext.Current.CancellationToken).Flow.GlassTransition);
        Assert.Equal(533.15, FurnaceRun.Of(soft, 0, TestContext.Current.CancellationToken).Flow.GlassTransition);
    }

    private static FurnaceRun Hold(BinderChemistry chemistry, FurnaceAtmosphere atmosphere, double celsius) =>
        FurnaceRun.Of(TenHours(celsius, atmosphere) with { Chemistry = chemistry }, 0, TestContext.Current.CancellationToken);
}
