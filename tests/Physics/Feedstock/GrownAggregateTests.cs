using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Validation row 12 for aggregates whose dimension is a result of how they grow.</summary>
public class GrownAggregateTests
{
    private const int Aggregates = 30;

    private static readonly int[] Sizes = [64, 128, 256, 512, 1024];

    [Fact]
    public void Clusters_that_wander_and_stick_have_the_dimension_of_diffusion_limited_aggregation()
    {
        // Literature: 1.78 ± 0.05 (meakin-1999). The prefactor goes against the slope, so its range is wide. 30 aggregates of each size leave a standard error of about 0.02.
        FractalLaw law = Regression(AggregateGrowth.DiffusionLimited);
        Assert.Equal(1.78, law.Dimension, 0.05);
        Assert.InRange(law.Prefactor, 1.0, 1.4);
    }

    [Fact]
    public void Clusters_that_try_every_way_of_touching_have_the_dimension_of_reaction_limited_aggregation()
    {
        // Literature: 2.05 to 2.11 (brown-ball-1985), prefactor about 1.
        FractalLaw law = Regression(AggregateGrowth.ReactionLimited);
        Assert.Equal(2.08, law.Dimension, 0.1);
        Assert.InRange(law.Prefactor, 0.7, 1.3);
    }

    [Theory]
    [InlineData(AggregateGrowth.DiffusionLimited)]
    [InlineData(AggregateGrowth.ReactionLimited)]
    public void A_grown_aggregate_hangs_together_by_one_contact_a_merge_without_overlap(AggregateGrowth growth)
    {
        double[] radius = PrimarySizes.Lognormal(1, 1.4).Draw(200, new(3, StreamName.PrimaryRadii));
        Vector3d[] position = GrownAggregate.Build(radius, growth, new(3, StreamName.DiffusionLimitedAggregate));
        (int I, int J)[] contacts = ContactPairs.Find(position, radius);
        Assert.InRange(contacts.Length, radius.Length - 1, radius.Length + 10);
        Assert.Equal(radius.Length, ConnectedPieces.Largest(radius.Length, contacts).Length);
        for (int i = 0; i < radius.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True((position[i] - position[j]).Length > (radius[i] + radius[j]) * (1 - 1e-8));
            }
        }

        Assert.Equal(position, GrownAggregate.Build(radius, growth, new(3, StreamName.DiffusionLimitedAggregate)));
    }

    [Theory]
    [InlineData(AggregateGrowth.DiffusionLimited, 100_000)]
    [InlineData(AggregateGrowth.ReactionLimited, 30_000)]
    public void A_large_aggregate_of_either_kind_hangs_together_without_overlap(AggregateGrowth growth, int size)
    {
        double[] radius = PrimarySizes.Lognormal(1, 1.2).Draw(size, new(4, StreamName.PrimaryRadii));
        Vector3d[] grown = GrownAggregate.Build(radius, growth, new(4, StreamName.DiffusionLimitedAggregate));
        (int I, int J)[] contacts = ContactPairs.Find(grown, radius);
        Assert.Equal(size, ConnectedPieces.Largest(size, contacts).Length);
        Assert.InRange(ContactPairs.LargestOverlap(grown, radius, contacts), 0, 1e-8);
    }

    private static FractalLaw Regression(AggregateGrowth growth)
    {
        var points = new List<(int, double)>();
        foreach (int size in Sizes)
        {
            double[] radius = [.. Enumerable.Repeat(1.0, size)];

            // The mean of each size: single aggregates scatter by a tenth in R_g, and scatter in the abscissa flattens a regression.
            double mean = Enumerable.Range(0, Aggregates).Average(k => Math.Log(AggregateShape.RadiusOfGyration(GrownAggregate.Build(radius, growth, new(7, StreamName.DiffusionLimitedAggregate, (100 * size) + k)), radius)));
            points.Add((size, Math.Exp(mean)));
        }

        return FractalLaw.Fit(points);
    }
}
