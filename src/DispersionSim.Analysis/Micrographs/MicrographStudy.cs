using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Everything that is measured on micrographs of one material.</summary>
/// <param name="Measured">Numbers of all pictures together.</param>
/// <param name="Functions">Functions of the first picture with their envelopes, and the distribution of diameters.</param>
/// <param name="Notes">What a reader of the numbers should know.</param>
/// <param name="Verdict">Whether the particles lie evenly.</param>
public sealed record MicrographStudy(IReadOnlyList<Measurement> Measured, IReadOnlyList<Curve> Functions, IReadOnlyList<string> Notes, SectionVerdict Verdict)
{
    /// <summary>Measures pictures.</summary>
    /// <param name="micrographs">The pictures, cut into particles.</param>
    /// <param name="options">How they were cut.</param>
    /// <param name="simulations">Simulations of the null.</param>
    /// <param name="layers">Process-null layers whose sections are the null; random hard spheres where null.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static MicrographStudy Of(IReadOnlyList<Micrograph> micrographs, MicrographOptions options, int simulations, LayerSections? layers = null, Action<double>? report = null, CancellationToken stop = default)
    {
        double[] diameters = [.. micrographs.SelectMany(m => m.Particles).Where(p => p.IsCounted).Select(p => p.Diameter)];

        // What is no test, of which much is done by one thread, beside the simulations.
        Func<Beside> measure = () => Measure(micrographs, diameters, options, stop);
        Task<Beside>? beside = options.Threads > 1 ? Task.Run(measure, stop) : null;
        var verdict = SectionVerdict.Of(micrographs, options, simulations, layers, report, stop);
        (FieldStudy[] fields, Measurement[] sizes, string[] notes) = beside?.GetAwaiter().GetResult() ?? measure();
        Measurement[] measured =
        [
            Fraction(micrographs, fields[0].Measured[0].Interval),
            new("particles", micrographs.Sum(m => m.Particles.Count), "-") { Definition = "sections of particles found, of all pictures" },
            .. sizes,
            .. fields[0].Measured.Skip(1).Where(m => !m.Name.StartsWith("surface", StringComparison.Ordinal)).Select(m => Pooled(m, fields)),
            .. verdict.Sections.Count > 0 ? PointIntervals.Add(SectionVerdict.Sample(micrographs[0]), verdict.Sections[0].Numbers) : [],
        ];
        return new(measured, [.. verdict.Sections.Count > 0 ? verdict.Sections[0].Functions : [], .. diameters.Length > 0 ? new[] { Cumulative(diameters) } : [], .. fields[0].Functions.Select(c => c with { Name = c.Name.Replace(" of 1", " of particles", StringComparison.Ordinal) })], notes, verdict);
    }

    private sealed record Beside(FieldStudy[] Fields, Measurement[] Sizes, string[] Notes);

    private static Beside Measure(IReadOnlyList<Micrograph> micrographs, double[] diameters, MicrographOptions options, CancellationToken stop)
    {
        FieldStudy[] fields = [.. micrographs.Select(m => FieldStudy.Of(m.Field, new() { Phases = [1], Seed = options.Seed, Threads = options.Threads }, null, stop))];
        string[] notes = [.. fields.SelectMany(f => f.Notes).Select(n => n.Replace("phase 1", "particles", StringComparison.Ordinal)).Distinct(), .. micrographs.SelectMany(m => m.Cautions).Distinct(), .. Cautions(micrographs, diameters, options)];
        return new(fields, [.. Diameters(diameters, micrographs.Sum(m => m.Field.Count * m.Field.Spacing * m.Field.Spacing), options)], notes);
    }

    private static Measurement Fraction(IReadOnlyList<Micrograph> micrographs, Interval? ofOne)
    {
        double fraction = micrographs.Average(m => m.Fraction);
        Interval? sampling = micrographs.Count > 1 ? StudentInterval.OfMean([.. micrographs.Select(m => m.Fraction)]) : ofOne;
        Interval[] both = [.. new[] { sampling, Shifted(micrographs) }.OfType<Interval>()];
        return new("area fraction", fraction, "-")
        {
            Interval = both.Length == 0 ? null : new Interval(fraction - Root(both.Select(i => fraction - i.Low)), fraction + Root(both.Select(i => i.High - fraction))).Within(Interval.Share),
            Replicates = micrographs.Count,
            Definition = "share of the area that is particles, the share of the volume too in a section (Delesse); interval of sampling and of a threshold moved by a tenth of the contrast, added as squares",
        };
    }

    private static double Root(IEnumerable<double> parts) => Math.Sqrt(parts.Sum(p => p * p));

    private static Interval? Shifted(IReadOnlyList<Micrograph> micrographs) => micrographs.Any(m => m.FractionRange is null)
        ? null
        : new(micrographs.Average(m => m.FractionRange!.Value.Low), micrographs.Average(m => m.FractionRange!.Value.High));

    private static IEnumerable<Measurement> Diameters(double[] d, double area, MicrographOptions options)
    {
        if (d.Length < 2)
        {
            yield break;
        }

        const string circles = "equivalent diameters of sections that touch neither the left nor the upper edge";
        yield return Weighted("mean diameter", d, 0, 1, circles, options.Seed);
        yield return Weighted("area-weighted mean diameter", d, 2, 1, circles, options.Seed);
        yield return Weighted("volume-weighted mean diameter", d, 3, 1, circles, options.Seed);
        (double Radius, double PerVolume)[] spheres = SectionRadii.Spheres([.. d.Select(v => v / 2)], area);
        yield return new("mean sphere diameter", Mean(spheres), "m")
        {
            Interval = Bootstrap.OfSample(d, options.Seed, drawn => Mean(SectionRadii.Spheres([.. drawn.Select(v => v / 2)], area))),
            Definition = "number mean of the spheres whose random sections these are (Saltykov, ten classes); errors of large classes go into the small ones, which the interval shows; bootstrap over sections",
        };

        // A plane cuts a sphere of diameter D with a chance as D, in a circle of d^k = D^k times 2/3 (k = 2), π/4 (1) or 3π/16 (3) in the mean. Source: wicksell-1925.
        const string cut = "of the spheres whose random sections these are";
        yield return Weighted("area-weighted mean sphere diameter", d, 1, 3 * Math.PI / 8, $"D[3,2] {cut}: 3 pi/8 of the sum of d^2 over that of d (Wicksell)", options.Seed);
        yield return Weighted("volume-weighted mean sphere diameter", d, 2, 32 / (9 * Math.PI), $"D[4,3] {cut}: 32/(9 pi) of the sum of d^3 over that of d^2 (Wicksell)", options.Seed);
    }

    private static double Mean((double Radius, double PerVolume)[] spheres) => spheres.Sum(s => 2 * s.Radius * s.PerVolume) / spheres.Sum(s => s.PerVolume);

    /// <summary>Diameters weighted with a power of themselves: Σd^(p+1)/Σd^p, times a factor.</summary>
    private static Measurement Weighted(string name, double[] d, int power, double factor, string what, ulong seed)
    {
        return new(name, Of(d), "m") { Interval = Bootstrap.OfSample(d, seed, Of), Definition = $"{what}; bootstrap over sections" };

        double Of(double[] v)
        {
            (double above, double below) = (0, 0);
            foreach (double x in v)
            {
                double weight = power switch { 0 => 1, 1 => x, 2 => x * x, _ => x * x * x };
                (above, below) = (above + (weight * x), below + weight);
            }

            return factor * above / below;
        }
    }

    /// <summary>The mean over pictures with its interval; the single picture's own where there is one.</summary>
    private static Measurement Pooled(Measurement first, FieldStudy[] fields)
    {
        double[] values = [.. fields.Select(f => f.Measured.FirstOrDefault(m => m.Name == first.Name)?.Value ?? double.NaN).Where(double.IsFinite)];
        string name = first.Name.Replace(" of 1", "", StringComparison.Ordinal);
        return fields.Length == 1 ? first with { Name = name } : first with { Name = name, Value = values.Average(), Interval = StudentInterval.OfMean(values), Replicates = values.Length };
    }

    private static IEnumerable<string> Cautions(IReadOnlyList<Micrograph> micrographs, double[] diameters, MicrographOptions options)
    {
        if (diameters.Length > 0 && diameters.Average() < 8 * options.PixelSize)
        {
            yield return FormattableString.Invariant($"particles are {diameters.Average() / options.PixelSize:F1} pixels wide in the mean: below 8 their diameters and their parting are not to be trusted");
        }

        double cut = micrographs.SelectMany(m => m.Particles).Select(p => p.IsWhole ? 0.0 : 1).DefaultIfEmpty().Average();
        if (cut > 0.25)
        {
            yield return FormattableString.Invariant($"{100 * cut:F0} % of the particles are cut by an edge: the picture is small for them");
        }
    }

    private static Curve Cumulative(double[] diameters)
    {
        double[] sorted = [.. diameters.Order()];
        return new("diameters", "equivalent diameter", "m", "share of the sections below", "-", sorted, [.. sorted.Select((_, k) => (k + 0.5) / sorted.Length)]);
    }
}
