namespace DispersionSim.Core;

/// <summary>A measured distribution of particle diameters: volume fractions in size classes, or a list of single diameters.</summary>
/// <remarks>
/// Within a class volume is spread evenly over ln d (log-linear interpolation of the cumulative curve). Number follows from it,
/// n(d) ∝ v(d)/d³, so that spheres drawn by <see cref="SampleDiameter"/> have the measured distribution by volume.
/// Means of classes are taken at their geometric centres, as laser diffraction instruments do. Source: iso-9276-2.
/// </remarks>
public sealed record SizeDistribution
{
    private readonly double[] volumeBelow;
    private readonly double[] numberBelow;

    private SizeDistribution(string name, double[] edges, double[] volume, double[] diameters)
    {
        Name = name;
        Edges = edges;
        VolumeFraction = volume;
        Diameters = diameters;
        volumeBelow = Cumulate(IsList ? [.. diameters.Select(d => d * d * d)] : volume);
        numberBelow = Cumulate(IsList ? [.. diameters.Select(_ => 1.0)] : [.. volume.Select((v, i) => v * MeanInverseCube(edges[i], edges[i + 1]))]);
    }

    public string Name { get; init; }

    /// <summary>Class edges, m, ascending; one more than classes. Empty for a list.</summary>
    public double[] Edges { get; }

    /// <summary>Volume fraction of each class; they add up to 1. Empty for a list.</summary>
    public double[] VolumeFraction { get; }

    /// <summary>Single diameters, m, ascending; empty for classes.</summary>
    public double[] Diameters { get; }

    /// <summary>What the instrument itself states, where the file has it.</summary>
    public StatedSizes? Stated { get; init; }

    /// <summary>What a user should know about the data.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public bool IsList => Diameters.Length > 0;

    /// <summary>Volume-weighted mean diameter D[4,3] = Σd⁴/Σd³, m.</summary>
    public double MeanD43 => IsList ? Diameters.Sum(d => Math.Pow(d, 4)) / Diameters.Sum(d => d * d * d) : VolumeFraction.Select((v, i) => v * Centre(i)).Sum();

    /// <summary>Surface-weighted (Sauter) mean diameter D[3,2] = Σd³/Σd², m.</summary>
    public double MeanD32 => IsList ? Diameters.Sum(d => d * d * d) / Diameters.Sum(d => d * d) : 1 / VolumeFraction.Select((v, i) => v / Centre(i)).Sum();

    public double D10 => VolumePercentile(0.1);

    public double D50 => VolumePercentile(0.5);

    public double D90 => VolumePercentile(0.9);

    /// <summary>Number fraction of each class, or of each diameter of a list.</summary>
    public double[] NumberFraction => Differences(numberBelow);

    /// <summary>A distribution in classes; the fractions may add up to anything positive.</summary>
    /// <param name="name">Shown in reports and messages.</param>
    /// <param name="edges">Class edges, m, ascending and positive.</param>
    /// <param name="volume">Volume in each class, any unit; one fewer than edges.</param>
    /// <exception cref="InputException">The numbers cannot be a distribution.</exception>
    public static SizeDistribution FromClasses(string name, IReadOnlyList<double> edges, IReadOnlyList<double> volume)
    {
        SizeDistributionRules.CheckClasses(name, edges, volume);
        double total = volume.Sum();
        return new(name, [.. edges], [.. volume.Select(v => v / total)], []);
    }

    /// <summary>A distribution given by single particles.</summary>
    /// <param name="name">Shown in reports and messages.</param>
    /// <param name="diameters">m, in any order.</param>
    /// <exception cref="InputException">No diameter, or one that is not positive.</exception>
    public static SizeDistribution FromDiameters(string name, IReadOnlyList<double> diameters)
    {
        SizeDistributionRules.CheckDiameters(name, diameters);
        return new(name, [], [], [.. diameters.Order()]);
    }

    /// <summary>The diameter below which a fraction of the volume lies, m.</summary>
    public double VolumePercentile(double fraction)
    {
        int i = Locate(volumeBelow, fraction, out double share);
        return IsList ? Diameters[i] : Edges[i] * Math.Pow(Edges[i + 1] / Edges[i], share);
    }

    /// <summary>Fraction of the volume below a diameter.</summary>
    public double VolumeBelow(double diameter)
    {
        double[] marks = IsList ? Diameters : Edges;
        int above = Array.FindIndex(marks, mark => mark > diameter);
        return above < 0 ? 1
            : IsList ? volumeBelow[above]
            : above == 0 ? 0
            : volumeBelow[above - 1] + (VolumeFraction[above - 1] * Math.Log(diameter / Edges[above - 1]) / Math.Log(Edges[above] / Edges[above - 1]));
    }

    /// <summary>The diameter below which a fraction of the particles lies by number, m: draws diameters from a uniform random number.</summary>
    /// <param name="u">0 to 1. Classes without volume are never drawn, however fine.</param>
    public double SampleDiameter(double u)
    {
        int i = Locate(numberBelow, u, out double share);
        if (IsList)
        {
            return Diameters[i];
        }

        // Within a class number density in ln d falls as d⁻³, which integrates to d⁻³ itself.
        double fine = Math.Pow(Edges[i], -3), coarse = Math.Pow(Edges[i + 1], -3);
        return Math.Clamp(Math.Pow(fine - (share * (fine - coarse)), -1.0 / 3.0), Edges[i], Edges[i + 1]);
    }

    /// <summary>Every diameter times a factor.</summary>
    /// <exception cref="InputException">The factor takes a diameter out of the range of particles.</exception>
    public SizeDistribution Scaled(double factor)
    {
        double[] edges = [.. Edges.Select(d => d * factor)], diameters = [.. Diameters.Select(d => d * factor)];
        if (IsList)
        {
            SizeDistributionRules.CheckDiameters(Name, diameters);
        }
        else
        {
            SizeDistributionRules.CheckClasses(Name, edges, VolumeFraction);
        }

        return new(Name, edges, VolumeFraction, diameters) { Stated = Stated?.Scaled(factor), Warnings = Warnings };
    }

    /// <summary>The distribution without its finest particles, which can hold almost all of the number and almost none of the volume.</summary>
    /// <param name="volumeFraction">How much of the volume to cut, 0 to below 1.</param>
    public SizeDistribution WithoutFinest(double volumeFraction)
    {
        int first = Locate(volumeBelow, volumeFraction, out _);
        if (IsList)
        {
            return FromDiameters(Name, Diameters[first..]) with { Stated = Stated, Warnings = Warnings };
        }

        double kept = volumeBelow[first + 1] - volumeFraction;
        return FromClasses(Name, [VolumePercentile(volumeFraction), .. Edges[(first + 1)..]], [kept, .. VolumeFraction[(first + 1)..]]) with { Stated = Stated, Warnings = Warnings };
    }

    /// <summary>Geometric centre of a class, m.</summary>
    public double Centre(int i) => Math.Sqrt(Edges[i] * Edges[i + 1]);

    /// <summary>The interval of a cumulative curve that holds a fraction, never an empty one, and how far into it the fraction lies.</summary>
    private static int Locate(double[] below, double fraction, out double share)
    {
        double target = Math.Clamp(fraction, 0, 1);
        int low = 0, high = below.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = below[middle] <= target && below[middle] < 1 ? (middle, high) : (low, middle);
        }

        double width = below[low + 1] - below[low];
        share = width > 0 ? Math.Clamp((target - below[low]) / width, 0, 1) : 0;
        return low;
    }

    /// <summary>Running sum from 0 to 1.</summary>
    private static double[] Cumulate(double[] weights)
    {
        double[] below = new double[weights.Length + 1];
        for (int i = 0; i < weights.Length; i++)
        {
            below[i + 1] = below[i] + weights[i];
        }

        double total = below[^1];
        int last = Array.FindLastIndex(weights, w => w > 0);
        return [.. below.Select((b, i) => i > last ? 1 : b / total)];
    }

    private static double[] Differences(double[] below) => [.. below.Skip(1).Select((b, i) => b - below[i])];

    /// <summary>Mean of d⁻³ over a class with volume even in ln d: (a⁻³ − b⁻³) / 3 ln(b/a).</summary>
    internal static double MeanInverseCube(double a, double b) => (Math.Pow(a, -3) - Math.Pow(b, -3)) / (3 * Math.Log(b / a));
}
