using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>How often points have three others close by.</summary>
public sealed class CrowdingTests
{
    /// <summary>Neighbours of points at random follow Poisson's law, whose third factorial moment is the cube of the mean.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Crowding_of_points_at_random_is_one(int dimensions)
    {
        double[] found = [.. Enumerable.Range(0, 100).Select(k => Crowding.Of(Random(dimensions, 800, (ulong)k)))];
        double mean = found.Average(), error = Math.Sqrt(found.Sum(v => (v - mean) * (v - mean)) / 99 / 100);
        Assert.Equal(1, mean, 4 * error);
        Assert.True(error < 0.03, $"the mean is known to {error} only");
    }

    /// <summary>Against the definition, pair by pair, with an open and a periodic side.</summary>
    [Fact]
    public void Crowding_is_what_its_definition_says()
    {
        PointSample sample = Random(2, 150, 7) with { Window = new(new(1, 1, 1), true, false, false) };
        double reach = 0.75 * Math.Sqrt(1.0 / 150), chance = Math.PI * reach * reach * 150;
        double sum = 0;
        foreach (Vector3d p in sample.Positions)
        {
            double n = sample.Positions.Count(q => sample.Window.Nearest(p - q).Length <= reach) - 1;
            sum += n * (n - 1) * (n - 2);
        }

        Assert.Equal(sum / 150 / (chance * chance * chance), Crowding.Of(sample), 1e-9);
    }

    private static PointSample Random(int dimensions, int count, ulong seed)
    {
        var random = new RandomStream(seed, StreamName.MonteCarlo);
        Vector3d[] places = [.. Enumerable.Range(0, count).Select(_ => new Vector3d(random.NextDouble(), random.NextDouble(), dimensions == 3 ? random.NextDouble() : 0))];
        return dimensions == 3 ? new(new(new(1, 1, 1), true, true, true), 3, places, []) : PointSample.Plane(1, 1, true, true, places, []);
    }
}
