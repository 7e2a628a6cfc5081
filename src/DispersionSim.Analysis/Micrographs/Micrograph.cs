using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A micrograph cut into particles.</summary>
/// <param name="Prepared">The picture as it was thresholded.</param>
/// <param name="Field">Particles, 1, and all else, 0: a field of one page.</param>
/// <param name="Basins">Particle of each pixel, −1 outside.</param>
/// <param name="Particles">The particles.</param>
/// <param name="Threshold">Grey value between particles and all else; null for a picture of labels.</param>
/// <param name="FractionRange">Share of the area with the threshold a tenth of the contrast lower and higher.</param>
public sealed record Micrograph(GreyImage Prepared, VoxelField Field, int[] Basins, IReadOnlyList<FoundParticle> Particles, double? Threshold, Interval? FractionRange)
{
    /// <summary>How far the threshold is moved either way, as a share of the difference of the classes' means.</summary>
    public const double Shift = 0.1;

    /// <summary>Fewest pixels along an edge of a picture.</summary>
    private const int LeastEdge = 8;

    /// <summary>Fewest of the smallest particles, side by side, along an edge.</summary>
    private const int LeastAbreast = 4;

    /// <summary>Standard deviation of the noise of the picture as it was given, away from the edges of particles; 0 for a picture of labels.</summary>
    public double Noise { get; private init; }

    /// <summary>Share of the area that was enclosed by particles and taken for holes in them.</summary>
    public double Filled { get; private init; }

    /// <summary>Whether what was taken for particles is what is round everything else, so that it may be the other way about; never of a picture of labels.</summary>
    public bool Surrounds { get; private init; }

    /// <summary>What whoever reads its numbers must know of light, noise and contrast.</summary>
    public IEnumerable<string> Cautions => LightAndNoise.Cautions(this);

    /// <summary>Share of the area that is particles.</summary>
    public double Fraction => PhaseProfile.Fraction(Field, 1);

    /// <summary>Prepares, thresholds and parts a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="options">How.</param>
    /// <exception cref="InputException">The picture is too small, of one grey, or has no particles or nothing else.</exception>
    public static Micrograph Of(GreyImage image, MicrographOptions options)
    {
        double least = Math.Max(LeastEdge, LeastAbreast * options.LeastDiameter);
        if (Math.Min(image.Width, image.Height) < least)
        {
            throw new InputException(FormattableString.Invariant($"{image.Width} x {image.Height} pixels are too few to measure particles of at least {options.LeastDiameter} pixels in: at least {Math.Ceiling(least)} in each direction are needed"));
        }

        GreyImage prepared = options.Labels is null ? Prepare(image, options) : image;
        (byte[] inside, double? threshold, Interval? range) = options.Labels is { } labels
            ? ([.. image.Values.Select(v => labels.Any(l => v == l) ? (byte)1 : (byte)0)], null, null)
            : Cut(prepared, options);
        int particles = inside.AsSpan().Count((byte)1);
        if (particles == 0 || particles == inside.Length)
        {
            throw new InputException(particles == 0 ? "no pixel is particle: check the threshold, the labels, or whether particles are dark" : "every pixel is particle: check the threshold, the labels, or whether particles are dark");
        }

        IReadOnlyList<int> shape = [1, image.Height, image.Width];
        ClassParts? parts = options.Labels is null ? new(inside, shape, options.Threads) : null;
        if (options.FillHoles)
        {
            parts?.Fill();
        }

        var field = new VoxelField(inside, shape, options.PixelSize);
        int[] basins = ParticleBasins.Of(field, 1, options.Split, options.Threads, out int count);
        return new(prepared, field, basins, FoundParticle.Of(basins, count, image.Width, options.PixelSize, options.LeastDiameter), threshold, range)
        {
            Surrounds = parts?.ParticlesSurround ?? false,
            Noise = options.Labels is null ? GreyFilters.Noise(image, field.Labels, options.Threads) : 0,
            Filled = (field.Labels.AsSpan().Count((byte)1) - particles) / (double)inside.Length,
        };
    }

    private static GreyImage Prepare(GreyImage image, MicrographOptions options)
    {
        GreyImage prepared = options.FlatField is { } width ? GreyFilters.Flatten(image, width / options.PixelSize, options.Threads) : image;
        prepared = options.Curtaining ? GreyFilters.Uncurtain(prepared, options.Threads) : prepared;
        int median = options.Median ?? Reach(prepared, options.Threads);
        return median > 0 ? MedianFilter.Of(prepared, median, options.Threads) : prepared;
    }

    /// <summary>The wider, the more noise there is to the contrast of the classes.</summary>
    private static int Reach(GreyImage image, int threads)
    {
        double[] means = GreyThreshold.Otsu(image.Values, 2, threads).Means;
        double noise = GreyFilters.Noise(image, threads) / Math.Max(means[1] - means[0], double.Epsilon);
        return noise < 0.03 ? 0 : noise < 0.15 ? 1 : noise < 0.3 ? 2 : noise < 0.5 ? 3 : 4;
    }

    private static (byte[] Inside, double? Threshold, Interval? Range) Cut(GreyImage image, MicrographOptions options)
    {
        (double low, double high) = GreyThreshold.Range(image.Values, options.Threads);
        if (!(high > low))
        {
            throw new InputException($"every pixel has the grey value {low}: there is nothing to part");
        }

        var otsu = GreyThreshold.Otsu(image.Values, options.Classes, options.Threads);
        int edge = options.Dark ? 0 : otsu.Levels.Length - 1;
        double level = options.Threshold is { } share ? low + (share * (high - low)) : otsu.Levels[edge];
        double contrast = otsu.Means[edge + 1] - otsu.Means[edge], shift = Shift * contrast;
        level += options.ThresholdShift * contrast;
        (byte[] inside, double lower, double higher) = Above(image, level, shift, options);
        return (inside, level, new(Math.Min(lower, higher), Math.Max(lower, higher)));
    }

    /// <summary>1 where a pixel is not below a grey value, or below it where particles are dark; and the shares of the area that the value would give were it shifted down and up.</summary>
    private static (byte[] Inside, double Lower, double Higher) Above(GreyImage image, double level, double shift, MicrographOptions options)
    {
        byte[] inside = new byte[image.Values.Length];
        (int w, bool dark, double low, double high) = (image.Width, options.Dark, level - shift, level + shift);
        (long lower, long higher) = (0, 0);
        Parallel.For(0, image.Height, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, () => (Lower: 0L, Higher: 0L), (y, _, sum) =>
        {
            for (int i = y * w; i < (y + 1) * w; i++)
            {
                float v = image.Values[i];
                inside[i] = v >= level != dark ? (byte)1 : (byte)0;
                sum.Lower += v >= low != dark ? 1 : 0;
                sum.Higher += v >= high != dark ? 1 : 0;
            }

            return sum;
        }, sum =>
        {
            Interlocked.Add(ref lower, sum.Lower);
            Interlocked.Add(ref higher, sum.Higher);
        });
        return (inside, lower / (double)inside.Length, higher / (double)inside.Length);
    }
}
