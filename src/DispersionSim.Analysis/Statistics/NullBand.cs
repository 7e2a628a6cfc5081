using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The range a quantity takes under the null: from the 2.5 to the 97.5 % quantile of the null films, or from the least to the greatest where there are fewer than 40 of them.</summary>
public static class NullBand
{
    /// <summary>Below this number the outer quantiles are extrapolations.</summary>
    public const int EnoughForQuantiles = 40;

    /// <summary>The band; null without null values.</summary>
    public static Interval? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        return values.Count < EnoughForQuantiles
            ? new(values.Min(), values.Max())
            : new(Quantiles.Of(values, 0.025), Quantiles.Of(values, 0.975));
    }

    /// <summary>What the band is, for the legend of a plot.</summary>
    public static string Name(int count) => count < EnoughForQuantiles ? "process null, least to greatest" : "process null, 95 %";
}
