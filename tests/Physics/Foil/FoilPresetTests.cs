using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class FoilPresetTests
{
    // Ra as the trade states it for each kind.
    [Theory]
    [InlineData(FoilPreset.Rolled, 0.05e-6, 0.1e-6)]
    [InlineData(FoilPreset.ElectrolyticDrum, 0.15e-6, 0.25e-6)]
    [InlineData(FoilPreset.ElectrolyticMatte, 0.3e-6, 0.6e-6)]
    public void Virtual_profile_of_a_preset_has_the_roughness_of_its_kind(FoilPreset preset, double low, double high) =>
        Assert.InRange(Profile(preset).Ra, low, high);

    // Zhang et al. (2022): Rz 1.2 to 2.8 µm of electrolytic battery foils.
    [Theory]
    [InlineData(FoilPreset.ElectrolyticDrum)]
    [InlineData(FoilPreset.ElectrolyticMatte)]
    public void Electrolytic_foil_has_the_peak_to_valley_height_of_battery_foils(FoilPreset preset) =>
        Assert.InRange(Profile(preset).Rz, 1.2e-6, 2.8e-6);

    // US 10,781,523: Sku 1.8 to 6.4 and Sdr 0.06 to 13 %, seen by an instrument that resolves some 0.3 µm.
    [Theory]
    [InlineData(FoilPreset.ElectrolyticDrum)]
    [InlineData(FoilPreset.ElectrolyticMatte)]
    public void Electrolytic_foil_has_the_kurtosis_and_the_developed_area_of_its_kind(FoilPreset preset)
    {
        HeightMap patch = FoilSurface.Synthesise(FoilPresets.Of(preset), new(1, StreamName.FoilPhases), new(1, StreamName.FoilNodules), 76.8e-6, 76.8e-6, 0.3e-6);
        Assert.InRange(ArealRoughness.Of(patch).Sku, 1.8, 6.4);
        Assert.InRange(ArealGradient.Of(patch).Sdr, 0.0006, 0.13);
    }

    private static ProfileRoughness Profile(FoilPreset preset) => ProfileRoughness.Iso(VirtualProfile.Synthesise(FoilPresets.Of(preset), new(3, StreamName.FoilProfile)), new());
}
