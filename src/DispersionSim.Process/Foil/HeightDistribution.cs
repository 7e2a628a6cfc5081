using DispersionSim.Core;
using MathNet.Numerics.RootFinding;

namespace DispersionSim.Process;

/// <summary>A monotone map from a standard normal number to a height of mean 0, variance 1 and wanted skewness and kurtosis.</summary>
/// <remarks>
/// Johnson's families: unbounded x = sinh((z − γ)/δ) above the log-normal line of the (skewness², kurtosis) plane,
/// bounded x = 1/(1 + exp(−(z − γ)/δ)) below it. γ is solved for the skewness at given δ, δ for the kurtosis; moments by the trapezoid
/// rule on z in ±9, exact to rounding for these functions. Possible are kurtosis &gt; 1 + skewness² (a margin of 0.3 is asked). Source: johnson-1949.
/// </remarks>
public sealed class HeightDistribution
{
    private const double Margin = 0.3;

    // Largest γ/δ tried: there both families are log-normal to rounding.
    private const double LargestShift = 60;
    private const double NearGaussian = 1e-3;
    private readonly Func<double, double> shape;
    private readonly double mean;
    private readonly double deviation;
    private readonly double sign;

    private HeightDistribution(Func<double, double> shape, double sign)
    {
        this.shape = shape;
        this.sign = sign;
        Moments m = Moments.Of(shape);
        (mean, deviation) = (m.Mean, m.Deviation);
    }

    /// <summary>The heights are Gaussian: the map is the identity.</summary>
    public bool IsGaussian { get; private init; }

    /// <summary>Height for a standard normal number.</summary>
    public double Map(double z) => IsGaussian ? z : sign * (shape(sign * z) - mean) / deviation;

    /// <summary>The distribution of given skewness and kurtosis.</summary>
    /// <exception cref="InputException">No distribution has them, or one so close to two single heights that no map is smooth.</exception>
    public static HeightDistribution Of(double skewness, double kurtosis)
    {
        if (kurtosis < 1 + (skewness * skewness) + Margin)
        {
            throw new InputException($"foil.topography: kurtosis = {kurtosis} with skewness = {skewness} is no surface: kurtosis must be at least {1 + (skewness * skewness) + Margin:0.###} (1 + skewness² + {Margin}).");
        }

        if (Math.Abs(skewness) < NearGaussian && Math.Abs(kurtosis - 3) < NearGaussian)
        {
            return new(static z => z, 1) { IsGaussian = true };
        }

        // Solved for a positive skewness and mirrored: heights and normal number together, so that the map still rises.
        double wanted = Math.Abs(skewness), limit = LogNormalDelta(wanted);
        bool bounded = kurtosis < LogNormalKurtosis(limit);
        double delta = Delta(bounded, wanted, kurtosis, limit);
        return new(Family(bounded, Gamma(bounded, delta, wanted), delta), skewness < 0 ? -1 : 1);
    }

    private static Func<double, double> Family(bool bounded, double gamma, double delta) => bounded
        ? z => 1 / (1 + Math.Exp(-(z - gamma) / delta))
        : z => Math.Sinh((z - gamma) / delta);

    /// <summary>δ at which the kurtosis is right once γ makes the skewness right; between the heaviest (or most two-sided) shape and the log-normal.</summary>
    private static double Delta(bool bounded, double skewness, double kurtosis, double limit)
    {
        double low = bounded ? 0.05 : 0.6, high = Math.Min(limit * (1 - 1e-6), 200);
        double Excess(double d) => Moments.Of(Family(bounded, Gamma(bounded, d, skewness), d)).Kurtosis - kurtosis;
        // On the log-normal line itself both families end: the last shape before it serves.
        return Math.Sign(Excess(high)) == Math.Sign(Excess(low)) ? high : Bisection.FindRoot(Excess, low, high, 1e-9, 200);
    }

    /// <summary>γ that gives the skewness. For sinh heights lean up for γ below zero, for the logistic curve for γ above.</summary>
    private static double Gamma(bool bounded, double delta, double skewness)
    {
        if (skewness < 1e-9)
        {
            return 0;
        }

        double side = bounded ? 1 : -1;
        return side * Bisection.FindRoot(g => Moments.Of(Family(bounded, side * g, delta)).Skewness - skewness, 0, LargestShift * delta, 1e-10, 300);
    }

    /// <summary>δ of the log-normal distribution with this skewness: (ω + 2)√(ω − 1), ω = exp(1/δ²).</summary>
    private static double LogNormalDelta(double skewness)
    {
        if (skewness < 1e-6)
        {
            return double.PositiveInfinity;
        }

        double omega = Bisection.FindRoot(w => ((w + 2) * Math.Sqrt(w - 1)) - skewness, 1, 20, 1e-14, 200);
        return 1 / Math.Sqrt(Math.Log(omega));
    }

    private static double LogNormalKurtosis(double delta)
    {
        double w = double.IsInfinity(delta) ? 1 : Math.Exp(1 / (delta * delta));
        return (w * w * w * w) + (2 * w * w * w) + (3 * w * w) - 3;
    }

    private readonly record struct Moments(double Mean, double Deviation, double Skewness, double Kurtosis)
    {
        private const int Half = 360;
        private const double Range = 9;

        public static Moments Of(Func<double, double> shape)
        {
            double[] values = new double[(2 * Half) + 1], weights = new double[values.Length];
            for (int i = 0; i < values.Length; i++)
            {
                double z = Range * (i - Half) / Half;
                (values[i], weights[i]) = (shape(z), Math.Exp(-z * z / 2) * Range / Half / Math.Sqrt(2 * Math.PI));
            }

            double mean = Sum(values, weights, 0, 1), variance = Sum(values, weights, mean, 2), deviation = Math.Sqrt(variance);
            return new(mean, deviation, Sum(values, weights, mean, 3) / (variance * deviation), Sum(values, weights, mean, 4) / (variance * variance));
        }

        private static double Sum(double[] values, double[] weights, double centre, int power)
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                double d = values[i] - centre;
                sum += weights[i] * (power == 1 ? d : power == 2 ? d * d : power == 3 ? d * d * d : d * d * d * d);
            }

            return sum;
        }
    }
}
