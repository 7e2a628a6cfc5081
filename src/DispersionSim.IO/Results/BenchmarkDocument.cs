using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Speed of one kernel on one device.</summary>
/// <param name="Bytes">Bytes moved a call.</param>
/// <param name="Flops">Floating-point operations a call.</param>
/// <param name="BandwidthFraction">Share of the device's measured memory bandwidth.</param>
public sealed record KernelTiming(string Name, long Particles, double Seconds, double Bytes, double Flops, double ParticleStepsPerSecond, double BandwidthFraction);

/// <summary>The document of <c>bench --json</c>.</summary>
/// <param name="Device">What is known of the device, name and value.</param>
public sealed record BenchmarkDocument(IReadOnlyList<(string Name, string Value)> Device, IReadOnlyList<KernelTiming> Kernels)
{
    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("device");
        foreach ((string name, string value) in Device)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteArray("kernels", Kernels, Write);
        json.WriteEndObject();
    });

    /// <summary>Reads a document back, to compare two.</summary>
    /// <exception cref="InputException">The file is absent, damaged or of another shape.</exception>
    public static BenchmarkDocument Read(string path) => JsonText.Read(path, FileFault.ReadAll(path), root => new BenchmarkDocument(
        [.. root.GetProperty("device").EnumerateObject().Select(p => (p.Name, p.Value.GetString() ?? ""))],
        root.List("kernels", ToTiming)));

    private static void Write(Utf8JsonWriter json, KernelTiming k)
    {
        json.WriteStartObject();
        json.WriteString("name", k.Name);
        json.WriteNumber("particles", k.Particles);
        json.WriteReal("seconds", k.Seconds);
        json.WriteReal("bytes", k.Bytes);
        json.WriteReal("flops", k.Flops);
        json.WriteReal("particle_steps_per_second", k.ParticleStepsPerSecond);
        json.WriteReal("bandwidth_fraction", k.BandwidthFraction);
        json.WriteEndObject();
    }

    private static KernelTiming ToTiming(JsonElement e) => new(
        e.Text("name"),
        e.GetProperty("particles").GetInt64(),
        e.Real("seconds"),
        e.Real("bytes"),
        e.Real("flops"),
        e.Real("particle_steps_per_second"),
        e.Real("bandwidth_fraction"));
}
