using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class SizeDistributionTests
{
    /// <summary>Log-normal by volume in 60 classes: median 1 um, σ_g 1.5.</summary>
    private static SizeDistribution LogNormal()
    {
        double[] edges = [.. Enumerable.Range(0, 61).Select(i => 1e-6 * Math.Exp((i - 30) / 15.0))];
        return SizeDistribution.FromClasses("powder", edges, [.. Enumerable.Range(0, 60).Select(i => Math.Exp(-Math.Pow((i - 29.5) / 15.0 / Math.Log(1.5), 2) / 2))]);
    }

    [Fact]
    public void Spheres_drawn_by_number_reproduce_the_distribution_by_volume()
    {
        SizeDistribution sizes = SizeDistribution.FromClasses("powder", [1e-7, 2e-7, 5e-7, 1e-6, 2e-6], [0.1, 0, 0.6, 0.3]);
        double[] drawn = [.. Enumerable.Range(0, 200_000).Select(i => sizes.SampleDiameter((i + 0.5) / 200_000))];
        double total = drawn.Sum(d => d * d * d);
        double Below(double edge) => drawn.Where(d => d < edge).Sum(d => d * d * d) / total;

        // Evenly spaced numbers leave an error of about one coarse sphere in the volume: 8e-18 of 1e-13 m³.
        Assert.Equal(0.1, Below(2e-7), 1e-3);
        Assert.Equal(0.1, Below(4.99e-7), 1e-3);
        Assert.Equal(0.7, Below(1e-6), 1e-3);

        // Inside a class volume is even in ln d: half of it below the geometric centre.
        Assert.Equal(0.05, Below(Math.Sqrt(2) * 1e-7), 1e-3);
    }

    [Fact]
    public void A_class_without_volume_is_never_drawn_however_fine()
    {
        SizeDistribution sizes = SizeDistribution.FromClasses("powder", [1e-9, 1e-6, 2e-6, 1e-3], [0, 1, 0]);
        Assert.Equal(1e-6, sizes.SampleDiameter(0), 1e-18);
        Assert.Equal(2e-6, sizes.SampleDiameter(1), 1e-18);
        Assert.Equal((1e-6, 2e-6), (sizes.VolumePercentile(0), sizes.VolumePercentile(1)));
        Assert.Equal([0, 1, 0], sizes.NumberFraction);
    }

    [Fact]
    public void Number_falls_with_the_cube_of_size()
    {
        // Equal volume in classes one decade apart: a thousand times the number in the finer one.
        double[] number = SizeDistribution.FromClasses("powder", [1e-7, 1e-6, 1e-5], [1, 1]).NumberFraction;
        Assert.Equal(1000, number[0] / number[1], 1e-9);
    }

    [Fact]
    public void Means_and_median_of_a_log_normal_obey_hatch_and_choate()
    {
        SizeDistribution sizes = LogNormal();
        double variance = Math.Pow(Math.Log(1.5), 2);

        // By volume: D[4,3] = D50 exp(σ²/2), D[3,2] = D50 exp(−σ²/2); classes 7 % wide and cut at ±5σ leave less than 1e-3.
        Assert.Equal(1, sizes.D50 / 1e-6, 1e-3);
        Assert.Equal(Math.Exp(variance / 2), sizes.MeanD43 / 1e-6, 1e-3);
        Assert.Equal(Math.Exp(-variance / 2), sizes.MeanD32 / 1e-6, 1e-3);

        // The number median lies at D50 exp(−3σ²).
        Assert.Equal(Math.Exp(-3 * variance), sizes.SampleDiameter(0.5) / 1e-6, 2e-3);
    }

    [Fact]
    public void A_log_normal_is_recognised_and_two_peaks_are_not_taken_for_one()
    {
        var fit = LogNormalFit.Of(LogNormal());
        Assert.Null(fit.Warning);
        Assert.Equal((1.0, 1.5), (fit.Median / 1e-6, fit.GeometricDeviation), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-3 && Math.Abs(a.Item2 - b.Item2) < 2e-3);
        double[] edges = [.. Enumerable.Range(0, 8).Select(i => 1e-7 * Math.Pow(2, i))];
        Assert.Contains("2 peaks", LogNormalFit.Of(SizeDistribution.FromClasses("two", edges, [1, 5, 1, 0.1, 1, 6, 1])).Warning, StringComparison.Ordinal);
        Assert.Contains("log-normal", LogNormalFit.Of(SizeDistribution.FromClasses("flat", edges, [1, 1, 1, 1, 1, 1, 30])).Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Cumulative_volume_and_its_percentiles_are_inverse()
    {
        SizeDistribution sizes = LogNormal();
        foreach (double p in (double[])[0.001, 0.1, 0.37, 0.5, 0.9, 0.999])
        {
            Assert.Equal(p, sizes.VolumeBelow(sizes.VolumePercentile(p)), 1e-9);
        }
    }

    [Fact]
    public void Cutting_the_finest_tail_leaves_the_rest_of_the_volume_as_it_was()
    {
        SizeDistribution sizes = LogNormal(), cut = sizes.WithoutFinest(0.02);
        Assert.Equal(sizes.VolumePercentile(0.02), cut.Edges[0], 1e-15);
        Assert.Equal(sizes.VolumePercentile(0.02 + (0.98 * 0.4)), cut.VolumePercentile(0.4), 1e-12);
        Assert.Equal([2e-6, 3e-6], SizeDistribution.FromDiameters("list", [3e-6, 1e-7, 2e-6]).WithoutFinest(0.01).Diameters);
    }

    [Fact]
    public void A_list_draws_its_own_diameters()
    {
        SizeDistribution list = SizeDistribution.FromDiameters("list", [3e-6, 1e-6, 2e-6]);
        Assert.Equal([1e-6, 2e-6, 3e-6], ((double[])[0.1, 0.5, 0.9]).Select(list.SampleDiameter));
        Assert.Equal(98.0 / 36, list.MeanD43 * 1e6, 1e-9);
        Assert.Equal(36.0 / 14, list.MeanD32 * 1e6, 1e-9);
        Assert.Equal(3e-6, list.D50);
    }

    [Fact]
    public void Scaling_moves_every_diameter_and_no_volume()
    {
        SizeDistribution sizes = LogNormal(), half = sizes.Scaled(0.5);
        Assert.Equal(sizes.D90 / 2, half.D90, 1e-15);
        Assert.Equal(sizes.VolumeFraction, half.VolumeFraction);
    }

    [Fact]
    public void Impossible_classes_are_refused()
    {
        void Refused(string expected, double[] edges, double[] volume) =>
            Assert.Contains(expected, Assert.Throws<InputException>(() => SizeDistribution.FromClasses("p", edges, volume)).Message, StringComparison.Ordinal);
        Refused("2 edges", [1e-6, 2e-6, 3e-6], [1]);
        Refused("edges must grow", [1e-6, 1e-6], [1]);
        Refused("class edge 1 is 0 m", [0, 1e-6], [1]);
        Refused("class edge 2 is NaN", [1e-6, double.NaN], [1]);
        Refused("class edge 2 is 2 m", [1e-6, 2], [1]);
        Refused("zero or positive", [1e-6, 2e-6], [-1]);
        Refused("zero or positive", [1e-6, 2e-6], [double.PositiveInfinity]);
        Refused("no class holds", [1e-6, 2e-6], [0]);
        Assert.Throws<InputException>(() => SizeDistribution.FromDiameters("p", []));
        Assert.Throws<InputException>(() => SizeDistribution.FromDiameters("p", [1e-6, -1e-6]));
    }
}
