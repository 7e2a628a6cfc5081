using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Along an axis that wraps nothing may depend on where the box begins.</summary>
public sealed class DepthTrendTests
{
    private const int Count = 400;

    /// <summary>Places at the quantiles of 1 + a cos 2πz, so that only rounding and the number of places are between the wave and 2a.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    [InlineData(0.8)]
    public void Wave_of_a_cosine_is_twice_its_amplitude_wherever_the_box_begins(double amplitude)
    {
        for (int shift = 0; shift < 5; shift++)
        {
            PointSample sample = Periodic([.. Enumerable.Range(0, 20_000).Select(k => new Vector3d(0.5, 0.5, Quantile(amplitude, (k + 0.5) / 20_000)))], shift / 5.0);
            Assert.Equal(2 * amplitude, DepthTrend.Of(sample), 1e-6);
        }
    }

    /// <summary>ρ of n independent places has ⟨|ρ|²⟩ = 1/n; |ρ|² scatters like an exponential, so that the mean of 1,000 is known to 3.2 %.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Squared_wave_of_points_at_random_is_sixteen_over_their_number(int dimensions)
    {
        double mean = Enumerable.Range(0, 1000).Average(k => Math.Pow(DepthTrend.Of(Random(dimensions, Count, k, 0)), 2));
        Assert.Equal(16.0 / Count, mean, 4 * 16.0 / Count / Math.Sqrt(1000));
    }

    /// <summary>A layer whose middle is denser than its borders has no slope at all; moved on by a quarter of the box it had one, which was a finding of where the box was cut.</summary>
    [Fact]
    public void Denser_middle_is_found_with_the_same_p_wherever_the_box_begins()
    {
        PointTest[] found = [.. new[] { 0, 0.25, 0.6 }.Select(shift =>
        {
            PointSample sample = Random(3, Count, 3, 0.5, shift);
            return PointTest.Adjust([DepthTrend.Test(sample, DepthTrend.Of(sample), [.. Enumerable.Range(0, 199).Select(k => DepthTrend.Of(new PoissonNull(sample).Draw(new(1, StreamName.MonteCarlo, k))))], 0.2)])[0];
        })];
        Assert.All(found, t => Assert.True(t.IsDefect));
        Assert.All(found, t => Assert.Equal(found[0].P, t.P, 1e-12));
        Assert.All(found, t => Assert.Equal(found[0].Effect, t.Effect, 1e-9));

        // Twice the amplitude of 0.5; the wave of 400 places scatters by 4/√(2·400).
        Assert.Equal(1, found[0].Effect, 4 * 4 / Math.Sqrt(2 * Count));
    }

    /// <summary>An axis with ends keeps its slope.</summary>
    [Fact]
    public void Axis_with_ends_has_a_slope_and_an_axis_that_wraps_has_a_wave()
    {
        PointSample wraps = Random(3, 100, 1, 0), ends = wraps with { Window = new(new(1, 1, 1), true, true, false) };
        Assert.Contains(PointBattery.Run(ends, new PoissonNull(ends), 19, 1, 2, stop: TestContext.Current.CancellationToken).Numbers, m => m.Name == "depth slope");
        Assert.Contains(PointBattery.Run(wraps, new PoissonNull(wraps), 19, 1, 2, stop: TestContext.Current.CancellationToken).Numbers, m => m.Name == "depth wave");
    }

    /// <summary>Intervals hold the swing of sets whose profile is known at least as often as they say, also where it is nothing, and do not take in everything.</summary>
    [Theory]
    [InlineData(0, 0.35)]
    [InlineData(0.3, 1)]
    public void Interval_of_the_wave_holds_the_truth(double amplitude, double widest)
    {
        Interval[] intervals = [.. Enumerable.Range(0, 300).Select(k =>
        {
            PointSample sample = Random(3, Count, k, amplitude, k / 300.0);
            return PointIntervals.Add(sample, [new("depth wave", DepthTrend.Of(sample), "-")])[0].Interval!.Value;
        })];
        int held = intervals.Count(i => i.Contains(2 * amplitude));
        Assert.True(held >= 300 * (0.95 - (4 * Math.Sqrt(0.95 * 0.05 / 300))), $"{held} of 300");
        Assert.True(intervals.Average(i => i.High - i.Low) < 1.1 && intervals.Average(i => i.Low) <= widest);
    }

    private static PointSample Random(int dimensions, int count, int seed, double amplitude, double shift = 0)
    {
        var random = new RandomStream((ulong)(100 + seed), StreamName.MonteCarlo);
        Vector3d[] places = [.. Enumerable.Range(0, count).Select(_ =>
        {
            double depth = Quantile(amplitude, random.NextDouble());
            return dimensions == 3 ? new Vector3d(random.NextDouble(), random.NextDouble(), depth) : new(random.NextDouble(), depth, 0);
        })];
        return dimensions == 3 ? Periodic(places, shift) : PointSample.Plane(1, 1, true, true, places, []);
    }

    private static PointSample Periodic(Vector3d[] places, double shift) => new(Domain.FullyPeriodic(new(1, 1, 1)), 3, [.. places.Select(p => p with { Z = (p.Z + shift) % 1 })], []);

    /// <summary>Where a share of the mass of 1 + a cos 2πz lies below.</summary>
    private static double Quantile(double amplitude, double share)
    {
        (double low, double high) = (0, 1);
        for (int k = 0; k < 60; k++)
        {
            double middle = (low + high) / 2;
            (low, high) = middle + (amplitude * Math.Sin(2 * Math.PI * middle) / (2 * Math.PI)) < share ? (middle, high) : (low, middle);
        }

        return low;
    }
}
