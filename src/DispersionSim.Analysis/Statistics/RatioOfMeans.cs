using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Mean of a quantity over the mean of its null, the two paired replicate by replicate.</summary>
/// <remarks>
/// θ = x̄/ȳ. Interval by the jackknife on ln θ, which is nearer to symmetric than θ: leaving out replicate i gives ln θ₍ᵢ₎, the standard error is
/// √[(n − 1)/n Σ(ln θ₍ᵢ₎ − mean)²], the interval exp(ln θ ± t₀.₉₇₅(n − 1) SE). Pairing keeps what film and null have in common (primaries, foil, segment) out of the error. Source: efron-tibshirani-1993.
/// </remarks>
public static class RatioOfMeans
{
    /// <summary>The ratio; NaN where the null's mean is not above 0.</summary>
    public static double Of(IReadOnlyCollection<double> values, IReadOnlyCollection<double> nulls) =>
        nulls.Sum() > 0 ? values.Sum() / nulls.Sum() : double.NaN;

    /// <summary>Interval of the ratio; null for fewer than two replicates or where a mean is not above 0.</summary>
    public static Interval? IntervalOf(IReadOnlyList<double> values, IReadOnlyList<double> nulls)
    {
        double ratio = Of(values, nulls);
        if (values.Count < 2 || !(ratio > 0))
        {
            return ratio == 0 && values.Count >= 2 ? new Interval(0, 0) : null;
        }

        double[] logs = [.. Enumerable.Range(0, values.Count).Select(i => Math.Log((values.Sum() - values[i]) / (nulls.Sum() - nulls[i])))];
        if (!logs.All(double.IsFinite))
        {
            return null;
        }

        Interval log = StudentInterval.Around(Math.Log(ratio), JackknifeError(logs), values.Count);
        return new(Math.Exp(log.Low), Math.Exp(log.High));
    }

    private static double JackknifeError(double[] leftOut)
    {
        double mean = leftOut.Average(), n = leftOut.Length;
        return Math.Sqrt((n - 1) / n * leftOut.Sum(v => (v - mean) * (v - mean)));
    }
}
