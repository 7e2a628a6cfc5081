using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Smooth pair correlation and mark correlation against cases that can be worked out by hand.</summary>
public sealed class PairFunctionTests
{
    // Every point of a cubic lattice has six neighbours at 1, and none up to √2.
    [Theory]
    [InlineData(0.90)]
    [InlineData(1.00)]
    [InlineData(1.08)]
    public void Smooth_pair_correlation_of_a_lattice_is_the_kernel_about_its_spacing(double r)
    {
        const double H = 0.2;
        PointSample sample = new(Domain.FullyPeriodic(new(6, 6, 6)), 3, Made.Lattice(6, 6, 1.0), []);
        double g = SmoothPairCorrelation.Of(sample, r, 1, H)[0], t = (r - 1) / H;
        Assert.Equal(216.0 / 215 * 6 * 0.75 / H * (1 - (t * t)) / (4 * Math.PI), g, 1e-9);
    }

    // Four neighbours at 1 in the plane, none up to √2; periodic along both axes.
    [Fact]
    public void Smooth_pair_correlation_of_a_square_lattice_is_the_kernel_about_its_spacing()
    {
        const double H = 0.2;
        Vector3d[] points = [.. Enumerable.Range(0, 64).Select(k => new Vector3d(k % 8, k / 8, 0))];
        double g = SmoothPairCorrelation.Of(PointSample.Plane(8, 8, true, true, points, []), 1, 1, H)[0];
        Assert.Equal(64.0 / 63 * 4 * 0.75 / H / (2 * Math.PI), g, 1e-9);
    }

    // With N pairs expected under the kernel, whose ∫k² is 3/(5h), the scatter is √(3/(5h)·1/(N per r)); 4.5 of that, 1.35 times as much for the weights of the open axis.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Smooth_pair_correlation_of_random_points_is_one_within_the_scatter_of_the_pairs(bool periodicHeight)
    {
        const double H = 0.15;
        const int N = 4000;
        var domain = new Domain(new(10, 10, 8), true, true, periodicHeight);
        double[] g = SmoothPairCorrelation.Of(new(domain, 3, Made.Poisson(N, domain.Size, 5), []), 0.1, 30, H);
        Assert.All(Enumerable.Range(3, 27), k =>
        {
            double r = (k + 1) * 0.1, pairsPerLength = N * (N - 1.0) / 2 * 4 * Math.PI * r * r / domain.Volume;
            Assert.Equal(1, g[k], (periodicHeight ? 4.5 : 4.5 * 1.35) * Math.Sqrt(0.6 / H / pairsPerLength));
        });
    }

    [Fact]
    public void Marks_that_are_all_the_same_correlate_as_one_at_every_distance()
    {
        PointSample sample = new(new(new(5, 5, 5), false, true, false), 3, Made.Poisson(500, new(5, 5, 5), 3), []);
        Assert.All(MarkCorrelation.Of(sample, [.. sample.Positions.Select(_ => 2.5)], 0.1, 20).Where(double.IsFinite), v => Assert.Equal(1, v, 1e-12));
    }

    // Pairs 0.2 apart, far from each other. Both of a pair weigh 1, or both 3: at 0.2 E[m²]/E[m]² = 5/4. One of each: 1·3/2² = 3/4.
    [Theory]
    [InlineData(true, 5.0 / 4)]
    [InlineData(false, 3.0 / 4)]
    public void Marks_of_pairs_that_agree_or_differ_correlate_as_worked_out_by_hand(bool agree, double expected)
    {
        Vector3d[] points = [.. Enumerable.Range(0, 64).SelectMany(k => new Vector3d[] { new((k % 4) + 0.4, (k / 4 % 4) + 0.5, (k / 16) + 0.5), new((k % 4) + 0.6, (k / 4 % 4) + 0.5, (k / 16) + 0.5) })];
        double[] marks = [.. Enumerable.Range(0, 128).Select(i => (agree ? i / 2 % 2 : i % 2) == 0 ? 1.0 : 3.0)];
        Assert.Equal(expected, MarkCorrelation.Of(new(Domain.FullyPeriodic(new(4, 4, 4)), 3, points, []), marks, 0.2, 1, 0.05)[0], 1e-12);
    }

    // Independent marks m = 1 or 3: each term m_i m_j/m̄² has variance (5/4)² − 1 = 0.5625, of which marks shared between pairs leave no more than the marks' own 2·0.25/n.
    [Fact]
    public void Independent_marks_correlate_as_one_within_their_scatter()
    {
        const int N = 4000;
        var random = new RandomStream(8, StreamName.MonteCarlo);
        PointSample sample = new(Domain.FullyPeriodic(new(10, 10, 10)), 3, Made.Poisson(N, new(10, 10, 10), 12), []);
        double[] marks = [.. Enumerable.Range(0, N).Select(_ => random.NextDouble() < 0.5 ? 1.0 : 3.0)];
        double[] found = MarkCorrelation.Of(sample, marks, 0.1, 15, 0.1);
        Assert.All(Enumerable.Range(4, 11), k =>
        {
            double r = (k + 1) * 0.1, pairs = N * (N - 1.0) / 2 * 4 * Math.PI * r * r * 0.1 / 0.6 / 1000;
            Assert.Equal(1, found[k], 4.5 * Math.Sqrt((0.5625 / pairs) + (1.0 / N)));
        });
    }

    // Balls about the points of a cubic lattice do not meet up to half its spacing, and no neighbour is nearer than that.
    [Fact]
    public void Empty_space_and_its_contrast_of_a_lattice_are_the_volume_of_its_balls()
    {
        PointSample sample = new(Domain.FullyPeriodic(new(3, 3, 3)), 3, Made.Lattice(3, 3, 1.0), []);
        double[] f = EmptySpace.Function(sample, 0.1, 5, 0.0191), j = EmptySpace.Contrast(sample, 0.1, 5, 0.0191);
        Assert.All(Enumerable.Range(0, 5), k =>
        {
            double ball = 4 * Math.PI / 3 * Math.Pow((k + 1) * 0.1, 3);

            // Some 1.3·10⁴ of the places lie where a ball's surface cuts theirs: a scatter of about 4·10⁻⁴.
            Assert.Equal(ball, f[k], 2e-3);
            Assert.Equal(1 / (1 - ball), j[k], 2e-3 / (1 - ball) / (1 - ball));
        });
    }

    // Places on a grid would all lie at a few distances from a lattice in step with it; the study takes at most 20,000 of them. A square lattice: its discs do not meet up to half the spacing.
    [Theory]
    [InlineData(8, 3)]
    [InlineData(10, 2)]
    public void Empty_space_of_a_lattice_in_step_with_the_window_is_found_by_the_study(int edge, int dimensions)
    {
        Vector3d[] points = [.. Made.Lattice(edge, dimensions == 3 ? edge : 1, 1.0).Select(p => dimensions == 3 ? p : new Vector3d(p.X, p.Y, 0))];
        PointSample sample = dimensions == 3 ? new(Domain.FullyPeriodic(new(edge, edge, edge)), 3, points, []) : PointSample.Plane(edge, edge, true, true, points, []);
        Curve f = PointDescription.Of(sample, [], new PoissonNull(sample), 1, 2, stop: TestContext.Current.CancellationToken).Single(c => c.Name == "empty-space function");
        foreach ((double r, double value) in f.X.Zip(f.Y).Where(p => p.First <= 0.5))
        {
            // 4,096 and 400 places, whose discrepancy is well below the scatter √(F(1 − F)/n) ≤ 0.025 of as many at random.
            Assert.Equal(dimensions == 3 ? 4 * Math.PI / 3 * r * r * r : Math.PI * r * r, value, dimensions == 3 ? 8e-3 : 2.5e-2);
        }
    }

    // 400 points in a window of 1000 × 1 × 0.1: ten a cell are 40 cells side by side, whatever the window's other edges.
    [Fact]
    public void Cells_of_a_thin_window_hold_the_points_asked_for()
    {
        PointSample sample = new(Domain.FullyPeriodic(new(1000, 1, 0.1)), 3, Made.Poisson(400, new(1000, 1, 0.1), 3), []);
        Assert.Equal(40, QuadratCounts.Holding(sample, 10).Counts.Length);
        PointSample sheet = new(Domain.FullyPeriodic(new(20, 20, 0.1)), 3, Made.Poisson(1000, new(20, 20, 0.1), 3), []);
        Assert.Equal(100, QuadratCounts.Holding(sheet, 10).Counts.Length);
    }
}
