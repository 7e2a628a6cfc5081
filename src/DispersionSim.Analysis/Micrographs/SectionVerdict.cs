using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Whether the particles of independent sections lie evenly.</summary>
/// <remarks>
/// Not uniform: a test of the sections' mean, or of any section, rejects chance at 5 %, after Holm over the battery and Bonferroni over the two looks and the sections, outside the margin of its effect; simulations are made in such number that it can. Uniform: no such test, at least five sections, and the 95 % intervals of depth slope, cell-count variation and clustered share within their margins. Else inconclusive.
/// Where a section is too dense for random hard spheres (<see cref="DenseNull"/>) nothing is decided; sections of process-null layers (<see cref="LayerSections"/>) decide at any share.
/// </remarks>
/// <param name="Word">not uniform, uniform, or inconclusive.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Sections">The battery of each section.</param>
public sealed record SectionVerdict(string Word, string Reason, IReadOnlyList<PointVerdict> Sections)
{
    /// <summary>The tests of all sections together, p adjusted after Holm; none where nothing was tested.</summary>
    public IReadOnlyList<PointTest> Tests { get; init; } = [];

    /// <summary>What else was done to the pictures, and the word it came to.</summary>
    public IReadOnlyList<(string Change, string Word)> Others { get; init; } = [];

    /// <summary>Sections that a "uniform" takes.</summary>
    public const int LeastSections = 5;

    private const int LeastParticles = 10;

    /// <summary>Tests of the battery.</summary>
    private const int MostTests = 6;

    /// <summary>Several sections are looked at together, by their mean, and one by one.</summary>
    private const int Looks = 2;

    /// <summary>Tests sections.</summary>
    /// <param name="micrographs">The sections.</param>
    /// <param name="options">How they were cut into particles.</param>
    /// <param name="simulations">Simulations of the null.</param>
    /// <param name="layers">Process-null layers whose sections are the null; random hard spheres where null.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static SectionVerdict Of(IReadOnlyList<Micrograph> micrographs, MicrographOptions options, int simulations, LayerSections? layers = null, Action<double>? report = null, CancellationToken stop = default)
    {
        int few = micrographs.Min(m => m.Particles.Count);
        if (few < LeastParticles)
        {
            return new("inconclusive", $"a section has {few} particle{(few == 1 ? "" : "s")}; a test needs at least {LeastParticles}", []);
        }

        PointSample[] samples = [.. micrographs.Select(Sample)];
        double[] circles = [.. samples.SelectMany(s => s.Radii)];
        (IReadOnlyList<PointTest> tests, IReadOnlyList<PointVerdict> sections) = Test(samples, k => layers?.NullOf(micrographs[k], options) ?? new SeenNull(new SectionNull(samples[k], circles), options.LeastDiameter / 2 * options.PixelSize), simulations, options.Seed, options.Threads, isDescribed: true, report, stop);
        SectionVerdict verdict = sections.Select(s => s.Undecided).FirstOrDefault(why => why is not null) is { } undecided
            ? new("inconclusive", undecided + (layers is null ? "; process-null layers of a run decide at any share (--null-run)" : ""), sections)
            : Decide(tests, sections, micrographs.Sum(m => m.Particles.Count));
        return (micrographs.Sum(LightAndNoise.Doubtful) is var doubtful and > 0 && verdict.Word != "inconclusive" ? InDoubt(verdict, doubtful) : verdict) with { Tests = tests };
    }

    /// <summary>Grains of noise lie where noise puts them and not where particles do: a word that rests on them is taken back.</summary>
    private static SectionVerdict InDoubt(SectionVerdict verdict, int doubtful) =>
        verdict with { Word = "inconclusive", Reason = $"{verdict.Word} as cut, but {doubtful} of the particles may be grains of noise or lie behind the section: {verdict.Reason}" };

    /// <summary>The battery on sections of circles: each section by itself, and what they say together.</summary>
    /// <param name="samples">The sections.</param>
    /// <param name="chance">The null of each.</param>
    /// <param name="simulations">Simulations of the null.</param>
    /// <param name="seed">Seed of the simulations; the sections' are independent of each other.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="isDescribed">Whether numbers that decide nothing are had too.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="stop">Stops between simulations.</param>
    internal static (IReadOnlyList<PointTest> Tests, IReadOnlyList<PointVerdict> Sections) Test(PointSample[] samples, Func<int, IPointNull> chance, int simulations, ulong seed, int threads, bool isDescribed, Action<double>? report, CancellationToken stop)
    {
        // With fewer, the least p of a section could not stay below the level after correction for tests, sections and looks.
        simulations = samples.Length > 1 ? Math.Max(simulations, PointTest.LeastSimulations(MostTests * samples.Length * Looks)) : simulations;
        var scale = new PointScale(samples.MinBy(s => Math.Min(s.Window.Size.X, s.Window.Size.Y))!);
        PointVerdict[] sections = [.. samples.Select((sample, k) => PointBattery.Run(sample, scale, chance(k), simulations, seed + (ulong)k, threads, isDescribed, share => report?.Invoke((k + share) / samples.Length), stop))];
        return (sections.Length == 1 ? sections[0].Tests : sections.All(s => s.Tests.Count > 0) ? Together(sections, OfTheMean(samples, sections)) : [], sections);
    }

    /// <summary>The battery on the mean of the sections against the mean of simulations of all of them.</summary>
    internal static IReadOnlyList<PointTest> OfTheMean(PointSample[] samples, IReadOnlyList<PointVerdict> sections)
    {
        PointReadings[] chance = [.. Enumerable.Range(0, sections.Min(s => s.Readings.Chance.Length)).Select(k => PointReadings.Mean([.. sections.Select(s => s.Readings.Chance[k])]))];
        return PointBattery.Test(PointReadings.Mean([.. sections.Select(s => s.Readings.Observed)]), chance, samples.MaxBy(s => s.Fraction)!, sections[0].Tests.Count == MostTests).Tests;
    }

    /// <summary>Of each test the look that speaks most against uniformity: the mean of all sections, which sees what is weak in each, or one section by itself (p multiplied by their number), which sees what only one shows.</summary>
    /// <remarks>Two looks: p is doubled for each (Bonferroni).</remarks>
    private static PointTest[] Together(IReadOnlyList<PointVerdict> sections, IReadOnlyList<PointTest> mean) => [.. mean.Select(test => sections
        .Select(s => Corrected(s.Tests.Single(t => t.Name == test.Name), Looks * sections.Count)).Prepend(Corrected(test, Looks))
        .OrderByDescending(t => t.IsDefect).ThenBy(t => t.AdjustedP).First())];

    private static PointTest Corrected(PointTest test, int times) => test with { AdjustedP = Math.Min(1, test.AdjustedP * times) };

    /// <summary>Centres and equivalent radii in the window of the picture, y along the depth.</summary>
    public static PointSample Sample(Micrograph m) => PointSample.Plane(
        m.Field.Shape[2] * m.Field.Spacing, m.Field.Shape[1] * m.Field.Spacing, false, false, [.. m.Particles.Select(p => p.Centre)], [.. m.Particles.Select(p => p.Diameter / 2)]);

    private static SectionVerdict Decide(IReadOnlyList<PointTest> tests, IReadOnlyList<PointVerdict> sections, int particles)
    {
        if (tests.FirstOrDefault(t => t.IsDefect) is { } t)
        {
            return new("not uniform", FormattableString.Invariant($"the test of the {t.Name} rejects chance, p {t.AdjustedP:F4} after correction for {tests.Count} tests{(sections.Count > 1 ? $", looked at together and one by one in {sections.Count} sections" : "")}"), sections);
        }

        int simulations = sections[0].Readings.Chance.Length;
        string nothing = PointTest.Nothing(tests, simulations);
        if (simulations < PointTest.LeastSimulations(tests.Count))
        {
            return new("inconclusive", nothing, sections);
        }

        double least = 2.8 * 2 * Math.Sqrt(3 / (double)particles);
        string seen = FormattableString.Invariant($"a difference of {100 * least:F0} % between top and bottom would have been seen four times in five");
        if (sections.Count < LeastSections)
        {
            return new("inconclusive", $"{nothing} in {sections.Count} section{(sections.Count == 1 ? "" : "s")}; \"uniform\" takes at least {LeastSections} independent ones; {seen}", sections);
        }

        return Effects(sections).FirstOrDefault(e => !e.IsWithin) is { } wide
            ? new("inconclusive", FormattableString.Invariant($"{nothing}, but the 95 % interval of the {wide.Name} is not within its margin of {wide.High:G3}; {seen}"), sections)
            : new("uniform", $"{nothing} in {sections.Count} sections, and every effect lies within its margin; {seen}", sections);
    }

    /// <summary>The effects that have a margin: mean over the sections with its interval, and the margin.</summary>
    public static IEnumerable<SectionEffect> Effects(IReadOnlyList<PointVerdict> sections)
    {
        foreach (PointTest test in sections.Count == 0 ? [] : sections[0].Tests)
        {
            PointTest[] all = [.. sections.Select(s => s.Tests.Single(t => t.Name == test.Name))];

            // Touching has a margin below a filled share only: one section above it, and it decides nothing.
            if (all.Any(t => double.IsNaN(t.Margin)))
            {
                continue;
            }

            double limit = all.Average(t => t.Margin);
            double[] effects = [.. all.Select(t => t.Effect)];
            yield return new(test.Name, effects.Average(), StudentInterval.OfMean(effects), test.Name == "depth slope" ? -limit : double.NegativeInfinity, limit);
        }
    }
}

/// <summary>Size of a departure that has a declared margin, over all sections.</summary>
/// <param name="Name">The test whose effect it is.</param>
/// <param name="Value">Mean over the sections.</param>
/// <param name="Interval">95 % interval over the sections; null for one section.</param>
/// <param name="Low">Lower end of the margin, or minus infinity.</param>
/// <param name="High">Upper end.</param>
public sealed record SectionEffect(string Name, double Value, Interval? Interval, double Low, double High)
{
    /// <summary>Whether the interval lies within the margin; one section has none, and shows nothing.</summary>
    public bool IsWithin => Interval is { } i && i.Low >= Low && i.High <= High;
}
