namespace DispersionSim.Core;

/// <summary>A ring of binder around the contact of two primaries.</summary>
/// <param name="I">Lower particle index.</param>
/// <param name="J">Higher particle index; −1 for a ring on the foil under particle I.</param>
/// <param name="Volume">Volume of the ring, m³.</param>
public readonly record struct BinderRing(int I, int J, double Volume);

/// <summary>Where the binder is: a film on every particle and rings at contacts. Volumes add up to the ledger's binder.</summary>
public sealed record BinderLayout
{
    /// <summary>Film volume on each particle, m³.</summary>
    public required double[] FilmVolume { get; init; }

    /// <summary>Rings at contacts.</summary>
    public required BinderRing[] Rings { get; init; }

    /// <summary>Everything together, m³.</summary>
    public double TotalVolume => FilmVolume.Sum() + Rings.Sum(r => r.Volume);

    /// <summary>Thickness of a uniform film of the given volume on a sphere of the given radius, m.</summary>
    public static double FilmThickness(double volume, double radius) =>
        Math.Cbrt((radius * radius * radius) + (3 * volume / (4 * Math.PI))) - radius;

    /// <summary>Radius b of the ring of volume V = π b⁴ / 2a between two touching spheres of (harmonic mean) radius a, m.</summary>
    public static double RingRadius(double volume, double radius) => Math.Sqrt(Math.Sqrt(2 * radius * volume / Math.PI));

    /// <summary>Every volume times a factor (shrinkage on curing, loss on decomposition).</summary>
    public BinderLayout Scaled(double factor) => new()
    {
        FilmVolume = [.. FilmVolume.Select(v => v * factor)],
        Rings = [.. Rings.Select(r => r with { Volume = r.Volume * factor })],
    };
}
