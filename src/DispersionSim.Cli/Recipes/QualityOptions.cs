using System.ComponentModel;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Names of the quality levels.</summary>
public enum Quality
{
    Preview,
    Standard,
    Publication,
}

/// <summary>How much is simulated at one quality level.</summary>
public sealed record QualityLevel
{
    [Allowed(1, 1_000_000)]
    [Description("active primaries a replicate")]
    public int Primaries { get; init; } = 440;

    [Allowed(1, 1000)]
    [Description("replicates, each with its own powder and foil")]
    public int Replicates { get; init; } = 8;

    [Allowed(0, 20)]
    [Description("layers of the process null a replicate: more of them narrow the intervals that are taken against the null")]
    public int NullFilms { get; init; } = 1;

    [Unit("m"), Allowed(0.5e-6, 200e-6, Example = "20 um")]
    [Description("least edge of the film segment, wider where the primaries would make more than the whole layer; chosen from the primaries where absent")]
    public double? Width { get; init; }

    /// <summary>What one replicate simulates.</summary>
    public SampleSize Sample => new(Primaries, Width);
}

/// <summary>The film segments behind the quality levels: recipe section [quality].</summary>
public sealed record QualityOptions
{
    [Description("an answer within a minute")]
    public QualityLevel Preview { get; init; } = new() { Replicates = 10 };

    [Description("windows of up to 8 d50 fit: for verdicts that are to be relied on")]
    public QualityLevel Standard { get; init; } = new() { Primaries = 10_000 };

    [Description("the whole layer in a wide field: for pictures")]
    public QualityLevel Publication { get; init; } = new() { Primaries = 50_000, Replicates = 1, NullFilms = 0, Width = 20e-6 };

    public QualityLevel this[Quality quality] => quality switch
    {
        Quality.Preview => Preview,
        Quality.Standard => Standard,
        _ => Publication,
    };
}
