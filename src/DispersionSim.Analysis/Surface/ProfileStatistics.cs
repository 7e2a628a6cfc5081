using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>Mean and 95 % interval of a quantity measured on profile after profile of one surface.</summary>
/// <remarks>
/// Neighbouring profiles of a surface resemble each other, so n profiles count as n_eff = n / (1 + 2 Σ ρ_k), ρ_k the correlation of the
/// values k profiles apart, summed up to the first that is not positive; interval = mean ± t(n_eff − 1) s/√n_eff.
/// </remarks>
public static class ProfileStatistics
{
    /// <summary>Mean of a series and its interval; null where the series holds fewer than two independent values.</summary>
    public static (double Mean, Interval? Interval) Of(double[] series)
    {
        double mean = series.Average(), variance = series.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, series.Length - 1);
        double effective = EffectiveCount(series, mean, variance);
        if (series.Length < 2 || effective < 2)
        {
            return (mean, null);
        }

        double half = StudentT.InvCDF(0, 1, effective - 1, 0.975) * Math.Sqrt(variance / effective);
        return (mean, new(mean - half, mean + half));
    }

    private static double EffectiveCount(double[] series, double mean, double variance)
    {
        double sum = 0;
        for (int lag = 1; lag < series.Length / 2 && variance > 0; lag++)
        {
            double covariance = 0;
            for (int i = lag; i < series.Length; i++)
            {
                covariance += (series[i] - mean) * (series[i - lag] - mean);
            }

            double correlation = covariance / ((series.Length - 1) * variance);
            if (correlation <= 0)
            {
                break;
            }

            sum += correlation;
        }

        return series.Length / (1 + (2 * sum));
    }
}
