using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The breaking apart of the same powder, sheared again under one changed assumption.</summary>
/// <param name="Assumption">What was changed, in a few words.</param>
/// <param name="Outcome">Part (a) of the uniformity rule under it.</param>
/// <param name="Measurements">The quantities that the outcome rests on, pooled.</param>
public sealed record SweepCase(string Assumption, Condition Outcome, IReadOnlyList<Measurement> Measurements);

/// <summary>How far the outcome of breaking apart rests on what is known worst: the pull-off force and the tier of hydrodynamics.</summary>
/// <param name="Own">Outcome under the run's own assumptions.</param>
/// <param name="Cases">Outcomes under the changed ones.</param>
public sealed record BreakupSweep(Condition Own, IReadOnlyList<SweepCase> Cases)
{
    /// <summary>How the names of its evidence begin.</summary>
    public const string EvidencePrefix = "broken apart with ";

    /// <summary>Whether any changed assumption changes the outcome.</summary>
    public bool Turns => Cases.Any(c => c.Outcome != Own);

    /// <summary>Part (a) of the uniformity rule on slurries alone.</summary>
    /// <param name="assumption">What was changed, in a few words.</param>
    /// <param name="slurries">The slurry of each replicate at the end of shearing.</param>
    /// <param name="declared">What the recipe declares.</param>
    /// <param name="thresholds">Limits.</param>
    public static SweepCase Judge(string assumption, IReadOnlyList<ElectrodeState> slurries, Declarations declared, ClaimThresholds thresholds)
    {
        ReplicateSample[] samples = [.. slurries.Select(s => new ReplicateSample { Slurry = s, Film = s })];
        var scale = AnalysisScale.From(samples);
        IMetric[] metrics = [new SurvivingBonds(), new ParentFragments(), new SlurryClusters()];
        Reading[] readings = [.. samples.Select(s => new MeasuredReplicate(s, scale)).SelectMany(r => metrics.SelectMany(m => m.Measure(r)))];
        var analysis = new AnalysisResult(samples.Length, [.. Pooling.Pool(readings)], []);
        var facts = new ClaimFacts(analysis, declared, thresholds, Cell: null);
        Condition outcome = Logic.All(DispersionConditions.BrokenApart(facts).Select(f => f.Outcome).OfType<Condition>());
        return new(assumption, outcome, analysis.Measurements);
    }

    /// <summary>The sweep as evidence: reported where it changes nothing, open where it does.</summary>
    internal Finding Finding()
    {
        string turning = string.Join(", ", Cases.Where(c => c.Outcome != Own).Select(c => $"{c.Assumption} ({Words(c.Outcome)}: surviving bonds {Figures.Say(Bonds(c).Value, Bonds(c).Interval, "-")})"));
        Evidence[] evidence = [.. Cases.Select(Of)];
        return Turns
            ? new(Condition.Inconclusive, $"the breaking apart is {Words(Own)}, but turns with {turning}", evidence)
            : new(null, $"the breaking apart is {Words(Own)} under every changed assumption", evidence);
    }

    private static Evidence Of(SweepCase c)
    {
        Measurement bonds = Bonds(c);
        return new($"{EvidencePrefix}{c.Assumption}", EvidenceKind.Measured, bonds.Value, Words(c.Outcome), bonds.Unit, bonds.Interval, "the same outcome as with the run's own assumptions; value: surviving feedstock bonds", c.Outcome);
    }

    private static Measurement Bonds(SweepCase c) => c.Measurements.First(m => m.Name == SurvivingBonds.Row.Name);

    private static string Words(Condition outcome) => outcome switch
    {
        Condition.Met => "met",
        Condition.NotMet => "not met",
        _ => "inconclusive",
    };
}
