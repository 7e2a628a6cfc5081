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

    // Windows of 2 µm decide where eight of them fit the segment; where they do not, nothing takes their place.
    private static IEnumerable<Finding> Windows(ClaimFacts facts)
    {
        Criterion ratio = Criterion.AtMost(facts.Thresholds.BinderVarianceRatio);
        if (facts.Analysis.Find(BinderVariance.Ratio.Name) is { } coarse)
        {
            yield return facts.Judge(coarse, coarse.Name, ratio);
        }

        if (facts.Analysis.Find(BinderVariance.FineRatio.Name) is { } fine)
        {
            yield return facts.Judge(fine, fine.Name, ratio).Reported();
        }
    }
}
