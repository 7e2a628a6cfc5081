using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Gwyddion's native .gwy: channels "/N/data" of doubles; points under a channel's mask are invalid.</summary>
internal sealed class GwyFormat : ISurfaceFormat
{
    public string Name => "gwyddion";

    public bool Recognises(SurfaceSource source) => source.StartsWith("GWYP"u8);

    public HeightMap Read(SurfaceSource source)
    {
        Dictionary<string, object> container = GwyContainer.Read(source, source.Cursor(4));
        (string Key, string Title)[] channels = [.. container.Keys.Where(k => k.StartsWith('/') && k.EndsWith("/data", StringComparison.Ordinal) && k.Count(c => c == '/') == 2)
            .Select(k => (k, container.GetValueOrDefault(k + "/title") as string ?? k))];
        int pick = SurfaceChannel.Pick(source, [.. channels.Select(c => c.Title)], [.. channels.Select(c => IsHeight(container[c.Key]))]);
        string key = channels[pick].Key;
        return Map(source, container[key], container.GetValueOrDefault(key[..^4] + "mask"));
    }

    private static bool IsHeight(object field) => SurfaceLengthUnit.Metres(Unit(field, "si_unit_z")) is not null;

    private static HeightMap Map(SurfaceSource source, object field, object? mask)
    {
        if (field is not Dictionary<string, object> map || Count(map, "xres") is not { } countX || Count(map, "yres") is not { } countY
            || map.GetValueOrDefault("data") is not double[] data || data.Length != source.Points(countX, countY))
        {
            throw source.Error("is damaged: a data field without its points.");
        }

        double lateral = SurfaceLengthUnit.Metres(Unit(field, "si_unit_xy")) ?? throw source.Error("states lateral sizes that are no lengths.");
        double unit = source.HeightUnit(Unit(field, "si_unit_z"));
        double[] hidden = (mask as Dictionary<string, object>)?.GetValueOrDefault("data") as double[] is { } m && m.Length == data.Length ? m : new double[data.Length];
        double[] heights = [.. data.Select((h, i) => hidden[i] > 0.5 ? double.NaN : h * unit)];
        return source.Map(countX, countY, Real(map, "xreal") * lateral / countX, Real(map, "yreal") * lateral / countY, heights);
    }

    private static int? Count(Dictionary<string, object> map, string key) => map.GetValueOrDefault(key) as int?;

    private static double Real(Dictionary<string, object> map, string key) => map.GetValueOrDefault(key) as double? ?? double.NaN;

    private static string? Unit(object field, string key) =>
        (field as Dictionary<string, object>)?.GetValueOrDefault(key) is Dictionary<string, object> unit ? unit.GetValueOrDefault("unitstr") as string : null;
}
