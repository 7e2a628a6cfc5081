using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Made-up agglomerates have the density asked for, and the tests see dense ones and not those as dense as the whole.</summary>
public sealed class DetectionStudyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Agglomerates_fill_their_balls_as_asked_for_and_nothing_overlaps(double contrast)
    {
        ClusteredSpheres spheres = new() { Fraction = 0.2, Share = 0.1, Size = 20, Contrast = contrast };
        PointSample drawn = spheres.Draw(new(30, 30, 30), new(3, StreamName.MonteCarlo));
        int count = (int)Math.Round(0.2 * 27_000 / (4 * Math.PI / 3)), clusters = (int)Math.Round(0.1 * count / 20);
        Assert.Equal(count, drawn.Count);
        Assert.False(drawn.Overlaps);

        // Agglomerates come first, twenty by twenty; the ball that holds them at their density holds no other sphere.
        double hull = Math.Cbrt(20 / (0.2 * contrast));
        for (int k = 0; k < clusters; k++)
        {
            Vector3d first = drawn.Positions[20 * k];
            Vector3d centre = first + (Enumerable.Range(20 * k, 20).Aggregate(new Vector3d(0, 0, 0), (sum, i) => sum + drawn.Window.Nearest(drawn.Positions[i] - first)) * (1 / 20.0));
            double mean = Enumerable.Range(20 * k, 20).Average(i => drawn.Window.Nearest(drawn.Positions[i] - centre).Length);

            // Points spread evenly over a ball are three quarters of its radius from its centre in the mean.
            Assert.Equal(0.75 * hull, mean, 0.12 * hull);
            Assert.All(Enumerable.Range(20 * clusters, count - (20 * clusters)), i => Assert.True(drawn.Window.Nearest(drawn.Positions[i] - centre).Length > 0.6 * hull, "a single sphere lies within an agglomerate"));
        }
    }

    [Fact]
    public void Sections_of_spheres_have_circles_of_the_mean_radius_and_number_of_the_closed_form()
    {
        PointSample drawn = new ClusteredSpheres { Fraction = 0.2, Share = 0, Size = 20, Contrast = 1 }.Draw(new(60, 60, 20), new(5, StreamName.MonteCarlo));
        PointSample[] cuts = [.. Enumerable.Range(0, 5).Select(k => ClusteredSpheres.Section(drawn, 4.0 * k))];
        Assert.Equal(2 * 0.2 / (4 * Math.PI / 3) * 3600, cuts.Average(c => c.Count), 12.0);
        Assert.Equal(Math.PI / 4, cuts.SelectMany(c => c.Radii).Average(), 0.02);
    }

    [Fact]
    public void Dense_agglomerates_are_seen_and_those_as_dense_as_the_whole_are_not()
    {
        DetectionStudy study = new() { Share = 0.4, Particles = 400, Repeats = 6, Simulations = 119 };
        Assert.Equal(1, study.Detected(2.5, 2, stop: TestContext.Current.CancellationToken).Value);
        Measurement none = (study with { Share = 0 }).Detected(1, 2, stop: TestContext.Current.CancellationToken);
        Assert.InRange(none.Value, 0, 0.34);
        Assert.Equal(6, none.Replicates);
    }
}
