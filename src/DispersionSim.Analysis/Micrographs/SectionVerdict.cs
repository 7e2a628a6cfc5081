using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Whether the particles of independent sections lie evenly.</summary>
/// <remarks>
/// Not uniform: a test of any section rejects chance at 5 %, after Holm over the battery and Bonferroni over the sections, outside the margin of its effect. Uniform: no such test, at least five sections,
/// and the 95 % intervals of depth slope, cell-count variation and clustered share within their margins. Else inconclusive. Above a filled share of 0.4 the null is no equilibrium of hard spheres and decides nothing.
/// </remarks>
/// <param name="Word">not uniform, uniform, or inconclusive.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Sections">The battery of each section.</param>
public sealed record SectionVerdict(string Word, string Reason, IReadOnlyList<PointVerdict> Sections)
{
    /// <summary>Sections that a "uniform" takes.</summary>
    public const int LeastSections = 5;

    private const int LeastParticles = 10;
    private const double Level = 0.05;
    private const double Crowded = 0.4;
    private const double Dense = 0.48;

    /// <summary>Tests sections.</summary>
    /// <param name="micrographs">The sections.</param>
    /// <param name="options">How they were cut into particles.</param>
    /// <param name="simulations">Simulations of the null.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static SectionVerdict Of(IReadOnlyList<Micrograph> micrographs, MicrographOptions options, int simulations, Action<double>? report = null, CancellationToken stop = default)
    {
        int few = micrographs.Min(m => m.Particles.Count);
        if (few < LeastParticles)
        {
            return new("inconclusive", $"a section has {few} particles; a test needs at least {LeastParticles}", []);
        }

        double filled = micrographs.Max(m => m.Fraction);
        if (filled > Dense)
        {
            return new("inconclusive", FormattableString.Invariant($"particles fill {100 * filled:F0} % of a section: above {100 * Crowded:F0} % random hard spheres are no null, above {100 * Dense:F0} % they are not drawn at all"), []);
        }

        var sections = new List<PointVerdict>();
        foreach (Micrograph m in micrographs)
        {
            PointSample sample = Sample(m);
            var chance = new SeenNull(new SectionNull(sample), options.LeastDiameter / 2 * options.PixelSize);
            int done = sections.Count;
            sections.Add(PointBattery.Run(sample, chance, simulations, options.Seed, options.Threads, share => report?.Invoke((done + share) / micrographs.Count), stop));
        }

        return filled > Crowded
            ? new("inconclusive", FormattableString.Invariant($"particles fill {100 * filled:F0} % of a section; above {100 * Crowded:F0} % random hard spheres are no null, and their envelope is shown without deciding"), sections)
            : Decide(sections, micrographs.Sum(m => m.Particles.Count));
    }

    /// <summary>Centres and equivalent radii in the window of the picture, y along the depth.</summary>
    public static PointSample Sample(Micrograph m) => PointSample.Plane(
        m.Field.Shape[2] * m.Field.Spacing, m.Field.Shape[1] * m.Field.Spacing, false, false, [.. m.Particles.Select(p => p.Centre)], [.. m.Particles.Select(p => p.Diameter / 2)]);

    private static SectionVerdict Decide(IReadOnlyList<PointVerdict> sections, int particles)
    {
        foreach (PointTest t in sections.SelectMany(s => s.Tests))
        {
            if (t.AdjustedP * sections.Count <= Level && t.Departure == Departure.Uneven && !(Math.Abs(t.Effect) <= t.Margin))
            {
                return new("not uniform", FormattableString.Invariant($"the test of the {t.Name} rejects chance, p {t.AdjustedP * sections.Count:F4} after correction for {sections[0].Tests.Count} tests and {sections.Count} sections"), sections);
            }
        }

        double least = 2.8 * 2 * Math.Sqrt(3 / (double)particles);
        string seen = FormattableString.Invariant($"a difference of {100 * least:F0} % between top and bottom would have been seen four times in five");
        if (sections.Count < LeastSections)
        {
            return new("inconclusive", $"no departure from chance found in {sections.Count} section{(sections.Count == 1 ? "" : "s")}; \"uniform\" takes at least {LeastSections} independent ones; {seen}", sections);
        }

        (string Name, double Limit)? wide = Margins(sections).FirstOrDefault(m => m.Beyond) is { Name: not null } m ? (m.Name, m.Limit) : null;
        return wide is { } w
            ? new("inconclusive", FormattableString.Invariant($"no departure from chance found, but the 95 % interval of the {w.Name} is not within its margin of {w.Limit:G3}; {seen}"), sections)
            : new("uniform", $"no departure from chance found in {sections.Count} sections, and every effect lies within its margin; {seen}", sections);
    }

    private static IEnumerable<(string Name, double Limit, bool Beyond)> Margins(IReadOnlyList<PointVerdict> sections)
    {
        foreach (PointTest test in sections[0].Tests.Where(t => !double.IsNaN(t.Margin)))
        {
            PointTest[] all = [.. sections.Select(s => s.Tests.Single(t => t.Name == test.Name))];
            double limit = all.Average(t => t.Margin);
            Interval i = StudentInterval.OfMean([.. all.Select(t => t.Effect)])!.Value;
            yield return (test.Name, limit, i.High > limit || (test.Name == "depth slope" && i.Low < -limit));
        }
    }
}
