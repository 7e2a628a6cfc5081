using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Measurements and curves in the shape of <c>metrics.json</c>.</summary>
internal static class MeasurementJson
{
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Measurement> measurements) => json.WriteArray(name, measurements, Write);

    public static void Write(Utf8JsonWriter json, Measurement m)
    {
        json.WriteStartObject();
        json.WriteString("name", m.Name);
        json.WriteReal("value", m.Value);
        json.WriteString("unit", m.Unit);
        json.WriteInterval("interval", m.Interval);
        WriteNull(json, m);
        json.WriteNumber("replicates", m.Replicates);
        if (m.Definition.Length > 0)
        {
            json.WriteString("definition", m.Definition);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Curve c)
    {
        json.WriteStartObject();
        json.WriteString("name", c.Name);
        json.WriteString("unit", c.YUnit);
        json.WriteReals("r", c.X);
        json.WriteReals("values", c.Y);
        json.WriteReals("null_low", c.Low);
        json.WriteReals("null_high", c.High);
        json.WriteReals("interval_low", c.IntervalLow);
        json.WriteReals("interval_high", c.IntervalHigh);
        json.WriteString("r_name", c.XName);
        json.WriteString("r_unit", c.XUnit);
        json.WriteString("value_name", c.YName);
        if (c.BandName.Length > 0)
        {
            json.WriteString("band", c.BandName);
        }

        json.WriteEndObject();
    }

    public static Measurement ToMeasurement(JsonElement e)
    {
        JsonElement none = e.TryGetProperty("null", out JsonElement n) ? n : default;
        bool hasNull = none.ValueKind == JsonValueKind.Object;
        return new(e.Text("name"), e.Real("value"), e.Text("unit"))
        {
            Interval = e.IntervalOrNull("interval"),
            NullMean = hasNull ? none.RealOrNull("mean") : null,
            NullBand = hasNull ? none.IntervalOrNull("band") : null,
            Replicates = e.TryGetProperty("replicates", out JsonElement r) ? r.GetInt32() : 1,
            Definition = e.TextOr("definition", ""),
        };
    }

    public static Curve ToCurve(JsonElement e) =>
        new(e.Text("name"), e.TextOr("r_name", "r"), e.TextOr("r_unit", "m"), e.TextOr("value_name", e.Text("name")), e.Text("unit"), e.Reals("r"), e.Reals("values"))
        {
            Low = e.RealsOrNull("null_low"),
            High = e.RealsOrNull("null_high"),
            IntervalLow = e.RealsOrNull("interval_low"),
            IntervalHigh = e.RealsOrNull("interval_high"),
            BandName = e.TextOr("band", ""),
        };

    private static void WriteNull(Utf8JsonWriter json, Measurement m)
    {
        if (m.NullMean is null && m.NullBand is null)
        {
            json.WriteNull("null");
            return;
        }

        json.WriteStartObject("null");
        json.WriteReal("mean", m.NullMean);
        json.WriteInterval("band", m.NullBand);
        json.WriteEndObject();
    }
}
