namespace DispersionSim.Analysis;

/// <summary>Conditions on the heat treatment and what comes before it: atmosphere, binder left, imidisation, rolling.</summary>
internal static class HeatConditions
{
    /// <summary>Sintering under a non-oxidizing atmosphere.</summary>
    public static Finding NonOxidizing(ClaimFacts facts)
    {
        Declarations declared = facts.Declared;
        string text = declared.HeatTreated
            ? $"{declared.AtmosphereName}, oxygen {Figures.Say(declared.OxygenPartialPressure, "Pa")}"
            : "no heat treatment";
        return Finding.Declared("sintering atmosphere", text, "non-oxidizing", declared.HeatTreated && declared.NonOxidizing);
    }

    /// <summary>The binder remains: more than a tenth of it is left, and it still touches the particles. Beside it the literal reading (any is left) and the strong one (nearly all is).</summary>
    public static IEnumerable<Finding> BinderRemains(ClaimFacts facts) =>
    [
        facts.Judge(StageNames.BinderRemaining, Criterion.Above(facts.Thresholds.BinderRemaining)),
        MixingConditions.Contact(facts),
        Named(facts.Judge(StageNames.BinderRemaining, Criterion.Above(0)), "literally").Reported(),
        Named(facts.Judge(StageNames.BinderRemaining, Criterion.AtLeast(facts.Thresholds.SubstantialBinder)), "substantial").Reported(),
    ];

    /// <summary>Polyimide by name, and cured so far that it is one.</summary>
    public static IEnumerable<Finding> Polyimide(ClaimFacts facts)
    {
        yield return Finding.Declared("binder", facts.Declared.BinderName, "polyimide", facts.Declared.BinderIsPolyimide);
        if (facts.Declared.BinderIsPolyimide)
        {
            yield return facts.Judge(StageNames.Imidisation, Criterion.AtLeast(facts.Thresholds.Imidisation));
        }
    }

    /// <summary>Layer and foil are press rolled together before sintering, and the layer is the denser for it.</summary>
    public static IEnumerable<Finding> Rolled(ClaimFacts facts)
    {
        bool rolled = facts.Declared.PressedBeforeHeatTreatment;
        yield return Finding.Declared("press rolling", rolled ? "before sintering" : "not before sintering", "together with the collector before sintering", rolled);
        if (rolled)
        {
            yield return facts.Judge(StageNames.DensityRise, Criterion.Above(0));
        }
    }

    private static Finding Named(Finding finding, string reading) =>
        finding with { Evidence = [.. finding.Evidence.Select(e => e with { Name = $"{e.Name}, {reading}" })] };
}
