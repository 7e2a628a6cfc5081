using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Estimators against independent programs (scipy and others) on stored point sets. The coordinates have nine decimals, so that lengths agree to about 1e-9.</summary>
public sealed class ReferencePointTests
{
    public static TheoryData<string> Names { get; } =
        ["s3_agglom", "s3_bitype_random", "s3_csr", "s3_graded", "s3_jitter", "s3_lognormal", "s3_rsa10", "s3_rsa30", "s3_thomas"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nearest_neighbours_agree(string name)
    {
        var set = ReferencePoints.Load(name);
        double[] distances = NearestNeighbours.Distances(set.Domain, set.Positions);

        Close(set.Number("nn", "mean"), distances.Average(), 2e-9);
        Close(set.Number("nn", "min"), distances.Min(), 2e-8);
        Close(set.Number("nn", "max"), distances.Max(), 2e-9);
        Close(set.Number("clark_evans", "R"), distances.Average() / NearestNeighbours.PoissonMean(distances.Length / set.Domain.Volume), 2e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ripleys_function_agrees(string name)
    {
        var set = ReferencePoints.Load(name);
        double[] expected = set.Numbers("K", "K"), r = set.Numbers("K", "r");
        double[] found = PairCorrelation.Ripley(set.Domain, set.Positions, r[0], r.Length);
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, found[e.Index], 1e-8 * e.Item));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pair_counts_agree_exactly(string name)
    {
        var set = ReferencePoints.Load(name);
        foreach ((double r, double pairs) in set.Numbers("pair_counts", "r").Zip(set.Numbers("pair_counts", "unordered_pairs_le_r")))
        {
            Assert.Equal((int)pairs, Contacts.Find(set.Domain, set.Positions, [.. set.Positions.Select(_ => r / 2)], 0).Count);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_depth_slope_agrees(string name)
    {
        var set = ReferencePoints.Load(name);
        Assert.Equal(set.Number("depth", "slope_rel"), DepthSlope.Of(set.Positions.Select(p => p.Z), set.Positions.Select(_ => 1.0), set.Domain.Size.Z), 1e-8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Contact_clusters_agree_exactly(string name)
    {
        var set = ReferencePoints.Load(name);
        foreach ((string key, double gap) in new[] { ("gap<=0.01*mean r", 0.01), ("gap<=0.1*mean r", 0.1) })
        {
            IReadOnlyList<(int I, int J)> contacts = Contacts.Find(set.Domain, set.Positions, set.Radii, gap * set.Radii.Average());
            int[] sizes = Contacts.ClusterSizes(set.Radii.Length, contacts);

            Assert.Equal((int)set.Number("contacts", key, "bonds"), contacts.Count);
            Assert.Equal((int)set.Number("contacts", key, "largest"), sizes.Max());
            Assert.Equal((int)set.Number("contacts", key, "components"), (int)Math.Round(sizes.Sum(s => 1.0 / s)));
            Assert.Equal(set.Number("contacts", key, "fraction_in_components_ge5"), sizes.Count(s => s >= 5) / (double)sizes.Length, 1e-9);
        }
    }

    /// <summary>Cubic boxes alone: the reference divides the box, the windows here are cubes. Its variance-to-mean ratio is CV² times the mean count.</summary>
    [Theory]
    [InlineData("s3_csr")]
    [InlineData("s3_rsa30")]
    [InlineData("s3_thomas")]
    [InlineData("s3_graded")]
    public void Counts_in_windows_agree(string name)
    {
        var set = ReferencePoints.Load(name);
        foreach (int n in new[] { 2, 4, 8 })
        {
            double[] counts = new WindowGrid(set.Domain, 0, set.Domain.Size.Z, set.Domain.Size.X / n).Amounts([.. set.Positions.Select(p => new BallMass(p, 0, 1))])[0];
            Close(set.Number("quadrats", $"{n}^3", "VMR"), WindowGrid.SquaredVariation([counts]) * counts.Average(), 1e-8);
            Assert.Equal((int)set.Number("quadrats", $"{n}^3", "empty"), counts.Count(c => c == 0));
        }
    }

    [Fact]
    public void The_radial_distribution_of_a_periodic_set_agrees()
    {
        var set = ReferencePoints.Load("s3_rsa30");
        double[] edges = set.Numbers("g_periodic", "edges"), histogram = set.Numbers("g_periodic", "pair_histogram");
        double[] pairs = PairCorrelation.WeightedPairs(set.Domain, set.Positions, edges[1] - edges[0], histogram.Length);
        Assert.Equal(0, edges[0]);
        Assert.Equal(histogram.Sum(), pairs.Sum() / 2, 0.5);
        Assert.All(histogram.Index(), h => Assert.Equal(h.Item, pairs[h.Index] / 2, 0.5));
    }

    private static void Close(double expected, double actual, double relative) => Assert.Equal(expected, actual, relative * Math.Abs(expected));
}
