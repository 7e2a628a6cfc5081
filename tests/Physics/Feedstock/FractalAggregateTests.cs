using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class FractalAggregateTests
{
    private static readonly int[] Sizes = [16, 32, 64, 128, 256, 512];

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.4)]
    public void Leaving_out_the_gyration_of_the_primaries_themselves_changes_the_law_less_than_the_tolerance(double sigma)
    {
        FractalLaw law = Regression(1.8, 1.3, sigma);
        Assert.Equal(1.8, law.Dimension, 0.05);
        Assert.Equal(1, law.Prefactor / 1.3, 0.1);
    }

    [Theory]
    [InlineData(1.7, 1.3, 1.0)]
    [InlineData(1.79, 1.4, 1.4)]
    [InlineData(1.8, 1.3, 1.6)]
    [InlineData(2.0, 1.0, 1.3)]
    [InlineData(2.1, 1.2, 1.2)]
    public void Aggregates_of_spread_sizes_obey_the_law_asked_for_without_overlap(double dimension, double prefactor, double sigma)
    {
        var points = new List<(int, double)>();
        foreach (int size in (int[])[64, 128, 512, 4096])
        {
            for (int k = 0; k < 3; k++)
            {
                (Vector3d[] position, double[] radius) = Aggregate(size, dimension, prefactor, sigma, k);
                points.Add((size, AggregateShape.RadiusOfGyration(position, radius) / AggregateShape.GeometricMeanRadius(radius)));
                Assert.InRange(ContactPairs.LargestOverlap(position, radius, ContactPairs.Find(position, radius)), 0, 0.01);
            }
        }

        FractalLaw law = FractalLaw.Fit(points);
        Assert.Equal(dimension, law.Dimension, 0.05);
        Assert.Equal(1, law.Prefactor / prefactor, 0.1);
    }

    [Theory]
    [InlineData(1.7)]
    [InlineData(1.8)]
    [InlineData(2.05)]
    public void Mass_about_a_primary_grows_with_distance_to_the_fractal_dimension(double dimension)
    {
        // Not imposed by the construction, which fixes R_g alone. Between two diameters (where single contacts show)
        // and half R_g (where the edge does) the count within r must grow as r^Df; 0.1 covers what both ends still bend.
        double near = 0, far = 0;
        for (int k = 0; k < 10; k++)
        {
            (Vector3d[] position, _) = Aggregate(1024, dimension, 1.3, 1, k);
            near += PairsWithin(position, 4.5);
            far += PairsWithin(position, 12);
        }

        Assert.Equal(dimension, Math.Log(far / near) / Math.Log(12 / 4.5), 0.1);
    }

    [Theory]
    [InlineData(2, 1.4)]
    [InlineData(3, 1.4)]
    [InlineData(7, 1.0)]
    [InlineData(60, 1.4)]
    [InlineData(60, 1.6)]
    [InlineData(1000, 1.4)]
    public void An_aggregate_hangs_together_without_overlap(int size, double sigma)
    {
        for (int k = 0; k < 5; k++)
        {
            (Vector3d[] position, double[] radius) = Aggregate(size, 1.8, 1.3, sigma, k);
            (int I, int J)[] contacts = ContactPairs.Find(position, radius);
            Assert.True(contacts.Length >= size - 1);
            Assert.Equal(size, ConnectedPieces.Largest(size, contacts).Length);
            Assert.InRange(LargestOverlap(position, radius), 0, 0.01);
        }
    }

    [Fact]
    public void Two_equal_spheres_touch_and_have_the_radius_of_gyration_of_a_doublet()
    {
        Vector3d[] position = FractalAggregate.Build([1, 1], new(1.8, 1.3), new(1, StreamName.FractalAggregate));

        // Parallel axes: 1 + 3/5.
        Assert.Equal(2, (position[0] - position[1]).Length, 1e-12);
        Assert.Equal(Math.Sqrt(1.6), AggregateShape.RadiusOfGyration(position, [1, 1]), 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        double[] radius = PrimarySizes.Lognormal(1, 1.4).Draw(60, new(2, StreamName.PrimaryRadii));
        Vector3d[] Build(ulong seed) => FractalAggregate.Build(radius, new(1.8, 1.3), new(seed, StreamName.FractalAggregate));
        Assert.Equal(Build(5), Build(5));
        Assert.NotEqual(Build(5), Build(6));
    }

    /// <summary>The law of centres alone; with the primaries' own gyration it is row 12 of the validation table.</summary>
    private static FractalLaw Regression(double dimension, double prefactor, double sigma)
    {
        var points = new List<(int, double)>();
        foreach (int size in Sizes)
        {
            for (int k = 0; k < 6; k++)
            {
                (Vector3d[] position, double[] radius) = Aggregate(size, dimension, prefactor, sigma, k);
                points.Add((size, AggregateShape.RadiusOfGyrationOfCentres(position, radius) / AggregateShape.GeometricMeanRadius(radius)));
            }
        }

        return FractalLaw.Fit(points);
    }

    private static (Vector3d[] Position, double[] Radius) Aggregate(int size, double dimension, double prefactor, double sigma, int k)
    {
        double[] radius = PrimarySizes.Lognormal(2, sigma).Draw(size, new(7, StreamName.PrimaryRadii, k + (100 * size)));
        return (FractalAggregate.Build(radius, new(dimension, prefactor), new(7, StreamName.FractalAggregate, k)), radius);
    }

    private static int PairsWithin(Vector3d[] position, double distance) =>
        position.Sum(p => position.Count(q => (p - q).LengthSquared < distance * distance));

    private static double LargestOverlap(Vector3d[] position, double[] radius)
    {
        double largest = 0;
        for (int i = 0; i < radius.Length; i++)
        {
            for (int j = i + 1; j < radius.Length; j++)
            {
                largest = Math.Max(largest, 1 - ((position[i] - position[j]).Length / (radius[i] + radius[j])));
            }
        }

        return largest;
    }
}
