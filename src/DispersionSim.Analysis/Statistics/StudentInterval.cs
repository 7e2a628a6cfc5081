using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>95 % confidence interval of a mean over independent replicates.</summary>
/// <remarks>x̄ ± t₀.₉₇₅(n − 1) s/√n. Exact for normal values, and robust for means of about 8 and more. Replicates that all agree give an interval of no width. Source: student-1908.</remarks>
public static class StudentInterval
{
    private const double Upper = 0.975;

    /// <summary>The quantile t₀.₉₇₅ for n − 1 degrees of freedom.</summary>
    public static double Quantile(int replicates) => StudentT.InvCDF(0, 1, replicates - 1, Upper);

    /// <summary>Interval of the mean; null for fewer than two values.</summary>
    public static Interval? OfMean(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2)
        {
            return null;
        }

        double mean = values.Average(), sum = values.Sum(v => (v - mean) * (v - mean));
        return Around(mean, Math.Sqrt(sum / (values.Count - 1) / values.Count), values.Count);
    }

    /// <summary>Interval about an estimate with a standard error from n replicates.</summary>
    public static Interval Around(double estimate, double standardError, int replicates)
    {
        double half = standardError > 0 ? Quantile(replicates) * standardError : 0;
        return new(estimate - half, estimate + half);
    }
}
