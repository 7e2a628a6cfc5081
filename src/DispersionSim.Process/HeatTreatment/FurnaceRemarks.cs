using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a recipe's heat treatment does that its reader should be told before anything is computed, a line each.</summary>
public static class FurnaceRemarks
{
    /// <summary>Remarks, none for a programme within the data and an atmosphere that is what its name says.</summary>
    public static IReadOnlyList<string> Of(HeatTreatmentOptions options)
    {
        FurnaceRun run = FurnaceRun.Of(options);
        return [.. Oxygen(options), .. Extrapolated(run), .. Molten(run)];
    }

    private static IEnumerable<string> Oxygen(HeatTreatmentOptions options)
    {
        if (options.Atmosphere != FurnaceAtmosphere.Air && !OxygenPressure.IsNonOxidizing(options))
        {
            yield return $"heat_treatment.oxygen_partial_pressure = \"{Quantity.Format(OxygenPressure.Of(options), "Pa")}\": oxygen in {Words(options.Atmosphere)}, above the {Quantity.Format(OxygenPressure.NonOxidizingLimit, "Pa")} up to which an atmosphere is non-oxidizing; the furnace oxidizes, and every claim that asks for a non-oxidizing atmosphere fails";
        }
    }

    private static IEnumerable<string> Extrapolated(FurnaceRun run)
    {
        if (run.Extrapolated.Count > 0)
        {
            string laws = string.Join(", ", run.Extrapolated.Select(e => $"{e.Law} ({e.Data})"));
            yield return $"heat_treatment.programme reaches {run.Programme.PeakTemperature - 273.15:0} degC, beyond the data of {laws}: what rests on them is extrapolated, and marked so";
        }
    }

    private static IEnumerable<string> Molten(FurnaceRun run)
    {
        if (run.Programme.PeakTemperature > DataRanges.CopperMelts)
        {
            yield return $"heat_treatment.programme reaches {run.Programme.PeakTemperature - 273.15:0} degC: copper melts at {DataRanges.CopperMelts - 273.15:0} degC, the result is of silicon alone";
        }
    }

    private static string Words(FurnaceAtmosphere atmosphere) => atmosphere switch
    {
        FurnaceAtmosphere.HydrogenArgon => "hydrogen-argon",
        _ => atmosphere.ToString().ToLowerInvariant(),
    };
}
