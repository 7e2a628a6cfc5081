using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class RigidClusterTests
{
    [Fact]
    public void Greatest_tension_over_all_orientations_is_the_greatest_of_many()
    {
        TreeAggregate aggregate = TreeAggregate.Build(24, new(1.8, 1.3), 1, 1)!;
        BondTension bond = aggregate.Interacting(MobilityLevel.Torques).MaxBy(b => b.GreatestInShear())!;
        var random = new RandomStream(1, StreamName.MonteCarlo);
        double greatest = 0;
        for (int k = 0; k < 20000; k++)
        {
            Vector3d flow = random.NextDirection();
            greatest = Math.Max(greatest, bond.In(LinearFlow.Shear(flow, Vector3d.Cross(flow, random.NextDirection()).Normalized(), 1).Strain));
        }

        Assert.InRange(greatest, 0.98 * bond.GreatestInShear(), bond.GreatestInShear() * (1 + 1e-12));
    }

    [Fact]
    public void Fluid_leaves_a_free_cluster_without_force_and_torque()
    {
        TreeAggregate aggregate = TreeAggregate.Build(20, new(1.8, 1.3), 1, 2)!;
        double[] radius = [.. Enumerable.Repeat(1.0, 20)];
        var cluster = new RigidCluster(new ManyBodyDrag(aggregate.Position, radius, 1, MobilityLevel.Stresslets));
        for (int q = 0; q < 5; q++)
        {
            Vector3d force = Vector3d.Zero, torque = Vector3d.Zero;
            for (int i = 0; i < 20; i++)
            {
                (Vector3d f, Vector3d t) = cluster.LoadOf(i, q);
                force += f;
                torque += t + Vector3d.Cross(aggregate.Position[i], f);
            }

            Assert.Equal(0, force.Length, 1e-9);
            Assert.Equal(0, torque.Length, 1e-9);
        }
    }

    [Fact]
    public void Cube_of_spheres_turns_with_half_the_shear_rate_as_a_sphere_does()
    {
        // A cube of touching spheres has the symmetry that makes its spin that of the vorticity, exactly.
        Vector3d[] cube = [.. from x in Enumerable.Range(0, 3) from y in Enumerable.Range(0, 3) from z in Enumerable.Range(0, 3) select new Vector3d(2 * x, 2 * y, 2 * z)];
        var cluster = new RigidCluster(new ManyBodyDrag(cube, [.. Enumerable.Repeat(1.0, 27)], 1, MobilityLevel.Stresslets));
        Vector3d spin = cluster.SpinIn(LinearFlow.Shear(new(0.6, 0, 0.8), new(-0.8, 0, 0.6), 1));
        Assert.Equal(0, (spin - new Vector3d(0, 0.5, 0)).Length, 1e-10);
    }

    [Fact]
    public void Cluster_with_a_loop_is_refused_because_its_bonds_are_not_determined()
    {
        Vector3d[] ring = [new(1, 0, 0), new(-1, 0, 0), new(0, Math.Sqrt(3), 0)];
        var cluster = new RigidCluster(new IndependentDrag(ring, [1, 1, 1], 1));
        SimulationException fault = Assert.Throws<SimulationException>(() => BondTensions.Of(cluster, [(0, 1), (1, 2), (0, 2)]));
        Assert.Contains("not a tree", fault.Message, StringComparison.Ordinal);
    }
}
