using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Intervals of functions of distance against sets of the same making.</summary>
public sealed class PointBlockTests
{
    private const int Sets = 200;
    private const int Points = 300;
    private const int Steps = 10;
    private const double Step = 0.003;

    /// <summary>Points at random, half of either kind, in an open square, at half a spacing: K = πr², L − r = 0, g = 1, G = F = 1 − exp(−n̂πr²), J = 1, K between kinds as within; marks know nothing of each other.</summary>
    [Fact]
    public void Intervals_of_functions_hold_the_truth_about_as_often_as_they_say()
    {
        double r = Steps * Step, ball = Math.PI * r * r, within = 1 - Math.Exp(-Points * ball);
        (string Name, double Truth, Func<PointBlocks, PointSample, Interval?[]> Of)[] functions =
        [
            ("K", ball, (b, _) => b.Ripley(Step, Steps)), ("L", 0, (b, _) => b.CentredL(Step, Steps)), ("g", 1, (b, _) => b.PairCorrelation(Step, Steps)),
            ("G", within, (b, _) => b.Neighbourhood(Step, Steps, 0.02).G), ("F", within, (b, _) => b.Neighbourhood(Step, Steps, 0.02).F), ("J", 1, (b, _) => b.Neighbourhood(Step, Steps, 0.02).J),
            ("mark correlation", 1, (b, s) => b.MarkCorrelation(s.Radii, Step, Steps)), ("K between kinds", ball, (b, _) => b.CrossRipley([.. Enumerable.Range(0, Points).Select(i => i % 2)], 0, 1, Step, Steps)),
        ];
        int[] held = new int[functions.Length];
        for (int k = 0; k < Sets; k++)
        {
            RandomStream random = new((ulong)(50 + k), StreamName.MonteCarlo);
            PointSample sample = PointSample.Plane(1, 1, false, false, [.. Enumerable.Range(0, Points).Select(_ => new Vector3d(random.NextDouble(), random.NextDouble(), 0))], [.. Enumerable.Range(0, Points).Select(_ => 1e-4 * (1 + random.NextDouble()))]);
            var blocks = new PointBlocks(sample);
            for (int f = 0; f < functions.Length; f++)
            {
                held[f] += functions[f].Of(blocks, sample)[^1] is { } i && i.Contains(functions[f].Truth) ? 1 : 0;
            }
        }

        // Four deviations below 95 of 100, and two more for what sixteen blocks leave out.
        Assert.All(functions.Index(), f => Assert.True(held[f.Index] >= 0.87 * Sets, $"{f.Item.Name}: {held[f.Index]} of {Sets}"));
    }

    /// <summary>Sums of all blocks give the estimator itself: the interval's middle on its scale.</summary>
    [Fact]
    public void Intervals_lie_about_the_estimates_that_are_reported()
    {
        RandomStream random = new(7, StreamName.MonteCarlo);
        var sample = new PointSample(new(new(1, 1.2, 0.8), true, false, true), 3, [.. Enumerable.Range(0, 500).Select(_ => new Vector3d(random.NextDouble(), 1.2 * random.NextDouble(), 0.8 * random.NextDouble()))], []);
        double[] k = PairCorrelation.Ripley(sample.Window, sample.Positions, 0.01, 8), g = SmoothPairCorrelation.Of(sample, 0.01, 8), f = EmptySpace.Function(sample, 0.01, 8, 0.05);
        var blocks = new PointBlocks(sample);
        Interval Last(Interval?[] all) => all[^1]!.Value;
        Assert.Equal(k[^1], Math.Sqrt(Last(blocks.Ripley(0.01, 8)).Low * Last(blocks.Ripley(0.01, 8)).High), 1e-9 * k[^1]);
        Assert.Equal(g[^1], Math.Sqrt(Last(blocks.PairCorrelation(0.01, 8)).Low * Last(blocks.PairCorrelation(0.01, 8)).High), 1e-9 * g[^1]);
        double Odds(double p) => Math.Log(p / (1 - p));
        Interval empty = Last(blocks.Neighbourhood(0.01, 8, 0.05).F);
        Assert.Equal(Odds(f[^1]), (Odds(empty.Low) + Odds(empty.High)) / 2, 1e-9);
    }
}
