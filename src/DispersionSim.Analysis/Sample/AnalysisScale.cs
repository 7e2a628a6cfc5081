using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The lengths that set windows and distances, the same for every replicate, so that curves and window counts can be pooled.</summary>
public sealed record AnalysisScale
{
    /// <summary>Volume-median diameter D50,v of the active primaries of all replicates together, m.</summary>
    [Unit("m")]
    public required double MedianDiameter { get; init; }

    /// <summary>Largest distance at which pairs are counted: half the narrowest film, and at most four median diameters, m.</summary>
    [Unit("m")]
    public required double PairRange { get; init; }

    /// <summary>Fewest windows that do not overlap for a window size to be reported.</summary>
    public int MinimumWindows { get; init; } = 8;

    public static AnalysisScale From(IReadOnlyList<ReplicateSample> samples)
    {
        double median = Pooled(samples.Select(s => s.Film.Particles)).VolumeMedianDiameter();
        double narrowest = samples.Min(s => Math.Min(s.Film.Domain.Size.X, s.Film.Domain.Size.Y));
        return new() { MedianDiameter = median, PairRange = Math.Min(narrowest / 2, 4 * median) };
    }

    private static ParticleSet Pooled(IEnumerable<ParticleSet> sets)
    {
        ParticleSet[] all = [.. sets];
        return ParticleSet.Empty with
        {
            Radius = [.. all.SelectMany(p => p.Radius)],
            Kind = [.. all.SelectMany(p => p.Kind)],
        };
    }
}
