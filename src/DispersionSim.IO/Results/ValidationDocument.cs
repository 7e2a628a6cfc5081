namespace DispersionSim.IO;

/// <summary>One validation target and what was measured against it.</summary>
/// <param name="Row">Row of the validation table.</param>
public sealed record ValidationTarget(int Row, string Name, double Expected, double Measured, double Tolerance, bool Pass, string Source);

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
