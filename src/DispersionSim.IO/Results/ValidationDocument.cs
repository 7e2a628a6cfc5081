using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The document of <c>validate --json</c>.</summary>
public sealed record ValidationDocument(IReadOnlyList<ValidationTarget> Targets)
{
    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteArray("targets", Targets, (j, t) =>
        {
            j.WriteStartObject();
            j.WriteNumber("row", t.Row);
            j.WriteString("name", t.Name);
            j.WriteReal("expected", t.Expected);
            j.WriteReal("measured", t.Measured);
            j.WriteReal("tolerance", t.Tolerance);
            j.WriteBoolean("pass", t.Pass);
            j.WriteString("source", t.Source);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
