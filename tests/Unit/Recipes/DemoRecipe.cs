using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Tests.Unit;

/// <summary>A recipe with one key of every kind.</summary>
public sealed record DemoRecipe
{
    [Description("Name of the run")]
    public string Name { get; init; } = "demo";

    public ulong Seed { get; init; } = 1;

    [Description("Powder")]
    public DemoSilicon Silicon { get; init; } = DemoSilicon.Milled;

    [Description("Calender")]
    public DemoPressing Pressing { get; init; } = new();

    public DemoDispersion Dispersion { get; init; } = new();

    public DemoSintering? Sintering { get; init; }
}

public enum DemoShape
{
    Sphere,
    FractalAggregate,
}

public sealed record DemoSilicon
{
    /// <summary>A default shared by all recipes: reading must never write to it.</summary>
    public static DemoSilicon Milled { get; } = new() { D50 = 5e-7 };

    [Unit("m"), Allowed(0, 1e-3, MinimumExcluded = true, Example = "0.5 um"), Description("Volume median diameter")]
    public double D50 { get; init; } = 1e-6;

    [Allowed(1, 1_000_000)]
    public int Count { get; init; } = 1000;

    [Unit("-"), Allowed(0, 1)]
    public double BridgedFraction { get; init; } = 0.25;

    public DemoShape Shape { get; init; }

    [RecipePath]
    public string? Distribution { get; init; }

    [Unit("m"), Allowed(0, 1, MinimumExcluded = true)]
    public IReadOnlyList<double> Sieves { get; init; } = [1e-6, 2e-6];

    public IReadOnlyList<string> Tags { get; init; } = [];
}

public sealed record DemoPressing
{
    [Unit("Pa"), Allowed(1e3, 1e9, Example = "100 MPa"), Description("Pressure in the nip")]
    public double Pressure { get; init; } = 1e8;

    [Unit("m")]
    public double? TargetThickness { get; init; }

    public bool Heated { get; init; }

    public long Steps { get; init; } = 10;

    /// <summary>No key: it cannot be set.</summary>
    public double Doubled => 2 * Pressure;
}

public sealed record DemoDispersion
{
    public IReadOnlyList<DemoShear> History { get; init; } = [new() { Rate = 100 }, new() { Rate = 1e4, Duration = 60 }];
}

public sealed record DemoShear
{
    [Unit("1/s"), Allowed(0, 1e6)]
    public double Rate { get; init; }

    [Unit("s"), Allowed(0, double.MaxValue, MinimumExcluded = true)]
    public double Duration { get; init; } = 600;
}

public sealed record DemoSintering
{
    [Unit("K"), Allowed(273, 1700, Example = "350 degC")]
    public required double Temperature { get; init; }

    public IReadOnlyList<int> Stages { get; init; } = [];

    public IReadOnlyList<DemoShape> Shapes { get; init; } = [];
}
