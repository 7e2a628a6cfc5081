using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Random hard spheres, whose grids by size are asked whether a place is free, against every pair.</summary>
public sealed class RandomSphereTests
{
    /// <summary>Radii over a factor of twelve, so that grids of several sizes are asked, sparse by addition and dense by equilibration, in space and in the plane, with narrow and open sides.</summary>
    [Theory]
    [InlineData(3, 0.25, true)]
    [InlineData(3, 0.25, false)]
    [InlineData(3, 0.4, true)]
    [InlineData(2, 0.35, true)]
    [InlineData(2, 0.5, false)]
    public void No_two_of_them_overlap_and_none_is_lost(int dimensions, double fraction, bool periodic)
    {
        var random = new RandomStream(11, StreamName.MonteCarlo);
        Domain window = new(new(30, 22, dimensions == 3 ? 9 : 1), periodic, true, dimensions == 3 && periodic);
        var radii = new List<double>();
        double filled = 0;
        while (filled < fraction)
        {
            double r = 0.15 * Math.Pow(12, random.NextDouble() * random.NextDouble());
            radii.Add(r);
            filled += (dimensions == 3 ? 4 * Math.PI / 3 * r * r * r : Math.PI * r * r) / (dimensions == 3 ? window.Volume : window.Area);
        }

        PointSample drawn = new HardSphereNull(new(window, dimensions, new Vector3d[radii.Count], [.. radii])).Draw(new(3, StreamName.MonteCarlo));
        Assert.Equal(radii.Count, drawn.Count);
        for (int i = 0; i < drawn.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double apart = window.Nearest(drawn.Positions[i] - drawn.Positions[j]).Length, touching = drawn.Radii[i] + drawn.Radii[j];
                Assert.True(apart >= touching * (1 - 1e-9), $"{i} and {j} are {apart} apart and touch at {touching}");
            }
        }
    }
}
