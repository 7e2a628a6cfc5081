using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Tier T1 against tier T3 where it was not fitted: small clusters, other dimensions, unequal spheres.</summary>
public class ClusterScreeningTests
{
    [Fact]
    public void Single_sphere_is_not_screened() => Assert.Equal(1, ClusterScreening.Factor([new(3, 1, 2)], [0.7]));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void Small_clusters_carry_the_tension_of_stresslet_hydrodynamics(int count)
    {
        double screened = 0, interacting = 0;
        for (int k = 0; k < 12; k++)
        {
            TreeAggregate aggregate = TreeAggregate.Build(count, new(1.8, 1.3), 3, (100 * k) + count)!;
            screened += aggregate.Screened().Max(b => b.GreatestInShear());
            interacting += aggregate.Interacting(MobilityLevel.Stresslets).Max(b => b.GreatestInShear());
        }

        Assert.Equal(1, screened / interacting, 0.2);
    }

    [Fact]
    public void Summing_over_two_hundred_spheres_of_a_large_cluster_is_enough()
    {
        // The same shape with its spheres in another order: other spheres are summed over, the factor is the same within 3 %.
        TreeAggregate large = TreeAggregate.Build(1024, new(1.8, 1.3), 3, 1)!;
        double[] radius = [.. Enumerable.Repeat(1.0, large.Count)];
        var shuffled = (Vector3d[])large.Position.Clone();
        new RandomStream(1, StreamName.MonteCarlo).Shuffle(shuffled);
        double expected = ClusterScreening.Factor(large.Position, radius);
        Assert.Equal(expected, ClusterScreening.Factor(shuffled, radius), 0.05 * expected);
    }

    [Fact]
    public void Aggregates_of_unequal_primaries_are_screened_as_tier_T3_says()
    {
        var law = new FractalLaw(1.8, 1.3);
        double free = 0, screened = 0, interacting = 0;
        for (int k = 0; k < 4; k++)
        {
            var random = new RandomStream(9, StreamName.PrimaryRadii, k);
            double[] radius = [.. Enumerable.Range(0, 96).Select(_ => Math.Exp(0.3 * random.NextGaussian()))];
            Vector3d[] position = FractalAggregate.Build(radius, law, new RandomStream(9, StreamName.FractalAggregate, k));
            (int, int)[] bonds = [.. from i in Enumerable.Range(0, 96) from j in Enumerable.Range(i + 1, 95 - i) where (position[i] - position[j]).Length < (radius[i] + radius[j]) * (1 + 1e-6) select (i, j)];
            double factor = ClusterScreening.Factor(position, radius);
            double tension = Greatest(new IndependentDrag(position, radius, 1), bonds);
            free += tension;
            screened += factor * tension;
            interacting += Greatest(new ManyBodyDrag(position, radius, 1, MobilityLevel.Forces), bonds);
        }

        Assert.Equal(1, screened / interacting, 0.2);
        Assert.True(free > 2.5 * interacting);
    }

    private static double Greatest(IResistance resistance, (int, int)[] bonds) => BondTensions.Of(new(resistance), bonds).Max(b => b.GreatestInShear());
}
