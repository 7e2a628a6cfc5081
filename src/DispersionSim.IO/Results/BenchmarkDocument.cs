using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Speed of one kernel on one device.</summary>
/// <param name="Bytes">Bytes moved a call.</param>
/// <param name="Flops">Floating-point operations a call.</param>
/// <param name="BandwidthFraction">Share of the device's measured memory bandwidth.</param>
public sealed record KernelTiming(string Name, long Particles, double Seconds, double Bytes, double Flops, double ParticleStepsPerSecond, double BandwidthFraction)
{
    /// <summary>Share of the time that bringing the columns to the device and back would take if every call did; null on the host.</summary>
    public double? TransferShare { get; init; }

    /// <summary>Registers a thread; null where unknown.</summary>
    public int? Registers { get; init; }

    /// <summary>Share of a device's threads that its registers are enough for; null where unknown.</summary>
    public double? Occupancy { get; init; }
}

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
        WriteKnown(json, "transfer_share", k.TransferShare);
        WriteKnown(json, "registers", k.Registers);
        WriteKnown(json, "occupancy", k.Occupancy);
        json.WriteEndObject();
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
        {
            json.WriteReal(name, known);
        }
    }

    private static double? Known(JsonElement e, string name) => e.TryGetProperty(name, out _) ? e.Real(name) : null;

    private static KernelTiming ToTiming(JsonElement e) => new(
        e.Text("name"),
        e.GetProperty("particles").GetInt64(),
        e.Real("seconds"),
        e.Real("bytes"),
        e.Real("flops"),
        e.Real("particle_steps_per_second"),
        e.Real("bandwidth_fraction"))
    {
        TransferShare = Known(e, "transfer_share"),
        Registers = (int?)Known(e, "registers"),
        Occupancy = Known(e, "occupancy"),
    };
}
