namespace DispersionSim.Analysis;

/// <summary>How a micrograph is prepared and cut into particles; whatever is not asked for is not done.</summary>
public sealed record MicrographOptions
{
    /// <summary>Edge of a pixel, m.</summary>
    public required double PixelSize { get; init; }

    /// <summary>Standard deviation of the Gaussian whose result is taken as the uneven light and taken off, m; none where null.</summary>
    public double? FlatField { get; init; }

    /// <summary>Whether vertical stripes, as ion beams leave them, are taken off.</summary>
    public bool Curtaining { get; init; }

    /// <summary>Half width of the median filter, pixels; 0 for none; by the noise where null.</summary>
    public int? Median { get; init; }

    /// <summary>Grey value above which a pixel is particle, as a share of the range from the darkest to the brightest; Otsu's where null.</summary>
    public double? Threshold { get; init; }

    /// <summary>How far the threshold is moved from there, as a share of the contrast: the difference of the means of the classes on its two sides.</summary>
    public double ThresholdShift { get; init; }

    /// <summary>Number of classes of Otsu's rule, 2 to 4; the brightest is the particles', or the darkest where they are dark.</summary>
    public int Classes { get; init; } = 2;

    /// <summary>Whether particles are darker than what is round them.</summary>
    public bool Dark { get; init; }

    /// <summary>Whether what particles enclose is filled where it is smaller than they are in the mean: shaded or cracked middles, else hollow ones.</summary>
    public bool FillHoles { get; init; } = true;

    /// <summary>Labels that are particles, where the picture is one of labels; nothing is prepared or thresholded then.</summary>
    public IReadOnlyList<byte>? Labels { get; init; }

    /// <summary>Depth, as a share of its radius, of the neck at which two touching particles are parted; 0 parts nothing.</summary>
    public double Split { get; init; } = 0.15;

    /// <summary>Particles of a smaller equivalent diameter are taken for noise, pixels.</summary>
    public double LeastDiameter { get; init; } = 4;

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 1;
}
