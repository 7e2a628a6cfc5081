using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What <c>claims.json</c> holds: the verdict on every claim with its evidence.</summary>
public sealed record ClaimsDocument(IReadOnlyList<ClaimVerdict> Claims)
{
    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteArray("claims", Claims, Write);
        json.WriteEndObject();
    });

    public void Write(string path) => AtomicFile.Write(path, ToJson());

    /// <summary>Reads <c>claims.json</c>.</summary>
    /// <exception cref="InputException">The file is absent, damaged or of another shape.</exception>
    public static ClaimsDocument Read(string path) => Parse(path, FileFault.ReadAll(path));

    public static ClaimsDocument Parse(string name, byte[] json) =>
        JsonText.Read(name, json, root => new ClaimsDocument([.. root.GetProperty("claims").EnumerateArray().Select(ToClaim)]));

    private static void Write(Utf8JsonWriter json, ClaimVerdict c)
    {
        json.WriteStartObject();
        json.WriteNumber("claim", c.Claim);
        json.WriteString("title", c.Title);
        json.WriteString("own", VerdictWords.Of(c.Own));
        json.WriteString("verdict", VerdictWords.Of(c.Verdict));
        json.WriteString("why", c.Why);
        json.WriteArray("evidence", c.Evidence, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Evidence e)
    {
        json.WriteStartObject();
        json.WriteString("name", e.Name);
        json.WriteString("kind", VerdictWords.Of(e.Kind));
        WriteValue(json, e);
        json.WriteString("unit", e.Unit);
        json.WriteInterval("interval", e.Interval);
        json.WriteString("threshold", e.Threshold);
        WriteMet(json, e.Outcome);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, Evidence e)
    {
        if (e.Value is null && e.Text is not null)
        {
            json.WriteString("value", e.Text);
        }
        else
        {
            json.WriteReal("value", e.Value);
        }
    }

    /// <summary>true, false, or null where the evidence does not decide.</summary>
    private static void WriteMet(Utf8JsonWriter json, Condition outcome)
    {
        if (outcome == Condition.Inconclusive)
        {
            json.WriteNull("met");
        }
        else
        {
            json.WriteBoolean("met", outcome == Condition.Met);
        }
    }

    private static ClaimVerdict ToClaim(JsonElement e) => new(
        e.GetProperty("claim").GetInt32(),
        e.TextOr("title", ""),
        VerdictWords.ToCondition(e.Text("own")),
        VerdictWords.ToVerdict(e.Text("verdict")),
        e.Text("why"),
        e.List("evidence", ToEvidence));

    private static Evidence ToEvidence(JsonElement e) => new(
        e.Text("name"),
        VerdictWords.ToKind(e.Text("kind")),
        e.RealOrNull("value"),
        e.GetProperty("value") is { ValueKind: JsonValueKind.String } text ? text.GetString() : null,
        e.Text("unit"),
        e.IntervalOrNull("interval"),
        e.Text("threshold"),
        e.GetProperty("met").ValueKind switch { JsonValueKind.True => Condition.Met, JsonValueKind.False => Condition.NotMet, _ => Condition.Inconclusive });
}
