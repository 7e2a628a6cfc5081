using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The primaries' mean diameter, taken as number mean and as volume median: the wording does not say which, so that where the two disagree nothing is decided.</summary>
internal static class SizeConditions
{
    /// <summary>"A mean diameter of not greater than 1 µm" (claim 1).</summary>
    public static Finding NotGreater(ClaimFacts facts) => Of(facts, Criterion.AtMost(facts.Thresholds.MeanDiameter));

    /// <summary>"An average diameter of primary particles of less than 1 µm" (claim 11).</summary>
    public static Finding Less(ClaimFacts facts) => Of(facts, Criterion.Below(facts.Thresholds.MeanDiameter));

    private static Finding Of(ClaimFacts facts, Criterion criterion)
    {
        Finding mean = facts.Judge(PrimarySizes.NumberMean.Name, criterion), median = facts.Judge(PrimarySizes.VolumeMedian.Name, criterion);
        Evidence[] evidence = [.. mean.Evidence, .. median.Evidence];
        double slack = Math.Min(mean.Slack, median.Slack);
        if (mean.Outcome == median.Outcome)
        {
            string reason = mean.Reason == median.Reason ? mean.Reason : $"{mean.Reason}, {median.Reason}";
            return new(mean.Outcome, reason, evidence) { Slack = slack };
        }

        return new(Condition.Inconclusive, $"the two means do not agree: {mean.Reason}, {median.Reason}", evidence) { Slack = slack };
    }
}
