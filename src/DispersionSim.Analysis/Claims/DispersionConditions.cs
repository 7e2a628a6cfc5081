using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Parts (a), (b) and (c) of the uniformity rule: the powder is broken apart in the slurry, and the film is as even as its process null.</summary>
internal static class DispersionConditions
{
    /// <summary>(a): surviving bonds, pieces of one agglomerate, and clusters that have come together again, all at the end of shearing.</summary>
    /// <remarks>Where the outcome turns under other assumptions the sweep leaves it open, whichever way it came out here.</remarks>
    public static IEnumerable<Finding> BrokenApart(ClaimFacts facts)
    {
        Finding[] own =
        [
            facts.Judge(SurvivingBonds.Row.Name, Criterion.AtMost(facts.Thresholds.SurvivingBonds)),
            facts.Judge(ParentFragments.Mass.Name, Criterion.AtMost(facts.Thresholds.FragmentMass)),
            facts.Judge(SlurryClusters.Mass.Name, Criterion.AtMost(facts.Thresholds.ClusterMass)),
        ];
        return facts.Sweep is null ? own : [.. facts.Sweep.Turns ? own.Select(f => f.Reported()) : own, facts.Sweep.Finding()];
    }

    /// <summary>(b) and (c): quadrat variance at every window size that was reported, and the depth slope.</summary>
    public static IEnumerable<Finding> Even(ClaimFacts facts)
    {
        Criterion ratio = Criterion.AtMost(facts.Thresholds.VarianceRatio), slope = Criterion.Between(-facts.Thresholds.DepthSlope, facts.Thresholds.DepthSlope);
        Finding[] quadrats = [.. QuadratVariance.Ratios.Select(r => facts.Analysis.Find(r.Name)).OfType<Measurement>().Select(m => facts.Judge(m, m.Name, ratio))];
        return [.. quadrats.Length > 0 ? quadrats : [facts.Judge(QuadratVariance.Ratios[0].Name, ratio)], facts.Judge(DepthSlope.Difference.Name, slope)];
    }

    /// <summary>Shear stress over the critical stress of a touching pair: shown beside the outcome of shearing, not deciding.</summary>
    public static IEnumerable<Finding> StressMargin(ClaimFacts facts)
    {
        if (facts.Analysis.Find(StageNames.StressMargin) is { } margin)
        {
            yield return facts.Judge(margin, margin.Name, Criterion.AtLeast(1)).Reported();
        }

        if (facts.Analysis.Find(StageNames.BelowCriticalStress) is { } below)
        {
            yield return facts.Judge(below, below.Name, Criterion.AtMost(facts.Thresholds.SurvivingBonds)).Reported();
        }
    }
}
