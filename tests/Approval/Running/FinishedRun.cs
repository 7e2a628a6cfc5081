using System.Text.Json;

namespace DispersionSim.Tests.Approval;

/// <summary>The folder of a finished run, read as a script of the user's would: by plain JSON.</summary>
internal sealed class FinishedRun(string folder, CliResult result)
{
    public string Folder => folder;

    public CliResult Result => result;

    public JsonElement Claims { get; } = Read(Path.Combine(folder, "claims.json")).GetProperty("claims");

    public JsonElement Metrics { get; } = Read(Path.Combine(folder, "metrics.json")).GetProperty("metrics");

    public string Own(int claim) => Claim(claim).GetProperty("own").GetString()!;

    public string Verdict(int claim) => Claim(claim).GetProperty("verdict").GetString()!;

    public string Why(int claim) => Claim(claim).GetProperty("why").GetString()!;

    public JsonElement Claim(int claim) => Claims.EnumerateArray().Single(c => c.GetProperty("claim").GetInt32() == claim);

    public JsonElement Evidence(int claim, string name) => Claim(claim).GetProperty("evidence").EnumerateArray().Single(e => e.GetProperty("name").GetString() == name);

    public double Metric(string name) => Metrics.EnumerateArray().First(m => m.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);

    private static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }
}
