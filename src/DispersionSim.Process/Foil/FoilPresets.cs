namespace DispersionSim.Process;

/// <summary>Kinds of copper foil with figures of their own.</summary>
public enum FoilPreset
{
    Rolled,
    ElectrolyticDrum,
    ElectrolyticMatte,
}

/// <summary>The topography of each kind of foil.</summary>
/// <remarks>
/// Ra: rolled 0.05–0.1 µm, drum side 0.15–0.25 µm, matte side 0.3–0.6 µm, as the trade states them (assumed: no publication). H, roll-off, cut-offs,
/// skewness and kurtosis (assumed), such that electrolytic foils have Rz 1.2–2.8 µm (zhang-2022), Sku 1.8–6.4 and Sdr 0.06–13 % (us-10781523): the matte side
/// meets both only at the low end of its Ra.
/// </remarks>
public static class FoilPresets
{
    public static TopographyOptions Of(FoilPreset preset) => preset switch
    {
        FoilPreset.Rolled => new() { Preset = preset, TargetRa = 0.08e-6, RollOffWavelength = 8e-6, ShortCutoff = 0.2e-6 },
        FoilPreset.ElectrolyticDrum => new() { Preset = preset, TargetRa = 0.2e-6, RollOffWavelength = 6e-6, ShortCutoff = 0.2e-6 },
        _ => new() { Preset = preset, TargetRa = 0.3e-6, Hurst = 0.9, RollOffWavelength = 10e-6, ShortCutoff = 0.2e-6, Skewness = 0.3, Kurtosis = 3.3 },
    };
}
