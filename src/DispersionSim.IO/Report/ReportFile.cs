using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What the report says beyond the other files of the run folder: <c>report.json</c>. With them it makes the same page again.</summary>
internal static class ReportFile
{
    public static byte[] ToJson(ReportContent c) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", c.Title);
        json.WriteString("headline", c.Headline);
        json.WriteString("summary", c.Summary);
        WritePairs(json, "facts", c.Facts);
        json.WriteArray("margins", c.Margins, WriteMargin);
        WritePairs(json, "sensitivity", c.Sensitivity);
        json.WriteArray("stages", c.Stages, (j, s) =>
        {
            j.WriteStartObject();
            j.WriteString("stage", s.Stage);
            MeasurementJson.Write(j, "measurements", s.Measurements);
            j.WriteArray("plots", s.Plots, (p, name) => p.WriteStringValue(name));
            if (s.Balance is { } balance)
            {
                BalanceJson.Write(j, balance);
            }

            j.WriteEndObject();
        });
        WritePairs(json, "unreported", c.Unreported.Select(u => (u.Name, u.Why)));
        json.WriteArray("notes", c.Notes, (j, n) => j.WriteStringValue(n));
        WritePairs(json, "provenance", c.Provenance);
        WritePairs(json, "references", c.References.Select(r => (r.Key, r.Citation)));
        WritePairs(json, "captions", Pictures(c).Select(p => (p.Name, p.Caption)));
        json.WriteEndObject();
    });

    /// <summary>The content without what the other files hold, and the captions of pictures by name.</summary>
    public static (ReportContent Content, IReadOnlyDictionary<string, string> Captions) Parse(string name, byte[] bytes) => JsonText.Read(name, bytes, root =>
    {
        var content = new ReportContent
        {
            Title = root.Text("title"),
            Headline = root.Text("headline"),
            Summary = root.Text("summary"),
            Facts = Pairs(root, "facts"),
            Margins = root.List("margins", ToMargin),
            Sensitivity = root.TryGetProperty("sensitivity", out _) ? Pairs(root, "sensitivity") : [],
            Stages = root.List("stages", s => new StageSummary(s.Text("stage"), s.List("measurements", MeasurementJson.ToMeasurement))
            {
                Balance = BalanceJson.ReadFrom(s),
                Plots = s.List("plots", p => p.GetString() ?? ""),
            }),
            Unreported = [.. Pairs(root, "unreported").Select(p => new Unreported(p.Name, p.Value))],
            Notes = root.List("notes", n => n.GetString() ?? ""),
            Provenance = Pairs(root, "provenance"),
            References = [.. Pairs(root, "references").Select(p => new Reference(p.Name, p.Value))],
        };
        return (content, (IReadOnlyDictionary<string, string>)Pairs(root, "captions").ToDictionary(p => p.Name, p => p.Value));
    });

    /// <summary>Every picture of a report, each name once.</summary>
    public static IEnumerable<Picture> Pictures(ReportContent c) =>
        c.Sections.SelectMany(s => s.Masks.Select(m => m.Picture).Prepend(s.Image)).Concat(c.View3D is null ? [] : [c.View3D]).Concat(c.Plots).DistinctBy(p => p.Name);

    private static void WriteMargin(Utf8JsonWriter json, Margin m)
    {
        json.WriteStartObject();
        json.WriteNumber("claim", m.Claim);
        json.WriteString("name", m.Name);
        json.WriteReal("value", m.Value);
        json.WriteInterval("interval", m.Interval);
        json.WriteReal("limit", m.Limit);
        json.WriteBoolean("at_most", m.AtMost);
        json.WriteString("unit", m.Unit);
        json.WriteString("remark", m.Remark);
        json.WriteEndObject();
    }

    private static Margin ToMargin(JsonElement e) => new(
        e.GetProperty("claim").GetInt32(), e.Text("name"), e.Real("value"), e.IntervalOrNull("interval"), e.Real("limit"), e.GetProperty("at_most").GetBoolean(), e.Text("unit"), e.Text("remark"));

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string Name, string Value)> pairs) => json.WriteArray(name, pairs, (j, p) =>
    {
        j.WriteStartArray();
        j.WriteStringValue(p.Name);
        j.WriteStringValue(p.Value);
        j.WriteEndArray();
    });

    private static (string Name, string Value)[] Pairs(JsonElement root, string name) =>
        root.List(name, p => (p[0].GetString() ?? "", p[1].GetString() ?? ""));
}
