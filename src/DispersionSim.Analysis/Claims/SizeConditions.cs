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
        var both = new Finding(mean.Outcome, Reason(mean, median), [.. mean.Evidence, .. median.Evidence])
        {
            Slack = Math.Min(mean.Slack, median.Slack),
            Margins = [.. mean.Margins, .. median.Margins],
        };
        return mean.Outcome == median.Outcome ? both : both with { Outcome = Condition.Inconclusive, Reason = $"the two means do not agree: {both.Reason}" };
    }

    private static string Reason(Finding mean, Finding median) => mean.Reason == median.Reason ? mean.Reason : $"{mean.Reason}, {median.Reason}";
}
