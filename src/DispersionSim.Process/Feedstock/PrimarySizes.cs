using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Process;

/// <summary>Draws the radii of primaries from a size distribution.</summary>
/// <remarks>
/// A lognormal by number has ln d_g = ln D50,v − 3 ln²σ_g and ln D[4,3] = ln d_g + 3.5 ln²σ_g.
/// It is cut three standard deviations below the number median and three above the volume median (logarithmic):
/// 0.13 % of the number and 0.13 % of the volume are lost, so that one giant cannot decide a small sample.
/// Range: σ_g 1 (all alike) to 2. Source: hatch-choate-1929.
/// </remarks>
public sealed class PrimarySizes
{
    private readonly Func<double, double> diameterAt;

    private PrimarySizes(Func<double, double> diameterAt) => this.diameterAt = diameterAt;

    /// <summary>A lognormal given by what a laser-diffraction instrument reports.</summary>
    /// <param name="volumeMedianDiameter">D50,v, m.</param>
    /// <param name="geometricStandardDeviation">σ_g ≥ 1.</param>
    public static PrimarySizes Lognormal(double volumeMedianDiameter, double geometricStandardDeviation)
    {
        double sigma = Math.Log(geometricStandardDeviation);
        double numberMedian = volumeMedianDiameter * Math.Exp(-3 * sigma * sigma);
        double low = Normal.CDF(0, 1, -3), high = Normal.CDF(0, 1, 3 + (3 * sigma));
        return sigma == 0
            ? new(_ => volumeMedianDiameter)
            : new(u => numberMedian * Math.Exp(sigma * Normal.InvCDF(0, 1, low + (u * (high - low)))));
    }

    /// <summary>A measured distribution.</summary>
    /// <param name="diameterAt">Inverse of the cumulative distribution by number: diameter in m at a share in (0, 1).</param>
    public static PrimarySizes Measured(Func<double, double> diameterAt) => new(diameterAt);

    /// <summary>Mean volume of a primary, m³: ∫ π/6 d(Φ(z))³ φ(z) dz over the standard normal z, which resolves the few large ones that hold the volume.</summary>
    public double MeanVolume()
    {
        const double Reach = 6, Step = 0.01;
        double sum = 0, weights = 0;
        for (double z = -Reach; z <= Reach; z += Step)
        {
            double weight = Normal.PDF(0, 1, z), d = diameterAt(Normal.CDF(0, 1, z));
            sum += weight * d * d * d;
            weights += weight;
        }

        return Math.PI / 6 * sum / weights;
    }

    /// <summary>The radius of one primary, m.</summary>
    public double NextRadius(RandomStream random) => diameterAt(random.NextDouble()) / 2;

    /// <summary>The radii of many primaries, m.</summary>
    public double[] Draw(int count, RandomStream random)
    {
        var radii = new double[count];
        for (int i = 0; i < count; i++)
        {
            radii[i] = NextRadius(random);
        }

        return radii;
    }
}
