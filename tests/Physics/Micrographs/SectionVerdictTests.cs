using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>A verdict on several sections can go either way.</summary>
public sealed class SectionVerdictTests
{
    // The least p of 199 simulations is 0.005: six tests and five sections could not come below 0.05 after correction: more are made.
    [Fact]
    public void Five_sections_of_agglomerated_spheres_are_found_uneven_though_199_simulations_were_asked_for()
    {
        Micrograph[] sections = [.. Enumerable.Range(0, 5).Select(k => MadeSections.Cut(MadeSections.Spheres(0.4, 2.5), k))];
        SectionVerdict verdict = SectionVerdict.Of(sections, MadeSections.Options, 199, stop: TestContext.Current.CancellationToken);
        Assert.Equal("not uniform", verdict.Word);
        Assert.Contains("in 5 sections", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal(5, verdict.Sections.Count);
        Assert.Contains(SectionEvidence.Of(verdict), e => e.Outcome == Condition.NotMet);
    }

    [Fact]
    public void Sections_of_random_spheres_are_not_called_uneven_and_their_tests_are_as_the_battery_has_them()
    {
        Micrograph[] sections = [.. Enumerable.Range(0, 5).Select(k => MadeSections.Cut(MadeSections.Spheres(0, 1), k))];
        SectionVerdict verdict = SectionVerdict.Of(sections, MadeSections.Options, 99, stop: TestContext.Current.CancellationToken);
        Assert.NotEqual("not uniform", verdict.Word);
        Assert.Equal(verdict.Sections[0].Tests.Select(t => t.Name), verdict.Tests.Select(t => t.Name));
        Assert.All(SectionEvidence.Of(verdict), e => Assert.Contains(SectionEvidence.Definitions, d => d.Name == e.Name));
    }

    [Fact]
    public void One_section_is_its_own_mean()
    {
        SectionVerdict verdict = SectionVerdict.Of([MadeSections.Cut(MadeSections.Spheres(0, 1), 3)], MadeSections.Options, 39, stop: TestContext.Current.CancellationToken);
        Assert.Same(verdict.Sections[0].Tests, verdict.Tests);
        Assert.Equal("inconclusive", verdict.Word);
    }
}
