using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class QuadratVarianceTests
{
    [Fact]
    public void A_lattice_in_windows_of_whole_cells_varies_not_at_all()
    {
        Vector3d[] lattice = Made.Lattice(8, 8, 1.0);
        var windows = new WindowGrid(Domain.Film(8, 8, 8), 0, 8, 2);
        BallMass[] balls = [.. lattice.Select(p => new BallMass(p, 0.4, 1))];

        Assert.Equal(64, windows.Windows);
        Assert.Equal(0, WindowGrid.SquaredVariation(windows.Amounts(balls)), 1e-20);
    }

    [Fact]
    public void Points_placed_at_random_have_a_squared_variation_of_one_over_their_mean_number()
    {
        // 8000 windows of 20 points: expected (1 − 1/8000)/20. Relative standard error of a variance from m windows √(2/m) = 1.6 %; four of them allowed.
        Vector3d[] points = Made.Poisson(160_000, new(10, 10, 10), 1);
        var windows = new WindowGrid(Domain.Film(10, 10, 10), 0, 10, 0.5);
        double variation = WindowGrid.SquaredVariation(windows.Amounts([.. points.Select(p => new BallMass(p, 0, 1))]));

        Assert.Equal(8000, windows.Windows);
        Assert.Equal(0.05, variation, 0.05 * 0.064);
    }

    [Fact]
    public void Particles_in_groups_of_ten_vary_ten_times_as_much_as_single_ones()
    {
        // CV² = k/n̄ where k particles lie together. 4096 windows, relative standard error 2.2 % for each: 4·√2·2.2 % allowed on the ratio.
        Vector3d[] single = Made.Poisson(81_920, new(16, 16, 16), 2), grouped = Made.Poisson(8192, new(16, 16, 16), 3);
        var windows = new WindowGrid(Domain.Film(16, 16, 16), 0, 16, 1);
        double one = WindowGrid.SquaredVariation(windows.Amounts([.. single.Select(p => new BallMass(p, 0, 1))]));
        double ten = WindowGrid.SquaredVariation(windows.Amounts([.. grouped.Select(p => new BallMass(p, 0, 10))]));

        Assert.Equal(10, ten / one, 1.25);
    }

    [Fact]
    public void Every_ball_that_lies_in_the_windows_is_counted_once()
    {
        // Windows that fill the period and the height exactly: whatever the shift, nothing is lost or counted twice.
        var random = new RandomStream(4, StreamName.MonteCarlo);
        BallMass[] balls = [.. Made.Poisson(500, new(6, 6, 4), 5).Select(p => new BallMass(new(p.X, p.Y, 1 + p.Z), 0.9 * random.NextDouble(), 1))];
        double[][] amounts = new WindowGrid(Domain.Film(6, 6, 8), 0, 6, 2).Amounts(balls);

        Assert.All(amounts, a => Assert.Equal(500, a.Sum(), 1e-9));
    }

    [Fact]
    public void Shifts_average_out_where_the_borders_of_windows_happen_to_cut()
    {
        // Averaged over all places of the grid, in closed form: two points share windows of edge w as often as their lags leave, Π(w − |lag|), on a height that slides by its slack. With N windows a grid of which the union is
        // U, the mean of s² is N/(N − 1)·(⟨V²⟩ − ⟨U²⟩/N²). What 21 × 21 × 12 shifts leave of 8 % scatter between grids is far below 2 %.
        Vector3d[] points = Made.Poisson(440, new(3.05, 3.05, 2.4), 7);
        var windows = new WindowGrid(Domain.Film(3.05, 3.05, 2.4), 0, 2.4, 1);
        double[][] amounts = windows.Amounts([.. points.Select(p => new BallMass(p, 0, 1))]);

        Assert.Equal(18, windows.Windows);
        Assert.Equal(1, WindowGrid.Variance(amounts) / AveragedOverAllShifts(points, 3.05, 2.4), 0.02);
    }

    [Fact]
    public void The_sample_points_carry_the_volume_centre_and_second_moments_of_a_ball()
    {
        Vector3d[] points = [.. BallMass.Samples.ToArray().Select(s => new Vector3d(BallMass.Steps[s.X], BallMass.Steps[s.Y], BallMass.Steps[s.Z]))];

        Assert.Equal(32, points.Length);
        Assert.All(points, p => Assert.True(p.Length <= 1));
        Assert.Equal(0, points.Sum(p => p.X), 1e-12);
        Assert.Equal(0.2, points.Average(p => p.X * p.X), 1e-12);
        Assert.Equal(0.2, points.Average(p => p.Z * p.Z), 1e-12);
        Assert.Equal(0, points.Average(p => p.X * p.Y), 1e-12);
    }

    [Fact]
    public void A_window_size_with_fewer_than_eight_windows_is_not_reported()
    {
        // Width 3.1, bulk about 3 high, median diameter 0.5: 27 windows of 1, one of 2, none of 4.
        ParticleSet particles = Made.Particles(Made.Poisson(200, new(3.1, 3.1, 3.4), 6), 0.25);
        ElectrodeState film = Made.Film(3.1, 3.4, particles);
        AnalysisResult result = Pooling.Pool([Made.Sample(film, null, film)]);

        Assert.NotNull(result.Find("quadrat variance, 2 d50 windows"));
        Assert.Null(result.Find("quadrat variance, 4 d50 windows"));
        Assert.Null(result.Find("quadrat variance ratio, 8 d50 windows"));
    }

    [Fact]
    public void A_film_that_is_its_own_null_has_a_variance_ratio_of_exactly_one()
    {
        ElectrodeState[] films = [.. Enumerable.Range(0, 4).Select(k => Made.Film(4, 4, Made.Particles(Made.Poisson(300, new(4, 4, 4), (ulong)k), 0.25)))];
        Measurement ratio = Pooling.Pool([.. films.Select(f => Made.Sample(f, null, f))]).Find("quadrat variance ratio, 2 d50 windows")!;

        Assert.Equal(1, ratio.Value, 1e-12);
        Assert.Equal(new Interval(1, 1), new Interval(Math.Round(ratio.Interval!.Value.Low, 12), Math.Round(ratio.Interval.Value.High, 12)));
    }

    /// <summary>Mean over all shifts of the variance between 3 × 3 × 2 windows of edge 1.</summary>
    private static double AveragedOverAllShifts(Vector3d[] points, double width, double height)
    {
        double windows = 0, union = 0;
        foreach (Vector3d p in points)
        {
            foreach (Vector3d q in points)
            {
                windows += Shared(p.X - q.X, width, 1) * Shared(p.Y - q.Y, width, 1) * Stacked(p.Z, q.Z, height - 2, 1, 2);
                union += Shared(p.X - q.X, width, 3) * Shared(p.Y - q.Y, width, 3) * Stacked(p.Z, q.Z, height - 2, 2, 1);
            }
        }

        // 9 windows a layer: each pair is counted for one of them, at all its places.
        return 18 / 17.0 * ((windows / 2) - (union / (18 * 18)));
    }

    /// <summary>Share of the places round a period at which a run of a length holds both of two points a lag apart.</summary>
    private static double Shared(double lag, double period, double length)
    {
        double d = Math.Abs(lag - (period * Math.Round(lag / period)));
        return (Math.Max(0, length - d) + Math.Max(0, length - (period - d))) / period;
    }

    /// <summary>Number of slices of a stack, averaged over its slide between 0 and the slack, that hold both heights.</summary>
    private static double Stacked(double a, double b, double slack, double edge, int slices) => Enumerable.Range(0, slices).Sum(k =>
        Math.Max(0, Math.Min(slack, Math.Min(a, b) - (k * edge)) - Math.Max(0, Math.Max(a, b) - ((k + 1) * edge))) / slack);
}
