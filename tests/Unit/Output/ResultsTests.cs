using System.Text.Json;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>The machine-readable shapes that scripts rely on, key by key.</summary>
public sealed class ResultsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Metrics_have_the_documented_shape()
    {
        Measurement plain = new("Porosity", 0.5, "-"), full = new("CV ratio", 1.1, "-") { Interval = new(0.9, 1.3), NullMean = 1, NullBand = new(0.8, 1.2), Replicates = 8, Definition = "d" };
        Curve curve = new("g(r)", "r", "m", "g", "-", [1e-6, 2e-6], [1, double.NaN]) { Low = [0.5, 0.5], High = [1.5, 1.5] };
        using JsonDocument json = JsonDocument.Parse(new MetricsDocument([plain, full], [curve]).ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal(["metrics", "functions"], Keys(root));

        JsonElement first = root.GetProperty("metrics")[0], second = root.GetProperty("metrics")[1];
        Assert.Equal(["name", "value", "unit", "interval", "null", "replicates"], Keys(first));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("interval").ValueKind);
        Assert.Equal(JsonValueKind.Null, first.GetProperty("null").ValueKind);
        Assert.Equal([0.9, 1.3], Numbers(second.GetProperty("interval")));
        Assert.Equal(["mean", "band"], Keys(second.GetProperty("null")));
        Assert.Equal([0.8, 1.2], Numbers(second.GetProperty("null").GetProperty("band")));

        JsonElement function = root.GetProperty("functions")[0];
        Assert.Equal(["name", "unit", "r", "values", "null_low", "null_high"], Keys(function).Take(6));
        Assert.Equal([1e-6, 2e-6], Numbers(function.GetProperty("r")));
        Assert.Equal(JsonValueKind.Null, function.GetProperty("values")[1].ValueKind);
    }

    [Fact]
    public void Metrics_read_back_as_written()
    {
        Measurement full = new("CV ratio", 0.1 + 0.2, "-") { Interval = new(0.9, 1.3), NullMean = 1, NullBand = new(0.8, 1.2), Replicates = 8, Definition = "windows of 2 µm" };
        Curve curve = new("g(r)", "r", "m", "g", "-", [1e-6, 2e-6], [1, double.NaN]) { High = [1.5, 1.5], BandName = "null" };
        new MetricsDocument([full, new("τ", double.NaN, "-")], [curve]).Write(folder.At("metrics.json"));
        MetricsDocument back = MetricsDocument.Read(folder.At("metrics.json"));
        Assert.Equal(full, back.Metrics[0]);
        Assert.True(double.IsNaN(back.Metrics[1].Value));
        Assert.Equal(curve with { X = back.Functions[0].X, Y = back.Functions[0].Y, High = back.Functions[0].High }, back.Functions[0]);
        Assert.Equal(curve.Y, back.Functions[0].Y);
        Assert.Null(back.Functions[0].Low);
    }

    [Fact]
    public void Claims_have_the_documented_shape_and_words()
    {
        using JsonDocument json = JsonDocument.Parse(new ClaimsDocument(SampleClaims()).ToJson());
        JsonElement claim = json.RootElement.GetProperty("claims")[0];
        Assert.Equal(["claims"], Keys(json.RootElement));
        Assert.Equal(["claim", "own", "verdict", "why", "evidence"], Keys(claim).Where(k => k != "title"));
        Assert.Equal(["name", "kind", "value", "unit", "interval", "threshold", "met"], Keys(claim.GetProperty("evidence")[0]));
        Assert.Equal(("met", "not supported"), (claim.GetProperty("own").GetString(), claim.GetProperty("verdict").GetString()));

        JsonElement[] evidence = [.. claim.GetProperty("evidence").EnumerateArray()];
        Assert.Equal("measured", evidence[0].GetProperty("kind").GetString());
        Assert.Equal(4.5e-7, evidence[0].GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.True, evidence[0].GetProperty("met").ValueKind);
        Assert.Equal("declared", evidence[1].GetProperty("kind").GetString());
        Assert.Equal("electrolytic copper", evidence[1].GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.False, evidence[1].GetProperty("met").ValueKind);
        Assert.Equal(JsonValueKind.Null, evidence[2].GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, evidence[2].GetProperty("met").ValueKind);
        Assert.Equal(["not met", "inconclusive"], json.RootElement.GetProperty("claims").EnumerateArray().Skip(1).Select(c => c.GetProperty("own").GetString()));
        Assert.Equal(["supported", "inconclusive"], json.RootElement.GetProperty("claims").EnumerateArray().Skip(1).Select(c => c.GetProperty("verdict").GetString()));
    }

    [Fact]
    public void Claims_read_back_as_written()
    {
        new ClaimsDocument(SampleClaims()).Write(folder.At("claims.json"));
        IReadOnlyList<ClaimVerdict> back = ClaimsDocument.Read(folder.At("claims.json")).Claims;
        Assert.Equal(SampleClaims().Select(c => (c.Claim, c.Title, c.Own, c.Verdict, c.Why)), back.Select(c => (c.Claim, c.Title, c.Own, c.Verdict, c.Why)));
        Assert.Equal(SampleClaims()[0].Evidence.Take(2), back[0].Evidence.Take(2));
        Assert.Null(back[0].Evidence[2].Value);
    }

    [Fact]
    public void The_other_documents_have_their_documented_keys()
    {
        Assert.Equal(
            ["axis", "phase", "volume_fraction", "percolating_fraction", "tortuosity_factor", "effective", "flux_imbalance", "iterations", "seconds"],
            FirstOf(new TransportDocument([new(0, [1], 0.4, 0.9, null, 0.2, 1e-6, 12, 0.5)]).ToJson(), "results"));
        Assert.Equal(
            ["row", "name", "expected", "measured", "tolerance", "pass", "source"],
            FirstOf(new ValidationDocument([new(1, "doublet", 9.42, 9.42, 0.05, "derived")]).ToJson(), "targets"));
        Assert.Equal(
            ["name", "particles", "seconds", "bytes", "flops", "particle_steps_per_second", "bandwidth_fraction"],
            FirstOf(new BenchmarkDocument([("name", "cpu")], [new("forces", 1000, 0.1, 1, 2, 3, 0.4)]).ToJson(), "kernels"));

        var battery = new UniformityDocument(true, "not uniform", [new("quadrats", 0.01, 0.03, 1.8, 1.5)]);
        using JsonDocument analyze = JsonDocument.Parse((new MetricsDocument([], []) { Uniformity = battery, Extras = [("points", 12)] }).ToJson());
        Assert.Equal(["metrics", "functions", "uniformity", "points"], Keys(analyze.RootElement));
        Assert.Equal(["rejected", "verdict", "tests"], Keys(analyze.RootElement.GetProperty("uniformity")));
        Assert.Equal(["name", "p", "adjusted_p", "effect", "margin"], Keys(analyze.RootElement.GetProperty("uniformity").GetProperty("tests")[0]));
        Assert.Equal(12, analyze.RootElement.GetProperty("points").GetInt32());
    }

    [Fact]
    public void A_transport_phase_without_a_path_has_null_tortuosity()
    {
        using JsonDocument json = JsonDocument.Parse(new TransportDocument([new(2, [1, 4], 0.05, 0, null, 0, 0, 0, 0)]).ToJson());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("results")[0].GetProperty("tortuosity_factor").ValueKind);
        Assert.Equal([1, 4], Numbers(json.RootElement.GetProperty("results")[0].GetProperty("phase")));
    }

    [Fact]
    public void A_benchmark_reads_back()
    {
        var document = new BenchmarkDocument([("name", "cpu"), ("cores", "16")], [new("forces", 1000, 0.1, 1, 2, 3, 0.4)]);
        AtomicFile.Write(folder.At("b.json"), document.ToJson());
        BenchmarkDocument back = BenchmarkDocument.Read(folder.At("b.json"));
        Assert.Equal(document.Device, back.Device);
        Assert.Equal(document.Kernels, back.Kernels);
    }

    [Theory]
    [InlineData("{\"claims\":[{\"claim\":1", ":1: is not JSON")]
    [InlineData("{}", "does not have the expected content")]
    [InlineData("{\"claims\":[{\"claim\":1,\"own\":\"maybe\",\"verdict\":\"supported\",\"why\":\"\",\"evidence\":[]}]}", "'maybe' is none of")]
    [InlineData("{\"claims\":[{\"claim\":\"one\",\"own\":\"met\"}]}", "does not have the expected content")]
    public void Damaged_results_are_refused_in_one_line(string text, string expected)
    {
        File.WriteAllText(folder.At("claims.json"), text);
        InputException e = Assert.Throws<InputException>(() => ClaimsDocument.Read(folder.At("claims.json")));
        Assert.StartsWith(folder.At("claims.json"), e.Message, StringComparison.Ordinal);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    private static ClaimVerdict[] SampleClaims() =>
    [
        new(3, "Ra ≥ 0.2 µm", Condition.Met, Verdict.NotSupported, "claim 1 is not", [
            new("mean diameter", EvidenceKind.Measured, 4.5e-7, null, "m", new(4e-7, 5e-7), "≤ 1 µm", Condition.Met),
            new("foil", EvidenceKind.Declared, null, "electrolytic copper", "-", null, "copper", Condition.NotMet),
            new("dispersion", EvidenceKind.Measured, double.NaN, null, "-", null, "≤ 1.5", Condition.Inconclusive)]),
        new(2, "silicon", Condition.NotMet, Verdict.Supported, "", []),
        new(1, "uniform", Condition.Inconclusive, Verdict.Inconclusive, "wide interval", []),
    ];

    private static string[] Keys(JsonElement e) => [.. e.EnumerateObject().Select(p => p.Name)];

    private static double[] Numbers(JsonElement e) => [.. e.EnumerateArray().Select(v => v.GetDouble())];

    private static string[] FirstOf(byte[] json, string list)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Keys(document.RootElement.GetProperty(list)[0]);
    }
}
