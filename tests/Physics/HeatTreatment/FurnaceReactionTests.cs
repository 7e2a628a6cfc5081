using DispersionSim.Process;
using Xunit;
using static DispersionSim.Tests.Physics.FurnaceProgrammes;

namespace DispersionSim.Tests.Physics;

public sealed class FurnaceReactionTests
{
    // 1 um in 1 h at 400 degC and square-root growth: 3 um a side in 10 h, to the printed digit.
    [Fact]
    public void Air_grows_3_micrometres_of_copper_oxide_a_side_in_10_hours_at_400_degrees()
    {
        FurnaceRun run = Furnace(400, FurnaceAtmosphere.Air);
        Assert.Equal(3, Math.Round(run.CopperOxide * 1e6));
        Assert.True(CopperOxidation.ConsumedFraction(run.CopperOxide, 18e-6) > 0.2);
    }

    // Two atoms of copper (7.09 cm3/mol) in one Cu2O (23.85 cm3/mol): Pilling-Bedworth ratio 1.68.
    [Fact]
    public void Oxide_takes_its_copper_from_both_sides() =>
        Assert.Equal(2 * 3e-6 / 1.68 / 18e-6, CopperOxidation.ConsumedFraction(3e-6, 18e-6), 3);

    [Theory]
    [InlineData(400, 450, 40e3)]
    [InlineData(620, 700, 111e3)]
    public void Copper_oxidises_with_the_published_activation_energies(double low, double high, double energy)
    {
        double ratio = CopperOxidation.ParabolicConstant(high + Kelvin) / CopperOxidation.ParabolicConstant(low + Kelvin);
        double apparent = 8.314462618 * Math.Log(ratio) / ((1 / (low + Kelvin)) - (1 / (high + Kelvin)));
        Assert.Equal(energy, apparent, 0);
    }

    // Where the gas brings little oxygen every molecule becomes two formula units of oxide.
    [Fact]
    public void Trace_oxygen_limits_the_oxide_to_what_the_gas_brings()
    {
        var law = new CopperOxidation(0.1, 1.67e-4);
        double oxygen = 1.67e-4 * 0.1 / (8.314462618 * 298.15) * 36000;
        Assert.Equal(1, law.Advance(0, 673.15, 36000) / (oxygen * 2 * 2.385e-5), 1);
    }

    [Fact]
    public void Oxide_growth_in_two_steps_equals_growth_in_one()
    {
        var law = new CopperOxidation(10, 1.67e-4);
        double once = law.Advance(0, 673.15, 36000), twice = law.Advance(law.Advance(0, 673.15, 1000), 673.15, 35000);
        Assert.Equal(1, twice / once, 12);
    }

    // Standard enthalpy and entropy: Cu2O dissociates below 5.6e-14 Pa at 400 degC, so hydrogen keeps the foil bright.
    [Fact]
    public void No_oxide_grows_below_the_dissociation_pressure()
    {
        Assert.InRange(CopperOxidation.DissociationPressure(673.15), 5e-14, 6e-14);
        Assert.Equal(0, Furnace(400, FurnaceAtmosphere.HydrogenArgon).CopperOxide, 15);
    }

    [Fact]
    public void Silicon_gains_one_to_two_nanometres_in_air_and_far_less_in_argon()
    {
        Assert.InRange(Furnace(400, FurnaceAtmosphere.Air).SiliconOxide, 1e-9, 2e-9);
        Assert.True(Furnace(400, FurnaceAtmosphere.Argon).SiliconOxide < 0.1e-9);
    }

    // Deal and Grove, (100) silicon in dry oxygen, 1000 degC: B = 0.0104 um2/h and B/A = 0.045 um/h give 39 nm in the first hour.
    [Fact]
    public void Silicon_follows_dry_thermal_oxidation_at_high_temperature() =>
        Assert.InRange(new SiliconOxidation(101325).Advance(0, 1273.15, 3600), 33e-9, 50e-9);

    // Neck to particle radius after 10 h, a = 250 nm, to the printed digits.
    [Theory]
    [InlineData(400, 2.6e-4, 1e-5)]
    [InlineData(800, 0.067, 1e-3)]
    [InlineData(1100, 0.51, 1e-2)]
    public void Silicon_necks_have_the_printed_size(double celsius, double ratio, double digit)
    {
        var necks = new NeckGrowth();
        necks.Advance(celsius + Kelvin, 36000);
        Assert.Equal(ratio, Math.Round(necks.RadiusRatio(250e-9) / digit) * digit, 6);
    }

    // x^5 = K t at constant a: ten times the time makes the neck 10^(1/5) times as wide.
    [Fact]
    public void Necks_grow_with_the_fifth_root_of_time()
    {
        NeckGrowth brief = new(), prolonged = new();
        brief.Advance(1073.15, 3600);
        prolonged.Advance(1073.15, 36000);
        Assert.Equal(Math.Pow(10, 0.2), prolonged.RadiusRatio(250e-9) / brief.RadiusRatio(250e-9), 9);
    }

    // Frenkel, 1.5 * 0.04 N/m / 1e5 Pa s: x = a = 250 nm after 0.42 s well above the glass transition.
    [Fact]
    public void A_thermoplastic_binder_fills_the_contact_in_0_4_seconds_and_Kapton_never_does()
    {
        BinderFlow thermoplastic = new(513.15), kapton = new(null);
        thermoplastic.Advance(673.15, 0.2);
        kapton.Advance(673.15, 36000);
        Assert.Equal(Math.Sqrt(0.2 / 0.41667), thermoplastic.RadiusRatio(250e-9), 4);
        Assert.Equal(0, kapton.RadiusRatio(250e-9));
    }

    // E/(1 - nu) * 17.4e-6/K * 375 K = 24.7 MPa, within the 20-40 MPa known of such films.
    [Fact]
    public void Cooling_from_400_degrees_leaves_about_25_megapascals() =>
        Assert.Equal(2.5e9 / 0.66 * 17.4e-6 * 375, ResidualStress.AfterCooling(673.15), 0);

    [Fact]
    public void A_breached_barrier_costs_the_contact_and_a_barrier_mostly_saves_it()
    {
        FurnaceRun run = Furnace(400, FurnaceAtmosphere.Argon);
        Assert.True(run.Silicide.BareThickness > 10e-6);
        Assert.True(run.Silicide.Risk(barrier: false, 250e-9) > 0.99);
        Assert.Equal(0.01, run.Silicide.Risk(barrier: true, 250e-9), 3);
    }

    // w^2 proportional to exp(-1 eV/kT): the thickness has half that energy.
    [Fact]
    public void Silicide_growth_is_activated_by_one_electron_volt()
    {
        CopperSilicide cold = new(), hot = new();
        cold.Advance(473.15, 3600);
        hot.Advance(523.15, 3600);
        double apparent = 2 * 8.617333e-5 * Math.Log(hot.BareThickness / cold.BareThickness) / ((1 / 473.15) - (1 / 523.15));
        Assert.Equal(1, apparent, 4);
    }
}
