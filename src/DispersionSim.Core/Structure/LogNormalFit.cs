namespace DispersionSim.Core;

/// <summary>The log-normal curve with the same mean and variance of ln d by volume, and how badly it fits.</summary>
/// <param name="Median">Volume median of the curve, m.</param>
/// <param name="GeometricDeviation">σ_g.</param>
/// <param name="LargestDeviation">Greatest distance between the two cumulative curves, 0 to 1 (Kolmogorov–Smirnov).</param>
/// <param name="Modes">Separate peaks of the measured distribution.</param>
public sealed record LogNormalFit(double Median, double GeometricDeviation, double LargestDeviation, int Modes)
{
    /// <summary>Beyond this distance a log-normal stands for another powder than the one measured.</summary>
    private const double Tolerated = 0.05;

    /// <summary>A peak counts when the valleys beside it are deeper than this share of the highest peak.</summary>
    private const double Prominence = 0.05;

    /// <summary>A sentence for the user where a log-normal must not stand for the data; null where it may.</summary>
    public string? Warning => Modes > 1 ? $"the distribution has {Modes} peaks; a log-normal does not describe it"
        : LargestDeviation > Tolerated ? $"a log-normal misses the cumulative volume by up to {LargestDeviation:P0}; use the measured classes"
        : null;

    public static LogNormalFit Of(SizeDistribution sizes)
    {
        double[] logs = sizes.IsList ? [.. sizes.Diameters.Select(d => Math.Log(d))] : [.. Enumerable.Range(0, sizes.VolumeFraction.Length).Select(i => Math.Log(sizes.Centre(i)))];
        double[] weights = sizes.IsList ? Normalised([.. sizes.Diameters.Select(d => d * d * d)]) : sizes.VolumeFraction;
        double mean = logs.Zip(weights, (x, w) => x * w).Sum();
        double within = sizes.IsList ? 0 : sizes.VolumeFraction.Select((v, i) => v * Math.Pow(Math.Log(sizes.Edges[i + 1] / sizes.Edges[i]), 2) / 12).Sum();
        double deviation = Math.Sqrt(logs.Zip(weights, (x, w) => w * (x - mean) * (x - mean)).Sum() + within);
        return new(Math.Exp(mean), Math.Exp(deviation), Distance(sizes, mean, deviation), sizes.IsList ? 1 : Peaks(sizes));
    }

    private static double[] Normalised(double[] weights)
    {
        double total = weights.Sum();
        return [.. weights.Select(w => w / total)];
    }

    private static double Distance(SizeDistribution sizes, double mean, double deviation) =>
        (sizes.IsList ? sizes.Diameters : sizes.Edges).Max(d => Math.Abs(sizes.VolumeBelow(d) - Normal((Math.Log(d) - mean) / deviation)));

    private static int Peaks(SizeDistribution sizes)
    {
        double[] density = [.. sizes.VolumeFraction.Select((v, i) => v / Math.Log(sizes.Edges[i + 1] / sizes.Edges[i])), 0];
        double threshold = Prominence * density.Max(), valley = 0, top = 0;
        bool rising = true;
        int peaks = 0;
        foreach (double value in density)
        {
            (valley, top) = rising ? (valley, Math.Max(top, value)) : (Math.Min(valley, value), top);
            if (rising && top - value > threshold)
            {
                (rising, valley) = (false, value);
                peaks++;
            }
            else if (!rising && value - valley > threshold)
            {
                (rising, top) = (true, value);
            }
        }

        return peaks;
    }

    /// <summary>Standard normal distribution function. Source: abramowitz-stegun-1964, 26.2.17; error below 7.5e-8.</summary>
    private static double Normal(double x)
    {
        if (double.IsNaN(x))
        {
            return 0.5;
        }

        double t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        double poly = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        double tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * poly;
        return x > 0 ? 1 - tail : tail;
    }
}
