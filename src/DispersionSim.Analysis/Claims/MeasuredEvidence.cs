using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What measured files show of an electrode.</summary>
public sealed record MeasuredEvidence
{
    /// <summary>Repeatability that is asked of a laser diffraction median (ISO 13320:2020): the interval of a distribution that comes without one.</summary>
    private const double Repeatability = 0.03;

    /// <summary>Number or area mean and median of the primaries' diameters, m; null where no distribution was given.</summary>
    public IReadOnlyList<Measurement>? Diameters { get; init; }

    /// <summary>Evenness of sections of the layer; null where no micrograph was given.</summary>
    public SectionVerdict? Sections { get; init; }

    /// <summary>Ra of the collector, m; null where no surface was given.</summary>
    public Measurement? Roughness { get; init; }

    /// <summary>Whether the user vouches for what no file shows: silicon, a binder, a metal foil, sintering without oxidation, and that particles and binder are uniformly mixed.</summary>
    public bool Declared { get; init; }

    /// <summary>The claims that such files bear on, 1 and 3.</summary>
    /// <remarks>A declared condition is named as declared and nothing else; what neither file nor user says leaves the claim open.</remarks>
    public IReadOnlyList<ClaimVerdict> Decide(ClaimThresholds limits)
    {
        ClaimVerdict electrode = ClaimDecider.Decide(1, [Vouched(), Size(limits), Evenness()], []);
        return [electrode, ClaimDecider.Decide(3, [Rough(limits)], [electrode])];
    }

    private static Finding Missing(string name, string option, string threshold) =>
        new(Condition.Inconclusive, $"{name} not measured, {option}", [new(name, EvidenceKind.Measured, null, "not measured", "-", null, threshold, Condition.Inconclusive)]);

    private static Finding Judge(Measurement m, Interval interval, Criterion criterion) => ClaimFacts.Judge(m with { Interval = interval }, interval, criterion);

    private Finding Vouched()
    {
        const string what = "silicon, binder, metal foil, sintered without oxidation, particles and binder uniformly mixed";
        return Declared
            ? Finding.Declared("materials and heat treatment", $"declared: {what}", what, met: true)
            : new(Condition.Inconclusive, $"no file shows materials and heat treatment, --declared ({what})", [new("materials and heat treatment", EvidenceKind.Declared, null, "not declared", "-", null, what, Condition.Inconclusive)]);
    }

    private Finding Size(ClaimThresholds limits)
    {
        var criterion = Criterion.AtMost(limits.MeanDiameter);
        if (Diameters is not { } diameters)
        {
            return Missing("primary mean diameter", "--distribution", criterion.Words("m"));
        }

        Finding[] all = [.. diameters.Select(d => Judge(d, d.Interval ?? new(d.Value * (1 - Repeatability), d.Value * (1 + Repeatability)), criterion))];
        return new(all.All(f => f.Outcome == all[0].Outcome) ? all[0].Outcome : Condition.Inconclusive, string.Join(", ", all.Select(f => f.Reason)), [.. all.SelectMany(f => f.Evidence)]) { Slack = all.Min(f => f.Slack) };
    }

    private Finding Evenness()
    {
        const string rule = "uniform by the rule for foreign sections";
        if (Sections is not { } sections)
        {
            return Missing("uniform dispersion", "--image", rule);
        }

        Condition outcome = sections.Word switch
        {
            "uniform" => Condition.Met,
            "not uniform" => Condition.NotMet,
            _ => Condition.Inconclusive,
        };
        Evidence word = new(SectionEvidence.Name, EvidenceKind.Measured, null, sections.Word, "-", null, rule, outcome) { Margin = sections.Reason };
        return new(outcome, $"sections: {sections.Reason}", [word, .. SectionEvidence.Of(sections)]);
    }

    private Finding Rough(ClaimThresholds limits)
    {
        var criterion = Criterion.AtLeast(limits.Roughness);
        return Roughness is { } ra ? Judge(ra, ra.Interval ?? new(ra.Value, ra.Value), criterion) : Missing("Ra of the collector", "--surface", criterion.Words("m"));
    }
}
