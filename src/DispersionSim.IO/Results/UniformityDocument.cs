using System.Text.Json;

namespace DispersionSim.IO;

/// <summary>One test of a uniformity battery.</summary>
/// <param name="Name">Which test.</param>
/// <param name="P">p-value.</param>
/// <param name="AdjustedP">p-value after correction for the number of tests.</param>
/// <param name="Effect">Size of the departure, in the test's own measure.</param>
/// <param name="Margin">The departure that still counts as uniform.</param>
public sealed record UniformityTest(string Name, double P, double AdjustedP, double Effect, double Margin)
{
    /// <summary>What it comes to, in a few words; for pages.</summary>
    public string Remark { get; init; } = "";
}

/// <summary>The <c>uniformity</c> member of <c>analyze … --json</c>.</summary>
/// <param name="Rejected">Whether the battery rejects uniformity on this sample.</param>
/// <param name="Verdict">"uniform", "not uniform" or "inconclusive", by the equivalence rule.</param>
public sealed record UniformityDocument(bool Rejected, string Verdict, IReadOnlyList<UniformityTest> Tests)
{
    /// <summary>What chance was taken to be, and how often it was simulated; for pages.</summary>
    public string Null { get; init; } = "";

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("uniformity");
        json.WriteBoolean("rejected", Rejected);
        json.WriteString("verdict", Verdict);
        json.WriteArray("tests", Tests, (j, t) =>
        {
            j.WriteStartObject();
            j.WriteString("name", t.Name);
            j.WriteReal("p", t.P);
            j.WriteReal("adjusted_p", t.AdjustedP);
            j.WriteReal("effect", t.Effect);
            j.WriteReal("margin", t.Margin);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
