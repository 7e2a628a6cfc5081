using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Share of the active primaries that binder touches.</summary>
/// <remarks>A primary counts where its film and half of each of its rings (all of a ring on the foil), spread evenly over it, would be at least 1 nm thick: one or two polymer chains (assumed).</remarks>
public sealed class BinderContact : IMetric
{
    /// <summary>Thinnest cover that counts, m.</summary>
    public const double ThinnestCover = 1e-9;

    public static MetricRow Row { get; } = new("particles with binder contact", "-", "Share of the active primaries whose film and rings of binder, spread evenly over them, would be at least 1 nm thick.", "0…1", "own definition");

    private static readonly MetricRow Cover = new("mean binder cover", "m", "Mean over the active primaries of the thickness of their film and rings of binder, spread evenly over them.", "≥ 0", "own definition");

    private static readonly MetricRow Variation = new("binder cover variation", "-", "Standard deviation over mean, among the active primaries, of the thickness of their film and rings of binder, spread evenly over them.", "≥ 0", "own definition");

    public IReadOnlyList<MetricRow> Rows { get; } = [Row, Cover, Variation];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate) =>
        replicate.Film is { Count: > 0, State.Binder: not null }
            ? [Row.Read(replicate, ShareTouched), Cover.Read(replicate, s => Mean(s, t => t)), Variation.Read(replicate, VariationOf)]
            : [];

    /// <summary>The share in a film; NaN where no binder is laid down.</summary>
    public static double ShareTouched(MeasuredState film) => Mean(film, t => t >= ThinnestCover ? 1 : 0);

    /// <summary>Standard deviation over mean of the cover; NaN where no binder is laid down.</summary>
    public static double VariationOf(MeasuredState film)
    {
        double mean = Mean(film, t => t), scatter = Mean(film, t => (t - mean) * (t - mean));
        return mean > 0 ? Math.Sqrt(scatter) / mean : double.NaN;
    }

    // NaN for a null film without binder; pooling leaves it out.
    private static double Mean(MeasuredState film, Func<double, double> ofCover)
    {
        if (film.State.Binder is not { } layout)
        {
            return double.NaN;
        }

        double[] volume = VolumeOnEach(layout);
        return film.Active.Average(i => ofCover(BinderLayout.FilmThickness(volume[i], film.State.Particles.Radius[i])));
    }

    private static double[] VolumeOnEach(BinderLayout layout)
    {
        double[] volume = [.. layout.FilmVolume];
        foreach (BinderRing ring in layout.Rings)
        {
            bool onFoil = ring.J < 0;
            volume[ring.I] += onFoil ? ring.Volume : ring.Volume / 2;
            volume[onFoil ? ring.I : ring.J] += onFoil ? 0 : ring.Volume / 2;
        }

        return volume;
    }
}
