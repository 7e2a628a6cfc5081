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

    /// <summary>Standard deviation of the noise of the picture as it was given, away from the edges of particles; 0 for a picture of labels.</summary>
    public double Noise { get; private init; }

    /// <summary>Share of the area that was enclosed by particles and taken for holes in them.</summary>
    public double Filled { get; private init; }

    /// <summary>What whoever reads its numbers must know of light, noise and contrast.</summary>
    public IEnumerable<string> Cautions => LightAndNoise.Cautions(this);

    /// <summary>Share of the area that is particles.</summary>
    public double Fraction => PhaseProfile.Fraction(Field, 1);

    /// <summary>Prepares, thresholds and parts a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="options">How.</param>
    /// <exception cref="InputException">The picture is of one grey, or has no particles or nothing else.</exception>
    public static Micrograph Of(GreyImage image, MicrographOptions options)
    {
        GreyImage prepared = options.Labels is null ? Prepare(image, options) : image;
        (bool[] inside, double? threshold, Interval? range) = options.Labels is { } labels
            ? ([.. image.Values.Select(v => labels.Contains((byte)v))], null, null)
            : Cut(prepared, options);
        int particles = inside.Count(i => i);
        if (particles == 0 || particles == inside.Length)
        {
            throw new InputException(particles == 0 ? "no pixel is particle: check the threshold, the labels, or whether particles are dark" : "every pixel is particle: check the threshold, the labels, or whether particles are dark");
        }

        var field = new VoxelField([.. inside.Select(i => i ? (byte)1 : (byte)0)], [1, image.Height, image.Width], options.PixelSize);
        field = options.Labels is null ? WithoutHoles(field, options.Threads) : field;
        int[] basins = ParticleBasins.Of(field, 1, options.Split, options.Threads, out int count);
        return new(prepared, field, basins, FoundParticle.Of(basins, count, image.Width, options.PixelSize, options.LeastDiameter), threshold, range)
        {
            Noise = options.Labels is null ? GreyFilters.Noise(image, field.Labels) : 0,
            Filled = (field.Labels.Count((byte)1) - particles) / (double)inside.Length,
        };
    }

    private static GreyImage Prepare(GreyImage image, MicrographOptions options)
    {
        GreyImage prepared = options.FlatField is { } width ? GreyFilters.Flatten(image, width / options.PixelSize) : image;
        prepared = options.Curtaining ? GreyFilters.Uncurtain(prepared) : prepared;
        int median = options.Median ?? Reach(prepared);
        return median > 0 ? MedianFilter.Of(prepared, median, options.Threads) : prepared;
    }

    /// <summary>The wider, the more noise there is to the contrast of the classes.</summary>
    private static int Reach(GreyImage image)
    {
        double[] means = GreyThreshold.Otsu(image.Values, 2).Means;
        double noise = GreyFilters.Noise(image) / Math.Max(means[1] - means[0], double.Epsilon);
        return noise < 0.03 ? 0 : noise < 0.15 ? 1 : noise < 0.3 ? 2 : noise < 0.5 ? 3 : 4;
    }

    /// <summary>Holes enclosed by particles are filled where they are smaller than the mean of the connected particles.</summary>
    private static VoxelField WithoutHoles(VoxelField field, int threads)
    {
        var parts = new ConnectedParts[2];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = threads }, label => parts[label] = new(field, l => l == label));
        double mean = field.Labels.Count(l => l == 1) / (double)parts[1].Count;
        ConnectedParts outside = parts[0];
        (int w, int h) = (field.Shape[2], field.Shape[1]);
        var area = new int[outside.Count];
        var open = new bool[outside.Count];
        for (int i = 0; i < field.Count; i++)
        {
            int part = outside.Parts[i];
            if (part >= 0)
            {
                area[part]++;
                open[part] |= i % w == 0 || i % w == w - 1 || i / w == 0 || i / w == h - 1;
            }
        }

        byte[] labels = [.. field.Labels];
        for (int i = 0; i < labels.Length; i++)
        {
            int part = outside.Parts[i];
            labels[i] = part >= 0 && !open[part] && area[part] < mean ? (byte)1 : labels[i];
        }

        return new(labels, field.Shape, field.Spacing);
    }

    private static (bool[] Inside, double? Threshold, Interval? Range) Cut(GreyImage image, MicrographOptions options)
    {
        double low = image.Values.Min(), high = image.Values.Max();
        if (!(high > low))
        {
            throw new InputException($"every pixel has the grey value {low}: there is nothing to part");
        }

        GreyThreshold otsu = GreyThreshold.Otsu(image.Values, options.Classes);
        int edge = options.Dark ? 0 : otsu.Levels.Length - 1;
        double level = options.Threshold is { } share ? low + (share * (high - low)) : otsu.Levels[edge];
        double contrast = otsu.Means[edge + 1] - otsu.Means[edge], shift = Shift * contrast;
        level += options.ThresholdShift * contrast;
        bool[] inside = Above(image.Values, level, options.Dark);
        double[] shares = [.. new[] { level - shift, level + shift }.Select(t => Above(image.Values, t, options.Dark).Count(i => i) / (double)image.Values.Length)];
        return (inside, level, new(shares.Min(), shares.Max()));
    }

    /// <summary>Pixels not below a grey value; those below it where particles are dark.</summary>
    private static bool[] Above(float[] values, double level, bool dark)
    {
        bool[] above = new bool[values.Length];
        for (int i = 0; i < above.Length; i++)
        {
            above[i] = dark ? values[i] < level : values[i] >= level;
        }

        return above;
    }
}
