using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How often the battery for foreign data detects agglomerates of known density, from positions alone.</summary>
/// <remarks>Each repeat is a new set and judged as a user's would be: points in a volume against random hard spheres, sections against sections of spheres whose sizes are had from the circles themselves. Detected: a test rejects chance at 5 % after Holm, outside its margin.</remarks>
public sealed record DetectionStudy
{
    /// <summary>Share of the volume that spheres fill.</summary>
    public double Fraction { get; init; } = 0.2;

    /// <summary>Share of the spheres in agglomerates.</summary>
    public double Share { get; init; } = 0.1;

    /// <summary>Spheres an agglomerate.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Spheres of a point set, or circles of all sections together.</summary>
    public int Particles { get; init; } = 1000;

    /// <summary>Sections a verdict; 0 for points in a volume.</summary>
    public int Sections { get; init; }

    /// <summary>What is judged, in words.</summary>
    public string Kind => Sections switch { 0 => "points", 1 => "1 section", _ => $"{Sections} sections" };

    public int Repeats { get; init; } = 40;

    public int Simulations { get; init; } = 199;

    public ulong Seed { get; init; } = 1;

    /// <summary>Counts the detections at one density contrast.</summary>
    /// <param name="contrast">Filled share in agglomerates over that of the whole.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="stop">Stops between simulations.</param>
    public Measurement Detected(double contrast, int threads, Action<double>? report = null, CancellationToken stop = default)
    {
        var spheres = new ClusteredSpheres { Fraction = Fraction, Share = Share, Size = Size, Contrast = contrast };
        int seen = 0;
        for (int k = 0; k < Repeats; k++)
        {
            seen += IsDetected(spheres, new(Seed, StreamName.MonteCarlo, (k * 1000) + (int)Math.Round(100 * contrast)), Seed + ((ulong)k * 1000), threads, stop) ? 1 : 0;
            report?.Invoke((k + 1.0) / Repeats);
        }

        return new(FormattableString.Invariant($"detected at contrast {contrast}"), (double)seen / Repeats, "-")
        {
            Interval = ProportionInterval.Of(seen, Repeats),
            Replicates = Repeats,
            Definition = FormattableString.Invariant($"share of {Repeats} {(Sections > 0 ? $"verdicts on {Sections} sections" : "point sets")} of {Particles} particles in which {100 * Share:G3} % in agglomerates of {Size}, {contrast:G3} times as dense as the whole, are detected; interval of Clopper and Pearson"),
        };
    }

    private bool IsDetected(ClusteredSpheres spheres, RandomStream random, ulong seed, int threads, CancellationToken stop)
    {
        if (Sections == 0)
        {
            double edge = Math.Cbrt(Particles * 4 * Math.PI / 3 / Fraction);
            PointSample set = spheres.Draw(new(edge, edge, edge), random);
            return PointBattery.Run(set, new(set), new HardSphereNull(set), Simulations, seed, threads, isDescribed: false, null, stop).Rejected;
        }

        // Circles an area: two radii of depth, times spheres a volume. The box is deep enough for two agglomerates.
        double width = Math.Sqrt(Particles / (double)Sections / (2 * Fraction / (4 * Math.PI / 3))), depth = 4 * Math.Cbrt(Size / Fraction);
        PointSample[] sections = [.. Enumerable.Range(0, Sections).Select(_ => ClusteredSpheres.Section(spheres.Draw(new(width, width, depth), random), depth * random.NextDouble()))];
        double[] circles = [.. sections.SelectMany(s => s.Radii)];
        return SectionVerdict.Test(sections, k => new SectionNull(sections[k], circles), Simulations, seed, threads, isDescribed: false, null, stop).Tests.Any(t => t.IsDefect);
    }
}
