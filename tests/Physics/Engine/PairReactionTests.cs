using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Action equals reaction: forces and torques between particles leave a system's sums at zero.</summary>
public class PairReactionTests
{
    public static TheoryData<string> NormalLaws => [.. LawCatalog.Normal.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(NormalLaws))]
    public void Unequal_spheres_push_each_other_with_equal_force_along_their_line_of_centres(string name)
    {
        NormalLaw entry = LawCatalog.Normal.Single(law => law.Name == name);
        double small = 150e-9, large = 750e-9, overlap = 0.3 * entry.LargestOverlap;
        Vector3d axis = new Vector3d(0.48, -0.6, 0.64), first = new(4e-6, 4e-6, 4e-6), second = first + (axis * (small + large - overlap));
        UnitScale scale = UnitScale.ForSuspension(250e-9, 5e-9, 1);
        using OverdampedSystem<AnyLaw, NoWallLaw, NoWallLaw> pair = new(
            scale, new FlowingBox(32, 32, 32), [first, second], [small, large], 1, new ContactOptions(), new StepControl { Residual = 1e-6 }, (new AnyLaw(entry.Sample(scale)), default, default), new HostDevice(1));
        pair.Step(1e-6);

        // Overdamped: force = drag times velocity, drag proportional to the radius.
        Vector3d onSmall = pair.MotionOf(0).Velocity * small, onLarge = pair.MotionOf(1).Velocity * large;
        double size = Math.Max(onSmall.Length, 1e-30);
        Assert.Equal(0, (onSmall + onLarge).Length / size, 1e-5);
        Assert.Equal(0, Vector3d.Cross(onSmall, axis).Length / size, 1e-5);
        Assert.Equal(name != nameof(NoWallLaw), onSmall.Length > 0);
    }

    [Fact]
    public void Contacts_of_a_sheared_cluster_add_no_force_and_no_torque()
    {
        (Vector3d[] positions, double[] radii) = Suspensions.Cluster(new(12, 12, 12));
        using var cluster = Suspensions.Build(positions, radii, 24, 200, 1, control: new StepControl { Residual = 1e-6, Motion = 0.005 });
        cluster.Box.Shear(Axis.X, Axis.Z, 0.25);
        for (int k = 0; k < 200; k++)
        {
            Vector3d[] at = ActualPositions(cluster);
            cluster.Step(0.01);
            Vector3d force = Vector3d.Zero, torque = Vector3d.Zero;
            double forceSize = 0, torqueSize = 0;
            for (int i = 0; i < radii.Length; i++)
            {
                // Drag on a particle is the reaction to what its contacts do to it: ζ v and ζ_r ω relative to the flow, ζ = r, ζ_r = 4r³/3.
                (Vector3d v, Vector3d w) = cluster.MotionOf(i);
                Vector3d arm = at[i] - at[0], f = v * radii[i], t = w * (4.0 / 3 * Math.Pow(radii[i], 3));
                (force, torque) = (force + f, torque + t + Vector3d.Cross(arm, f));
                (forceSize, torqueSize) = (forceSize + f.Length, torqueSize + t.Length + Vector3d.Cross(arm, f).Length);
            }

            // Residual of the solver and single-precision sums over eight particles.
            Assert.Equal(0, force.Length / forceSize, 1e-5);
            Assert.Equal(0, torque.Length / torqueSize, 2e-5);
        }
    }

    /// <summary>Centres in simulation units in the tilted box: what the tilt adds at height z is tilt · z / height.</summary>
    internal static Vector3d[] ActualPositions(OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> system) =>
    [
        .. system.Positions().Select(p => p / system.Scale.Length).Select(p => p with { X = p.X + (system.Box.Tilt * p.Z / system.Box.Length[2]) }),
    ];

    /// <summary>Any law of the catalog, behind a struct as the engine wants it.</summary>
    private readonly struct AnyLaw(INormalLaw law) : INormalLaw
    {
        public float Reach => law.Reach;

        public void Evaluate(float overlap, float reducedRadius, float cover, ref float memory, out float force, out float stiffness, out float elastic, out float pullOff) =>
            law.Evaluate(overlap, reducedRadius, cover, ref memory, out force, out stiffness, out elastic, out pullOff);
    }
}
