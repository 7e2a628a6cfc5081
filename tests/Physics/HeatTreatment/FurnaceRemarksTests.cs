using DispersionSim.Core;
using DispersionSim.Process;
using static DispersionSim.Tests.Physics.FurnaceProgrammes;

namespace DispersionSim.Tests.Physics;

public sealed class FurnaceRemarksTests
{
    [Fact]
    public void The_usual_programmes_need_no_remark()
    {
        Assert.Empty(FurnaceRemarks.Of(new()));
        Assert.Empty(FurnaceRemarks.Of(new() { Atmosphere = FurnaceAtmosphere.Air, Programme = RampTo(500) }));
    }

    [Theory]
    [InlineData(700, "decomposition of the binder (300 to 650 degC)")]
    [InlineData(600, "copper silicide (150 to 550 degC)")]
    [InlineData(1050, "oxidation of silicon (25 to 1000 degC)")]
    public void A_temperature_beyond_the_data_is_named_in_one_line(double celsius, string law)
    {
        string remark = Assert.Single(FurnaceRemarks.Of(TenHours(celsius, FurnaceAtmosphere.Argon)), r => r.Contains("beyond", StringComparison.Ordinal));
        Assert.Contains(law, remark, StringComparison.Ordinal);
        Assert.Contains($"reaches {celsius} degC", remark, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', remark);
    }

    // Reached at once, 500 degC forms the imide above the 450 degC up to which its constants hold; on a ramp it has formed below.
    [Fact]
    public void Imidisation_counts_where_the_imide_forms_outside_its_data()
    {
        HeatTreatmentOptions cold = TenHours(90, FurnaceAtmosphere.Argon);
        Assert.Contains("imidisation", Assert.Single(FurnaceRemarks.Of(cold)), StringComparison.Ordinal);
        Assert.Contains("imidisation", Assert.Single(FurnaceRemarks.Of(TenHours(500, FurnaceAtmosphere.Argon))), StringComparison.Ordinal);
        Assert.Empty(FurnaceRemarks.Of(new() { Programme = RampTo(500) }));
    }

    [Fact]
    public void Oxygen_in_an_inert_gas_is_named_in_one_line()
    {
        HeatTreatmentOptions leaky = new() { OxygenPartialPressure = 50 };
        string remark = Assert.Single(FurnaceRemarks.Of(leaky));
        Assert.Contains("heat_treatment.oxygen_partial_pressure = \"50 Pa\": oxygen in argon", remark, StringComparison.Ordinal);
        Assert.Empty(FurnaceRemarks.Of(new() { OxygenPartialPressure = 0.9 }));
        Assert.Empty(FurnaceRemarks.Of(new() { Atmosphere = FurnaceAtmosphere.Air }));
    }

    [Fact]
    public void Above_its_melting_point_the_foil_is_said_to_be_gone() =>
        Assert.Contains(FurnaceRemarks.Of(TenHours(1090, FurnaceAtmosphere.Vacuum)), r => r.Contains("copper melts at 1085 degC", StringComparison.Ordinal));
}
