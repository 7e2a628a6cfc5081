using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The tests and effects behind a verdict on sections, one piece of evidence each.</summary>
public static class SectionEvidence
{
    /// <summary>Name of the verdict's own piece of evidence.</summary>
    public const string Name = "uniform dispersion of sections";

    private const string OfTest = "test of the ", OfEffect = "effect: ";

    /// <summary>What each piece of evidence means, by its name.</summary>
    public static IReadOnlyList<Measurement> Definitions { get; } =
    [
        Define(Name, "Uniform: no test of the sections together, or of one by itself, rejects chance at 5 % after correction for the tests, the two looks and the sections outside the margin of its effect, at least five independent sections, and the 95 % interval of every effect within its margin. Not uniform: a test rejects. Inconclusive: neither. A departure towards regularity is no defect."),
        Define($"{OfTest}L function", "p of the global envelope test (extreme rank lengths, Myllymäki et al. 2017) of Besag's L(r) − r, of the mean over the sections or of one by itself, whichever speaks more against uniformity, after Holm's correction for the number of tests and Bonferroni's for the two looks and the number of sections."),
        Define($"{OfTest}nearest-neighbour function", "p of the same test of the share of particles with a neighbour within r."),
        Define($"{OfTest}depth slope", "p of the two-sided Monte Carlo test of the depth slope, after Holm's correction."),
        Define($"{OfTest}cell-count variance", "p of the one-sided Monte Carlo test of the variance of counts in cells of about ten particles, after Holm's correction."),
        Define($"{OfTest}crowding", "p of the one-sided Monte Carlo test of how often particles have three others within three quarters of a spacing, after Holm's correction."),
        Define($"{OfTest}contact clusters", "p of the one-sided Monte Carlo test of the share of particles in clusters of at least three, gaps up to a tenth of the mean radius, after Holm's correction."),
        Define($"{OfEffect}depth slope", "12(y/L − 1/2), y the mean coordinate of the centres from top to bottom, less the null's: the difference of number between bottom and top over the mean."),
        Define($"{OfEffect}cell-count variance", "Standard deviation of counts in cells of about ten particles over the null's."),
        Define($"{OfEffect}contact clusters", "Share of particles in clusters of at least three; the margin is the null's 95th percentile and two hundredths. Decides below a filled share of 0.2 only."),
    ];

    /// <summary>The pieces.</summary>
    public static IEnumerable<Evidence> Of(SectionVerdict verdict) =>
    [
        .. verdict.Tests.Select(t => new Evidence($"{OfTest}{t.Name}", EvidenceKind.Measured, t.AdjustedP, null, "-", null, t.Departure == Departure.Regular ? "> 0.05, or more regular than chance" : "> 0.05", t.IsDefect ? Condition.NotMet : Condition.Met)),
        .. SectionVerdict.Effects(verdict.Sections).Select(Of),
    ];

    private static Evidence Of(SectionEffect e)
    {
        Criterion criterion = double.IsFinite(e.Low) ? Criterion.Between(e.Low, e.High) : Criterion.AtMost(e.High);
        return new($"{OfEffect}{e.Name}", EvidenceKind.Measured, e.Value, null, "-", e.Interval, criterion.Words("-"), e.Interval is { } i ? criterion.Judge(i) : Condition.Inconclusive)
        {
            Margin = e.Interval is { } known ? criterion.Margin(known, "-") : "one section has no interval",
        };
    }

    private static Measurement Define(string name, string definition) => new(name, double.NaN, "-") { Definition = definition };
}
