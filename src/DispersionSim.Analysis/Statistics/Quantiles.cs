using MathNet.Numerics.Statistics;

namespace DispersionSim.Analysis;

/// <summary>Quantiles of a sample by linear interpolation between order statistics (Hyndman and Fan's type 7).</summary>
public static class Quantiles
{
    /// <summary>The value below which a share of the sample lies (hyndman-fan-1996).</summary>
    /// <param name="values">The sample.</param>
    /// <param name="share">0…1.</param>
    public static double Of(IEnumerable<double> values, double share) =>
        SortedArrayStatistics.QuantileCustom([.. values.Order()], share, QuantileDefinition.R7);
}
