using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on a measured surface, and on a simulated foil.</summary>
public static class SurfaceMetrology
{
    // Fewer rows give no spectrum of a surface; that of the profiles is fitted instead.
    private const int LeastRows = 16;

    private const double ResolvedPoints = 4;

    /// <summary>Areal parameters raw, levelled and, where filters are asked for, filtered; Ra, Rq, Rz and Rt profile by profile; Hurst exponent and roll-off of the levelled surface.</summary>
    public static IReadOnlyList<Measurement> OfMeasured(HeightMap map, SurfaceSettings? settings = null)
    {
        SurfaceSettings s = settings ?? new();
        HeightMap levelled = MeanPlane.Level(map);
        return
        [
            .. Areal(map, "raw", "about the mean height, as measured", "no filter"),
            .. Areal(levelled, "levelled", "after a least-squares plane", "no filter"),
            .. s.Filtered(levelled) is { } filtered ? Areal(filtered, "filtered", "after a least-squares plane", s.Words) : [],
            .. ProfileMetrology.Of(map, s.Profile),
            .. SelfAffinity(Fit(map, Spectrum(map))),
        ];
    }

    /// <summary>Power spectrum of a measured surface: areal, or along x where it has few rows.</summary>
    public static Curve Spectrum(HeightMap map) => map.CountY < LeastRows || map.CountX < LeastRows ? SurfaceSpectrum.AlongX(map) : SurfaceSpectrum.Areal(map);

    /// <summary>The fit to <see cref="Spectrum"/>, waves shorter than four points left out; null where the surface has too few waves.</summary>
    public static SelfAffineFit? Fit(HeightMap map, Curve spectrum)
    {
        bool isAreal = spectrum.YUnit == "m^4";
        double shortest = ResolvedPoints * (isAreal ? Math.Max(map.StepX, map.StepY) : map.StepX);
        return isAreal ? SelfAffineFit.OfSurface(spectrum, shortest) : SelfAffineFit.OfProfiles(spectrum, shortest);
    }

    /// <summary>ISO parameters of the virtual profile with an interval over its sampling lengths, and areal ones of the patch that is simulated.</summary>
    public static IReadOnlyList<Measurement> OfFoil(HeightMap patch, HeightProfile profile, RoughnessSettings? settings = null)
    {
        RoughnessSettings s = settings ?? new();
        string filters = $"virtual profile, {s.Words}";
        ProfileRoughness iso = ProfileRoughness.Iso(profile, s), open = ProfileRoughness.Iso(profile, s with { ShortCutoff = 0 });
        ArealRoughness areal = ArealRoughness.Of(patch);
        ArealGradient slopes = ArealGradient.Of(patch);
        string size = $"simulated patch of {patch.SizeX * 1e6:0.##} x {patch.SizeY * 1e6:0.##} µm";
        return
        [
            new("foil Ra", iso.Ra, "m") { Interval = ProfileStatistics.Of(iso.SectionRa).Interval, Definition = $"filtered ISO Ra: {filters}; interval over the sampling lengths" },
            new("foil Rq", iso.Rq, "m") { Definition = $"filtered ISO Rq: {filters}" },
            new("foil Rz", iso.Rz, "m") { Definition = $"filtered ISO Rz, mean of the sampling lengths: {filters}" },
            new("foil Rt", iso.Rt, "m") { Definition = $"filtered ISO Rt: {filters}" },
            new("foil Ra without short cut-off", open.Ra, "m") { Definition = $"not ISO: λs off, which counts roughness finer than {s.ShortCutoff * 1e6:0.##} µm; virtual profile, {(s with { ShortCutoff = 0 }).Words}" },
            new("foil Sa", areal.Sa, "m") { Definition = $"areal, {size}, no filter" },
            new("foil Sq", areal.Sq, "m") { Definition = $"areal, {size}, no filter" },
            new("foil Sz", areal.Sz, "m") { Definition = $"areal, highest less lowest point, {size}, no filter" },
            new("foil Ssk", areal.Ssk, "-") { Definition = $"skewness of heights, {size}, no filter" },
            new("foil Sku", areal.Sku, "-") { Definition = $"kurtosis of heights, {size}, no filter" },
            new("foil Sdq", slopes.Sdq, "-") { Definition = $"root mean square gradient, {size}, step {patch.StepX * 1e9:0.#} nm, no filter" },
            new("foil Sdr", slopes.Sdr, "-") { Definition = $"developed area beyond the projected one, {size}, step {patch.StepX * 1e9:0.#} nm, no filter" },
        ];
    }

    /// <summary>What a reader of the numbers should know: gaps, spikes.</summary>
    public static IReadOnlyList<string> Warnings(HeightMap map)
    {
        List<string> warnings = [];
        double gaps = map.InvalidPoints / (double)map.Heights.Length;
        if (gaps > 0.05)
        {
            warnings.Add($"{map.InvalidPoints} of {map.Heights.Length} points ({100 * gaps:0.#} %) are invalid and left out.");
        }

        SurfaceSpikes spikes = SurfaceSpikes.Of(MeanPlane.Level(map));
        if (spikes.Share > 0.1)
        {
            warnings.Add($"{spikes.Count} spikes carry {100 * spikes.Share:0.#} % of Sq²: Sq, Sz, Ssk and Sku describe them rather than the surface.");
        }

        return warnings;
    }

    private static Measurement[] Areal(HeightMap map, string word, string how, string filter)
    {
        ArealRoughness r = ArealRoughness.Of(map);
        ArealGradient g = ArealGradient.Of(map);
        return
        [
            new($"Sa {word}", r.Sa, "m") { Definition = $"arithmetic mean height {how}; valid points, {filter}" },
            new($"Sq {word}", r.Sq, "m") { Definition = $"root mean square height {how}; valid points, {filter}" },
            new($"Sz {word}", r.Sz, "m") { Definition = $"highest less lowest point {how}; valid points, {filter}" },
            new($"Ssk {word}", r.Ssk, "-") { Definition = $"skewness of heights {how}; valid points, {filter}" },
            new($"Sku {word}", r.Sku, "-") { Definition = $"kurtosis of heights {how}; 3 for Gaussian; valid points, {filter}" },
            new($"Sdq {word}", g.Sdq, "-") { Definition = $"root mean square gradient {how}, central differences, step {map.StepX * 1e6:0.####} µm; valid points, {filter}" },
            new($"Sdr {word}", g.Sdr, "-") { Definition = $"developed area beyond the projected one {how}, step {map.StepX * 1e6:0.####} µm; valid points, {filter}" },
        ];
    }

    private static Measurement[] SelfAffinity(SelfAffineFit? fit)
    {
        if (fit is null)
        {
            return [];
        }

        string range = $"least-squares fit to the power spectrum of the levelled surface, waves of {fit.ShortestWavelength * 1e6:0.###} to {fit.LongestWavelength * 1e6:0.###} µm{(fit.Hurst is < 0 or > 1 ? "; outside 0 to 1: not self-affine there" : "")}";
        Measurement hurst = new("Hurst exponent", fit.Hurst, "-") { Interval = fit.Interval, Definition = range };
        return fit.RollOffWavelength is { } rollOff ? [hurst, new("roll-off wavelength", rollOff, "m") { Definition = range }] : [hurst];
    }
}
