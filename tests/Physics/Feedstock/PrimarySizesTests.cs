using DispersionSim.Core;
using DispersionSim.Process;
using MathNet.Numerics.Distributions;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class PrimarySizesTests
{
    private const int Draws = 200_000;
    private const double Median = 0.5e-6;

    [Theory]
    [InlineData(1.2)]
    [InlineData(1.4)]
    [InlineData(1.6)]
    public void Drawn_sizes_have_the_volume_median_they_were_asked_for(double sigma)
    {
        double[] d = Diameters(sigma);

        // Variance of a weighted median: E[w²]/4n over (density of volume at the median × E[w])², w = d³; four standard errors.
        double log = Math.Log(sigma);
        double standardError = Math.Sqrt(Moment(6, log) / 4 / Draws) / Moment(3, log) * log * Math.Sqrt(2 * Math.PI);
        Assert.Equal(0, Math.Log(VolumeMedian(d) / Median), 4 * standardError);
    }

    [Theory]
    [InlineData(1.2)]
    [InlineData(1.4)]
    [InlineData(1.6)]
    public void Drawn_sizes_have_the_volume_mean_of_the_lognormal(double sigma)
    {
        double[] d = Diameters(sigma);
        double log = Math.Log(sigma), measured = d.Sum(x => x * x * x * x) / d.Sum(x => x * x * x);

        // ln D[4,3] = ln D50,v + ln²σ/2; the cut at +3σ of the volume takes the share Φ(ln σ − 3) of the fourth moment and Φ(−3) of the third.
        double cut = Normal.CDF(0, 1, 3 - log) / Normal.CDF(0, 1, 3);
        double expected = Median * Math.Exp(log * log / 2) * cut;
        double unit = Moment(4, log) / Moment(3, log);
        double variance = Moment(8, log) - (2 * unit * Moment(7, log)) + (unit * unit * Moment(6, log));
        double standardError = Math.Sqrt(variance / Draws) / Moment(4, log);
        Assert.Equal(1, measured / expected, 4 * standardError);
        Assert.InRange(cut, 0.99, 1);
    }

    [Theory]
    [InlineData(1.2)]
    [InlineData(1.4)]
    [InlineData(1.6)]
    public void Drawn_sizes_have_the_geometric_standard_deviation_they_were_asked_for(double sigma)
    {
        double[] logs = Array.ConvertAll(Diameters(sigma), Math.Log);
        double mean = logs.Average(), deviation = Math.Sqrt(logs.Average(x => (x - mean) * (x - mean)));

        // Standard deviation of a normal cut at a and b, by its second moment.
        double log = Math.Log(sigma), a = -3, b = 3 + (3 * log);
        double kept = Normal.CDF(0, 1, b) - Normal.CDF(0, 1, a), shift = (Normal.PDF(0, 1, a) - Normal.PDF(0, 1, b)) / kept;
        double variance = 1 + (((a * Normal.PDF(0, 1, a)) - (b * Normal.PDF(0, 1, b))) / kept) - (shift * shift);
        Assert.Equal(log * Math.Sqrt(variance), deviation, 4 * log / Math.Sqrt(2.0 * Draws));
        Assert.InRange(variance, 0.98, 1);
    }

    // Hatch and Choate: E[d³] = d_g³ exp(4.5 ln²σ) with d_g = D50,v exp(−3 ln²σ). The cuts take Φ(−3) of the volume above, and of the number below: each 0.13 %.
    [Theory]
    [InlineData(1.0)]
    [InlineData(1.2)]
    [InlineData(1.4)]
    [InlineData(2.0)]
    public void The_mean_volume_is_that_of_the_lognormal(double sigma)
    {
        double log = Math.Log(sigma), expected = Math.PI / 6 * Math.Pow(Median, 3) * Math.Exp(-4.5 * log * log);
        Assert.Equal(1, PrimarySizes.Lognormal(Median, sigma).MeanVolume() / expected, 0.003);
    }

    // Uniform between 1 and 3: E[d³] = (3⁴ − 1)/(4 · 2) = 10. A rule of steps of 0.01 is exact to its digits for a smooth distribution.
    [Fact]
    public void The_mean_volume_of_a_measured_distribution_is_its_third_moment() =>
        Assert.Equal(Math.PI / 6 * 10, PrimarySizes.Measured(u => 1 + (2 * u)).MeanVolume(), 1e-6);

    [Fact]
    public void A_geometric_standard_deviation_of_one_makes_all_primaries_alike() =>
        Assert.All(PrimarySizes.Lognormal(Median, 1).Draw(100, Stream()), r => Assert.Equal(Median / 2, r));

    [Fact]
    public void A_measured_distribution_is_drawn_through_its_inverse_cumulative()
    {
        // Uniform diameters between 1 and 3: mean 2, variance 1/3.
        double[] radii = PrimarySizes.Measured(u => 1 + (2 * u)).Draw(Draws, Stream());
        Assert.Equal(1, radii.Average(), 4 * Math.Sqrt(1.0 / 12 / Draws));
        Assert.InRange(radii.Min(), 0.5, 0.501);
        Assert.InRange(radii.Max(), 1.499, 1.5);
    }

    private static double[] Diameters(double sigma) => Array.ConvertAll(PrimarySizes.Lognormal(Median, sigma).Draw(Draws, Stream()), r => 2 * r);

    private static RandomStream Stream() => new(11, StreamName.PrimaryRadii);

    // E[d^k] of a lognormal with d_g = 1.
    private static double Moment(int k, double log) => Math.Exp(k * k * log * log / 2);

    private static double VolumeMedian(double[] diameters)
    {
        double[] ordered = [.. diameters.Order()];
        double half = ordered.Sum(d => d * d * d) / 2, sum = 0;
        return ordered.First(d => (sum += d * d * d) >= half);
    }
}
