using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on a measured surface, and on a simulated foil.</summary>
public static class SurfaceMetrology
{
    // A profile with more gaps than this is left out of Ra: a line through scraps is no mean line.
    private const double LeastValidShare = 0.5;

    /// <summary>Areal parameters raw and levelled, Ra and Rq profile by profile.</summary>
    public static IReadOnlyList<Measurement> OfMeasured(HeightMap map)
    {
        HeightMap levelled = MeanPlane.Level(map);
        return [.. Areal(map, "raw", "about the mean height, as measured"), .. Areal(levelled, "levelled", "after a least-squares plane"), .. Profiles(map)];
    }

    /// <summary>ISO parameters of the virtual profile with an interval over its sampling lengths, and areal ones of the patch that is simulated.</summary>
    public static IReadOnlyList<Measurement> OfFoil(HeightMap patch, HeightProfile profile, RoughnessSettings? settings = null)
    {
        RoughnessSettings s = settings ?? new();
        string lengths = $"virtual profile, λc {s.LongCutoff * 1e3:0.##} mm, evaluation length {s.EvaluationLength * 1e3:0.##} mm";
        ProfileRoughness iso = ProfileRoughness.Iso(profile, s), open = ProfileRoughness.Iso(profile, s with { ShortCutoff = 0 });
        ArealRoughness areal = ArealRoughness.Of(patch);
        string size = $"simulated patch of {patch.SizeX * 1e6:0.##} x {patch.SizeY * 1e6:0.##} µm";
        return
        [
            new("foil Ra", iso.Ra, "m") { Interval = ProfileStatistics.Of(iso.SectionRa).Interval, Definition = $"filtered ISO Ra: {lengths}, λs {s.ShortCutoff * 1e6:0.##} µm; interval over the sampling lengths" },
            new("foil Rq", iso.Rq, "m") { Definition = $"filtered ISO Rq: {lengths}, λs {s.ShortCutoff * 1e6:0.##} µm" },
            new("foil Rz", iso.Rz, "m") { Definition = $"filtered ISO Rz: {lengths}, λs {s.ShortCutoff * 1e6:0.##} µm" },
            new("foil Ra without short cut-off", open.Ra, "m") { Definition = $"not ISO: λs off, which counts roughness finer than 2.5 µm; {lengths}" },
            new("foil Sa", areal.Sa, "m") { Definition = $"areal, {size}, no filter" },
            new("foil Sq", areal.Sq, "m") { Definition = $"areal, {size}, no filter" },
            new("foil Ssk", areal.Ssk, "-") { Definition = $"skewness of heights, {size}" },
            new("foil Sku", areal.Sku, "-") { Definition = $"kurtosis of heights, {size}" },
            new("foil Sdr", ArealGradient.Of(patch).Sdr, "-") { Definition = $"developed area beyond the projected one, {size}, step {patch.StepX * 1e9:0.#} nm" },
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

    private static Measurement[] Areal(HeightMap map, string word, string how)
    {
        ArealRoughness r = ArealRoughness.Of(map);
        ArealGradient g = ArealGradient.Of(map);
        return
        [
            new($"Sa {word}", r.Sa, "m") { Definition = $"arithmetic mean height {how}; valid points, no filter" },
            new($"Sq {word}", r.Sq, "m") { Definition = $"root mean square height {how}; valid points, no filter" },
            new($"Sz {word}", r.Sz, "m") { Definition = $"highest less lowest point {how}; valid points, no filter" },
            new($"Ssk {word}", r.Ssk, "-") { Definition = $"skewness of heights {how}" },
            new($"Sku {word}", r.Sku, "-") { Definition = $"kurtosis of heights {how}; 3 for Gaussian" },
            new($"Sdq {word}", g.Sdq, "-") { Definition = $"root mean square gradient {how}, central differences; depends on the step" },
            new($"Sdr {word}", g.Sdr, "-") { Definition = $"developed area beyond the projected one {how}; depends on the step" },
        ];
    }

    /// <summary>Ra and Rq of each row over its own length, or filtered where the rows are long enough for ISO.</summary>
    private static Measurement[] Profiles(HeightMap map)
    {
        RoughnessSettings iso = new();
        bool isLong = map.SizeX >= iso.TraverseLength && map.StepX <= iso.ShortCutoff / 2;
        HeightProfile[] rows = [.. Enumerable.Range(0, map.CountY).Select(y => new HeightProfile(map.StepX, map.Heights[(y * map.CountX)..((y + 1) * map.CountX)]))];
        ProfileRoughness[] results = [.. rows.Where(IsWhole).Select(r => isLong ? ProfileRoughness.Iso(r, iso) : ProfileRoughness.Unfiltered(r))];
        string what = isLong ? "ISO, λc 0.8 mm, λs 2.5 µm" : $"not ISO: {map.SizeX * 1e3:0.###} mm, each profile about its own line, no filter";
        return [Over("Ra", results, r => r.Ra, what), Over("Rq", results, r => r.Rq, what)];
    }

    private static bool IsWhole(HeightProfile row) => row.Heights.Count(double.IsFinite) >= Math.Max(3, LeastValidShare * row.Count);

    private static Measurement Over(string name, ProfileRoughness[] profiles, Func<ProfileRoughness, double> value, string what)
    {
        (double mean, Interval? interval) = profiles.Length > 0 ? ProfileStatistics.Of([.. profiles.Select(value)]) : (double.NaN, null);
        return new(name, mean, "m") { Interval = interval, Definition = $"{what}; mean and interval over {profiles.Length} profiles along x" };
    }
}
