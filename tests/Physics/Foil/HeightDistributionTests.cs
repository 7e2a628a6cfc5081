using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class HeightDistributionTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(0, 1.8)]
    [InlineData(0, 12)]
    [InlineData(0.5, 3)]
    [InlineData(-0.5, 3)]
    [InlineData(2, 8)]
    [InlineData(-2, 12)]
    [InlineData(1, 2.3)]
    [InlineData(0.02, 3.01)]
    [InlineData(0.3, 3.1605)]
    public void Mapped_normal_numbers_have_the_moments_asked_for(double skewness, double kurtosis)
    {
        HeightDistribution distribution = HeightDistribution.Of(skewness, kurtosis);
        // Moments by Simpson's rule on z in ±12, independent of the solver's own quadrature.
        double[] z = [.. Enumerable.Range(0, 4801).Select(i => -12 + (i / 200.0))];
        double[] weight = [.. z.Select((v, i) => (i is 0 or 4800 ? 1 : i % 2 == 1 ? 4 : 2) / 600.0 * Math.Exp(-v * v / 2) / Math.Sqrt(2 * Math.PI))];
        double Moment(int power) => z.Select((v, i) => weight[i] * Math.Pow(distribution.Map(v), power)).Sum();
        Assert.Equal(0, Moment(1), 1e-6);
        Assert.Equal(1, Moment(2), 1e-4);
        Assert.Equal(skewness, Moment(3), 0.01);
        Assert.Equal(kurtosis, Moment(4), 0.01 * kurtosis);
    }

    [Theory]
    [InlineData(-1.5, 6)]
    [InlineData(0.9, 2.2)]
    [InlineData(0, 8)]
    public void Map_rises_everywhere_so_that_hills_stay_hills(double skewness, double kurtosis)
    {
        HeightDistribution distribution = HeightDistribution.Of(skewness, kurtosis);
        double[] heights = [.. Enumerable.Range(-500, 1001).Select(i => distribution.Map(i / 100.0))];
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }
}
