using DispersionSim.Core;
using DispersionSim.Engine;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Clusters that do not touch are solved one by one.</summary>
public class IslandTests
{
    private const double Edge = 60;

    /// <summary>Without hydrodynamic interaction a cluster moves as if it were alone, to the last bit: its solve does not know of the others.</summary>
    [Fact]
    public void A_cluster_does_not_feel_another()
    {
        (Vector3d[] near, double[] radii) = Suspensions.Cluster(new(20, 20, 20));
        (Vector3d[] far, _) = Suspensions.Cluster(new(40, 45, 35));
        using Suspension alone = Sheared(near, radii, 1), among = Sheared([.. near, .. far], [.. radii, .. radii], 1);
        for (int k = 0; k < 200; k++)
        {
            alone.Step(0.001);
            among.Step(0.001);
        }

        Assert.Equal(alone.Time, among.Time);
        Assert.Equal(alone.Positions(), among.Positions()[..near.Length]);
    }

    private static Suspension Sheared(Vector3d[] places, double[] radii, double rate)
    {
        Suspension system = Suspensions.Build(places, radii, Edge, 200, 1, control: new() { Motion = 1 });
        system.Box.Shear(Axis.X, Axis.Z, rate);
        return system;
    }
}
