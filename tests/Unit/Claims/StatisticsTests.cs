using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class StatisticsTests
{
    /// <summary>Published table of Student's t, two-sided 95 %, printed to three decimals.</summary>
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(8, 2.365)]
    [InlineData(10, 2.262)]
    [InlineData(20, 2.093)]
    [InlineData(31, 2.042)]
    public void The_t_quantile_is_that_of_the_published_table(int replicates, double expected) =>
        Assert.Equal(expected, StudentInterval.Quantile(replicates), 0.0005);

    [Fact]
    public void The_interval_of_a_mean_is_t_standard_errors_wide()
    {
        // 1, 2, 3: mean 2, s = 1, t(2) = 4.3027.
        Interval interval = StudentInterval.OfMean([1, 2, 3])!.Value;
        Assert.Equal(2 - (4.30265 / Math.Sqrt(3)), interval.Low, 1e-4);
        Assert.Equal(2 + (4.30265 / Math.Sqrt(3)), interval.High, 1e-4);
    }

    [Fact]
    public void Replicates_that_agree_give_an_interval_of_no_width() =>
        Assert.Equal(new Interval(0, 0), StudentInterval.OfMean([0, 0, 0, 0, 0, 0, 0, 0]));

    /// <summary>Clopper and Pearson's own chart and later tables: 0 of 10, 5 of 10, 10 of 10, 81 of 263.</summary>
    [Theory]
    [InlineData(0, 10, 0, 0.3085)]
    [InlineData(5, 10, 0.1871, 0.8129)]
    [InlineData(10, 10, 0.6915, 1)]
    [InlineData(81, 263, 0.2527, 0.3676)]
    public void The_interval_of_a_proportion_is_that_of_published_tables(int seen, int of, double low, double high)
    {
        Interval interval = ProportionInterval.Of(seen, of);
        Assert.Equal(low, interval.Low, 6e-5);
        Assert.Equal(high, interval.High, 6e-5);
    }

    [Fact]
    public void One_replicate_has_no_interval()
    {
        Assert.Null(StudentInterval.OfMean([1.0]));
        Assert.Null(RatioOfMeans.IntervalOf([1.0], [1.0]));
    }

    [Fact]
    public void The_interval_of_a_mean_holds_the_truth_95_times_in_100()
    {
        // 4000 trials: standard error of the coverage 0.0034, allowed four of them.
        Assert.InRange(Coverage(Trial), 0.95 - 0.0138, 0.95 + 0.0138);

        static bool Trial(RandomStream random) =>
            StudentInterval.OfMean([.. Enumerable.Range(0, 8).Select(_ => 3 + random.NextGaussian())])!.Value.Contains(3);
    }

    [Fact]
    public void The_interval_of_a_ratio_of_paired_means_holds_the_truth_about_95_times_in_100()
    {
        // Film and null share a lognormal factor of 30 % and differ by 20 % each, as variances from some tens of windows do; the true ratio is 1.4.
        // The jackknife is asymptotic: a percent or two may be missing at 8 replicates.
        Assert.InRange(Coverage(Trial), 0.92, 0.97);

        static bool Trial(RandomStream random)
        {
            double[] shared = [.. Enumerable.Range(0, 8).Select(_ => Math.Exp(0.3 * random.NextGaussian()))];
            double[] film = [.. shared.Select(s => 1.4 * s * Math.Exp(0.2 * random.NextGaussian()))];
            double[] none = [.. shared.Select(s => s * Math.Exp(0.2 * random.NextGaussian()))];
            return RatioOfMeans.IntervalOf(film, none)!.Value.Contains(1.4);
        }
    }

    [Fact]
    public void The_ratio_of_exactly_proportional_pairs_has_no_uncertainty()
    {
        double[] none = [1, 2, 3, 5];
        Interval interval = RatioOfMeans.IntervalOf([.. none.Select(v => 2 * v)], none)!.Value;
        Assert.Equal(2, interval.Low, 1e-12);
        Assert.Equal(2, interval.High, 1e-12);
    }

    [Fact]
    public void A_null_that_never_varies_gives_no_ratio() => Assert.True(double.IsNaN(RatioOfMeans.Of([1, 2], [0, 0])));

    [Fact]
    public void Few_null_films_give_their_range_and_many_their_outer_quantiles()
    {
        Assert.Equal(new Interval(1, 9), NullBand.Of([3, 9, 1]));
        Interval band = NullBand.Of([.. Enumerable.Range(0, 1001).Select(i => i / 1000.0)])!.Value;
        Assert.Equal(0.025, band.Low, 1e-12);
        Assert.Equal(0.975, band.High, 1e-12);
        Assert.Null(NullBand.Of([]));
    }

    private static double Coverage(Func<RandomStream, bool> trial)
    {
        var random = new RandomStream(1, StreamName.MonteCarlo);
        return Enumerable.Range(0, 4000).Count(_ => trial(random)) / 4000.0;
    }
}
