using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Verdicts on measured files turn where, and only where, the evidence says that they would.</summary>
public sealed class MeasuredEvidenceTests
{
    // 3 % either way is the interval of a distribution without one: it touches 1 µm from 0.971 to 1.031 µm.
    [Theory]
    [InlineData(0.96, Verdict.Supported)]
    [InlineData(0.98, Verdict.Inconclusive)]
    [InlineData(1.02, Verdict.Inconclusive)]
    [InlineData(1.04, Verdict.NotSupported)]
    public void Claim_1_turns_at_one_micrometre(double diameter, Verdict expected)
    {
        ClaimVerdict claim = Files(diameter, 0.3, "uniform").Decide(new())[0];
        Assert.Equal(expected, claim.Verdict);
        Assert.StartsWith("would flip at 1 µm", claim.Evidence.First(e => e.Name == "D50").Margin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.19, Verdict.NotSupported)]
    [InlineData(0.2, Verdict.Supported)]
    [InlineData(0.21, Verdict.Supported)]
    public void Claim_3_turns_at_a_fifth_of_a_micrometre(double roughness, Verdict expected) =>
        Assert.Equal(expected, Files(0.5, roughness, "uniform").Decide(new())[1].Verdict);

    [Theory]
    [InlineData("uniform", Verdict.Supported)]
    [InlineData("not uniform", Verdict.NotSupported)]
    [InlineData("inconclusive", Verdict.Inconclusive)]
    public void Claim_1_follows_the_word_on_the_sections_and_claim_3_claim_1(string word, Verdict expected) =>
        Assert.All(Files(0.5, 0.3, word).Decide(new()), c => Assert.Equal(expected, c.Verdict));

    [Fact]
    public void Means_that_disagree_leave_claim_1_open()
    {
        MeasuredEvidence files = Files(0.5, 0.3, "uniform");
        Assert.Equal(Verdict.Inconclusive, (files with { Diameters = [.. files.Diameters!, new("D32", 1.2e-6, "m")] }).Decide(new())[0].Verdict);
    }

    [Fact]
    public void Effects_of_sections_are_evidence_with_the_margin_at_which_they_turn()
    {
        PointVerdict Section(double slope) => new("null", [new("depth slope", 0.5, slope, 0.2, Departure.Uneven)], [], []);
        SectionVerdict Of(double slope) => new("uniform", "why", [.. new[] { -0.02, 0, 0.02, 0.01, -0.01 }.Select(d => Section(slope + d))]);
        Evidence At(double slope) => SectionEvidence.Of(Of(slope)).Single(e => e.Name == "effect: depth slope");
        Assert.Equal(Condition.Met, At(0.1).Outcome);
        Assert.Equal(Condition.Inconclusive, At(0.2).Outcome);
        Assert.Equal(Condition.NotMet, At(-0.3).Outcome);
        Assert.StartsWith("would flip at 0.2", At(0.1).Margin, StringComparison.Ordinal);
    }

    private static MeasuredEvidence Files(double diameter, double roughness, string word) => new()
    {
        Diameters = [new("D50", diameter * 1e-6, "m")],
        Roughness = new("Ra", roughness * 1e-6, "m"),
        Sections = new(word, "why", []),
        Declared = true,
    };
}
