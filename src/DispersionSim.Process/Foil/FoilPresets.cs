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
/// Ra: rolled 0.05–0.1 µm, drum side 0.15–0.25 µm, matte side 0.3–0.6 µm, as the trade states them (assumed: no publication), the middle of each range
/// (the lower end for the matte side of battery foil). Rz of electrolytic battery foil: 1.2–2.8 µm (zhang-2022). Sku 1.8–6.4 and Sdr 0.06–13 %
/// of electrolytic foil (us-10781523). H 0.8 within 0.7–0.9 of many rough surfaces (jacobs-2017); roll-off and cut-offs (assumed).
/// </remarks>
public static class FoilPresets
{
    public static TopographyOptions Of(FoilPreset preset) => preset switch
    {
        FoilPreset.Rolled => new() { Preset = preset, TargetRa = 0.08e-6, RollOffWavelength = 8e-6, ShortCutoff = 0.2e-6 },
        FoilPreset.ElectrolyticDrum => new() { Preset = preset, TargetRa = 0.2e-6, RollOffWavelength = 6e-6, ShortCutoff = 0.2e-6 },
        _ => new() { Preset = preset, TargetRa = 0.35e-6, RollOffWavelength = 6e-6, ShortCutoff = 0.2e-6, Skewness = 0.3, Kurtosis = 3.3 },
    };
}
