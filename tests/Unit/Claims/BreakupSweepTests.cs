using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>What the powder, sheared again under other assumptions, does to the verdicts.</summary>
public sealed class BreakupSweepTests
{
    [Fact]
    public void A_sweep_that_agrees_changes_no_verdict_and_stands_beside_the_evidence()
    {
        IReadOnlyList<ClaimVerdict> without = new ClaimCase().Decide(), with = new ClaimCase().Decide(Sweep(Condition.Met, Condition.Met, Condition.Met));
        Assert.Equal(without.Select(v => (v.Own, v.Verdict)), with.Select(v => (v.Own, v.Verdict)));
        foreach (int claim in new[] { 1, 11 })
        {
            Assert.Equal(2, with[claim - 1].Evidence.Count(e => e.Name.StartsWith("broken apart with", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_sweep_that_turns_leaves_claims_1_and_11_open_and_all_that_rests_on_them()
    {
        IReadOnlyList<ClaimVerdict> verdicts = new ClaimCase().WithPowder().Decide(Sweep(Condition.Met, Condition.Met, Condition.NotMet));
        Assert.Equal(Enumerable.Range(1, 16), ClaimCase.Numbers(verdicts, Verdict.Inconclusive));
        Assert.Contains("turns with case 2 (not met: surviving bonds 0.3 [0.2, 0.4])", verdicts[10].Why, StringComparison.Ordinal);
        Assert.Equal(Condition.Met, verdicts[2].Own);
    }

    [Fact]
    public void A_powder_that_a_weaker_force_would_break_is_not_called_unbroken()
    {
        ClaimCase unbroken = new ClaimCase().With("surviving feedstock bonds", 0.3, 0.05);
        Assert.Equal(Verdict.NotSupported, unbroken.Decide()[10].Verdict);
        Assert.Equal(Verdict.Inconclusive, unbroken.Decide(Sweep(Condition.NotMet, Condition.Met, Condition.NotMet))[10].Verdict);
        Assert.Equal(Verdict.NotSupported, unbroken.Decide(Sweep(Condition.NotMet, Condition.NotMet, Condition.NotMet))[10].Verdict);
    }

    [Fact]
    public void Another_condition_that_fails_outright_is_not_opened_by_the_sweep() =>
        Assert.Equal(Verdict.NotSupported, new ClaimCase().Declare(d => d with { NonOxidizing = false }).Decide(Sweep(Condition.Met, Condition.NotMet, Condition.Met))[0].Verdict);

    [Fact]
    public void Slurries_are_judged_by_the_bonds_that_survive()
    {
        Assert.Equal(Condition.Met, Judge(0).Outcome);
        Assert.Equal(Condition.NotMet, Judge(1).Outcome);
        Assert.Equal(1, Judge(1).Measurements.First(m => m.Name == "surviving feedstock bonds").Value);
    }

    private static BreakupSweep Sweep(Condition own, params Condition[] cases) => new(own, [.. cases.Select((c, k) => new SweepCase(
        $"case {k + 1}", c, [new Measurement("surviving feedstock bonds", 0.3, "-") { Interval = new(0.2, 0.4), Replicates = 8 }]))]);

    /// <summary>Eight slurries of two primaries that were one agglomerate, with the given number of surviving bonds.</summary>
    private static SweepCase Judge(int bonds)
    {
        double apart = bonds > 0 ? 0.99e-6 : 2e-6;
        ElectrodeState slurry = new()
        {
            Phase = StructurePhase.Slurry,
            Domain = Domain.FullyPeriodic(new(8e-6, 8e-6, 8e-6)),
            Particles = ParticleSet.Empty with
            {
                Position = [new(2e-6, 2e-6, 2e-6), new(2e-6 + apart, 2e-6, 2e-6)],
                Radius = [0.5e-6, 0.5e-6],
                Kind = [ParticleKind.Silicon, ParticleKind.Silicon],
                AgglomerateId = [1, 1],
            },
            Bonds = bonds > 0 ? [new(0, 1, BondOrigin.FeedstockContact, 0)] : [],
            FeedstockBondCount = 1,
        };
        return BreakupSweep.Judge("a case", [.. Enumerable.Repeat(slurry, 8)], new ClaimCase().Declared, new());
    }
}
