using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What <c>metrics.json</c> holds: numbers, and functions of a length.</summary>
public sealed record MetricsDocument(IReadOnlyList<Measurement> Metrics, IReadOnlyList<Curve> Functions)
{
    /// <summary>The outcome of a test battery beside the metrics (<c>analyze … --json</c>), or null.</summary>
    public UniformityDocument? Uniformity { get; init; }

    /// <summary>Further whole numbers or words at the top level, e.g. "points" and "invalid_points" of a surface.</summary>
    public IReadOnlyList<(string Name, object Value)> Extras { get; init; } = [];

    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        MeasurementJson.Write(json, "metrics", Metrics);
        json.WriteArray("functions", Functions, MeasurementJson.Write);
        Uniformity?.Write(json);
        foreach ((string name, object value) in Extras)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value);
        }

        json.WriteEndObject();
    });

    public void Write(string path) => AtomicFile.Write(path, ToJson());

    /// <summary>Reads <c>metrics.json</c>.</summary>
    /// <exception cref="InputException">The file is absent, damaged or of another shape.</exception>
    public static MetricsDocument Read(string path) => Parse(path, FileFault.ReadAll(path));

    public static MetricsDocument Parse(string name, byte[] json) => JsonText.Read(name, json, root =>
        new MetricsDocument(root.List("metrics", MeasurementJson.ToMeasurement), root.List("functions", MeasurementJson.ToCurve)));
}
