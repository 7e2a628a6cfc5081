using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Ra, Rq, Rz and Rt of a measured surface, profile by profile along x.</summary>
internal static class ProfileMetrology
{
    // A profile with more gaps than this is left out: a line through scraps is no mean line.
    private const double LeastValidShare = 0.5;

    /// <summary>Filtered by the settings asked for, or by those of the standard where the profiles are long and fine enough, else over their own length without a filter.</summary>
    /// <exception cref="InputException">The profiles are too short for the cut-off asked for.</exception>
    public static IReadOnlyList<Measurement> Of(HeightMap map, RoughnessSettings? asked)
    {
        RoughnessSettings settings = asked ?? new();
        bool isFiltered = asked is not null || (map.SizeX >= settings.TraverseLength && map.StepX <= settings.ShortCutoff / 2);
        HeightProfile[] rows = [.. Enumerable.Range(0, map.CountY).Select(y => new HeightProfile(map.StepX, map.Heights[(y * map.CountX)..((y + 1) * map.CountX)]))];
        ProfileRoughness[] results = [.. rows.Where(IsWhole).Select(r => isFiltered ? ProfileRoughness.Iso(r, settings) : ProfileRoughness.Unfiltered(r))];
        string what = isFiltered ? $"{(settings.IsStandard ? "ISO" : "not a pair of cut-offs of ISO")}, {settings.Words}{Advice(results, settings)}" : $"not ISO: {map.SizeX * 1e3:0.###} mm, each profile about its own line, no filter";
        return
        [
            Over("Ra", results, r => r.Ra, what), Over("Rq", results, r => r.Rq, what),
            Over("Rz", results, r => r.Rz, isFiltered ? what : $"{what}, one sampling length"), Over("Rt", results, r => r.Rt, what),
        ];
    }

    /// <summary>The cut-off that goes with the Ra found, where it is another one.</summary>
    private static string Advice(ProfileRoughness[] profiles, RoughnessSettings used)
    {
        double wanted = profiles.Length > 0 ? RoughnessSettings.CutoffFor(profiles.Average(p => p.Ra)) : used.LongCutoff;
        return wanted.Equals(used.LongCutoff) ? "" : $" (the standard asks for λc {wanted * 1e3:0.##} mm with this Ra)";
    }

    private static bool IsWhole(HeightProfile row) => row.Heights.Count(double.IsFinite) >= Math.Max(3, LeastValidShare * row.Count);

    private static Measurement Over(string name, ProfileRoughness[] profiles, Func<ProfileRoughness, double> value, string what)
    {
        (double mean, Interval? interval) = profiles.Length > 0 ? ProfileStatistics.Of([.. profiles.Select(value)]) : (double.NaN, null);
        return new(name, mean, "m") { Interval = interval, Definition = $"{what}; mean and interval over {profiles.Length} {(profiles.Length == 1 ? "profile" : "profiles")} along x" };
    }
}
