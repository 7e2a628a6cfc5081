using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Part (d) of the uniformity rule: primaries and binder are mixed as evenly as in the process null, from bottom to top, and binder touches the particles.</summary>
internal static class MixingConditions
{
    public static IEnumerable<Finding> Mixed(ClaimFacts facts)
    {
        Criterion thirds = Criterion.Between(facts.Thresholds.ThirdOverMeanLow, facts.Thresholds.ThirdOverMeanHigh);
        return
        [
            .. Windows(facts),
            facts.Judge(BinderThirds.Bottom.Name, thirds),
            facts.Judge(BinderThirds.Top.Name, thirds),
            Contact(facts),
        ];
    }

    /// <summary>Binder touches the particles.</summary>
    public static Finding Contact(ClaimFacts facts) =>
        facts.Judge(BinderContact.Row.Name, Criterion.AtLeast(facts.Thresholds.BinderContact));

    // A segment too small for eight windows of 2 µm is judged in windows of two median diameters, which are reported in any case.
    private static IEnumerable<Finding> Windows(ClaimFacts facts)
    {
        Criterion ratio = Criterion.AtMost(facts.Thresholds.BinderVarianceRatio);
        Measurement? fine = facts.Analysis.Find(BinderVariance.FineRatio.Name);
        if (facts.Analysis.Find(BinderVariance.Ratio.Name) is not { } coarse)
        {
            yield return facts.Judge(fine, fine is null ? BinderVariance.Ratio.Name : BinderVariance.FineRatio.Name, ratio);
            yield break;
        }

        yield return facts.Judge(coarse, coarse.Name, ratio);
        if (fine is not null)
        {
            yield return facts.Judge(fine, fine.Name, ratio).Reported();
        }
    }
}
