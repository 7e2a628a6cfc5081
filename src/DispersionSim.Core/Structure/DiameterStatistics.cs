namespace DispersionSim.Core;

/// <summary>Statistics of a list of diameters by number; lengths in m.</summary>
/// <param name="Count">How many.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">With n − 1 in the denominator; 0 for a single diameter.</param>
/// <param name="Median">Middle one, or the mean of the two middle ones.</param>
/// <param name="GeometricMean">exp of the mean logarithm.</param>
/// <param name="GeometricDeviation">exp of the standard deviation of the logarithms, n in the denominator: the maximum-likelihood σ_g.</param>
public sealed record DiameterStatistics(int Count, double Mean, double StandardDeviation, double Median, double GeometricMean, double GeometricDeviation)
{
    /// <summary>Statistics of a list; at least one diameter.</summary>
    public static DiameterStatistics Of(IReadOnlyList<double> diameters)
    {
        int n = diameters.Count;
        double[] sorted = [.. diameters.Order()];
        double mean = sorted.Average(), meanLog = sorted.Average(Math.Log);
        double squares = sorted.Sum(d => (d - mean) * (d - mean)), logSquares = sorted.Sum(d => Math.Pow(Math.Log(d) - meanLog, 2));
        return new(n, mean, Math.Sqrt(squares / Math.Max(1, n - 1)), (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, Math.Exp(meanLog), Math.Exp(Math.Sqrt(logSquares / n)));
    }
}
