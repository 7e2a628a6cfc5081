using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class SpatialTests
{
    [Theory]
    [InlineData(0.3, true, true)]
    [InlineData(1.1, true, true)]
    [InlineData(1.9, true, false)]
    [InlineData(4.0, true, true)]
    [InlineData(0.7, false, false)]
    public void The_cell_grid_finds_every_pair_once_as_trying_all_does(double cutoff, bool periodicPlane, bool periodicHeight)
    {
        var domain = new Domain(new(4, 5, 3), periodicPlane, periodicPlane, periodicHeight);

        // Some points lie beyond the open walls, as particles in the valleys of a foil do.
        Vector3d[] points = [.. Made.Poisson(300, new(4, 5, 3.4), 11).Select(p => p - new Vector3d(0, 0, 0.2))];
        var found = new Collect([]);
        new PairSearch(domain, points, cutoff).Visit(ref found);

        var expected = from i in Enumerable.Range(0, 300) from j in Enumerable.Range(i + 1, 299 - i) where domain.Nearest(points[j] - points[i]).Length <= cutoff select (i, j);
        Assert.Equal(expected.Order(), found.Pairs.Order());
    }

    /// <summary>Nearest neighbour at a, λ = 1/a³: index 1/[Γ(4/3)(4π/3)^(−1/3)] = 1/0.553960.</summary>
    [Fact]
    public void Nearest_neighbours_on_a_cubic_lattice_are_one_spacing_away()
    {
        double[] distances = NearestNeighbours.Distances(Domain.FullyPeriodic(new(6, 6, 6)), Made.Lattice(6, 6, 1.0));

        Assert.All(distances, d => Assert.Equal(1, d, 1e-12));
        Assert.Equal(0.553960, NearestNeighbours.PoissonMean(1), 1e-6);
    }

    [Fact]
    public void A_lone_distant_point_finds_its_neighbour_too()
    {
        Vector3d[] points = [.. Made.Poisson(50, new(1, 1, 1), 1), new(9, 9, 9)];
        double[] distances = NearestNeighbours.Distances(new Domain(new(10, 10, 10), false, false, false), points);
        Assert.Equal(points[..50].Min(p => (p - points[50]).Length), distances[50], 1e-12);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_radial_distribution_of_random_points_is_one_within_the_scatter_of_the_pair_counts(bool periodicHeight)
    {
        var domain = new Domain(new(10, 10, 8), true, true, periodicHeight);
        Vector3d[] points = Made.Poisson(4000, domain.Size, 21);
        double[] g = PairCorrelation.RadialDistribution(domain, points, 0.1, 40);

        // A shell with N expected pairs scatters by 1/√N; 4.5 of that over 40 shells, 1.35 times as much where the weights of the open axis vary (mean square weight below 1.8).
        double spread = periodicHeight ? 4.5 : 4.5 * 1.35;
        Assert.All(Enumerable.Range(0, 40), k =>
        {
            double pairs = 4000.0 * 3999 / 2 * PairCorrelation.ShellVolume(k, 0.1) / domain.Volume;
            Assert.Equal(1, g[k], spread / Math.Sqrt(pairs));
        });
    }

    [Fact]
    public void Spheres_that_cannot_overlap_leave_the_radial_distribution_empty_below_contact()
    {
        double[] g = PairCorrelation.RadialDistribution(Domain.FullyPeriodic(new(8, 8, 8)), Made.Lattice(8, 8, 1.0), 0.1, 12);
        Assert.All(g[..9], v => Assert.Equal(0, v));

        // Six neighbours at distance 1 in the tenth shell, where the 511 other points in 512 would leave 511/512 per volume.
        Assert.Equal(6 / (511.0 / 512 * PairCorrelation.ShellVolume(9, 0.1)), g[9], 1e-9);
    }

    [Fact]
    public void Slabs_cut_a_sphere_into_its_whole()
    {
        Assert.Equal(1, SphereSlab.Share(3, 1, 2, 4), 1e-15);
        Assert.Equal(0.5, SphereSlab.Share(3, 1, 3, 9), 1e-15);

        // Cap of height r/2: π h²(3r − h)/3 = 5π/24 of 4π/3, 5/32.
        Assert.Equal(5.0 / 32, SphereSlab.Share(0, 1, 0.5, 2), 1e-15);
    }

    // Both ways of finding the pairs of many points, by cells and all against all, against a plain double loop; the result is the same on one thread and on two.
    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.5, false)]
    [InlineData(5.0, true)]
    [InlineData(5.0, false)]
    public void Pairs_of_many_points_are_those_of_a_double_loop(double reach, bool periodic)
    {
        const int N = 5203, Shells = 10;
        var domain = new Domain(new(10, 12, 9), periodic, false, periodic);
        Vector3d[] points = Made.Poisson(N, domain.Size, 31);
        double[] expected = new double[Shells], found = PairCorrelation.WeightedPairs(domain, points, reach / Shells, Shells);
        for (int i = 0; i < N; i++)
        {
            for (int j = i + 1; j < N; j++)
            {
                Vector3d d = domain.Nearest(points[j] - points[i]);
                int shell = (int)Math.Ceiling(d.Length / (reach / Shells)) - 1;
                if (shell < Shells)
                {
                    expected[shell] += 2 / ((1 - (Math.Abs(d.Y) / 12)) * (periodic ? 1 : (1 - (Math.Abs(d.X) / 10)) * (1 - (Math.Abs(d.Z) / 9))));
                }
            }
        }

        Assert.All(Enumerable.Range(0, Shells), k => Assert.Equal(expected[k], found[k], 1e-10 * expected[k]));
        Assert.Equal(found, PairCorrelation.WeightedPairs(domain, points, reach / Shells, Shells, threads: 2));
    }

    private readonly record struct Collect(List<(int I, int J)> Pairs) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared) => Pairs.Add((i, j));
    }
}
