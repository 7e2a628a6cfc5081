using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>The contact-law cases computed by LAMMPS, with the parameters that belong to them.</summary>
internal static class ContactCases
{
    /// <summary>Head-on elastic collisions: two of 10 mm, and one of 10 mm on one of 6 mm.</summary>
    public static GranularCase HertzNormal => new()
    {
        Starts = ReferenceFolder.Starts("hertz_normal_in.csv"),
        Pairs = new ContactLaws { Damping = DampingKind.None, Tangential = TangentialKind.None }.OfMaterial(48e9, 0.2),
        TimeStep = 2e-9,
    };

    /// <summary>Sixteen spheres strike a wall at angles from 1 to 80 degrees, three of them spinning.</summary>
    public static GranularCase ObliqueWall(TangentialKind tangential, bool damped)
    {
        ContactLaws laws = new()
        {
            Tangential = tangential,
            Damping = damped ? DampingKind.Tsuji : DampingKind.None,
            DampingCoefficient = 0.7,
            Friction = 0.092,
        };
        return new()
        {
            Starts = ReferenceFolder.Starts("oblique_wall_in.csv"),
            Pairs = laws.OfMaterial(380e9, 0.23),
            Floor = laws.AtRigidWall(380e9, 0.23),
            TimeStep = 5e-10,
        };
    }

    /// <summary>Spheres that start rolling, sliding and spinning on a floor, with rolling resistance.</summary>
    public static GranularCase RollingWall
    {
        get
        {
            ContactLaws laws = new()
            {
                Damping = DampingKind.Tsuji,
                DampingCoefficient = 0.5,
                Friction = 0.5,
                Rolls = true,
                RollingStiffness = 20,
                RollingDamping = 0.005,
                RollingFriction = 0.05,
            };
            return new()
            {
                Starts = ReferenceFolder.Starts("rolling_sds_wall_in.csv"),
                Pairs = laws.OfMaterial(1e7, 0.3),
                Floor = laws.AtRigidWall(1e7, 0.3),
                TimeStep = 2e-6,
                Gravity = new(0, 0, -9.81),
                Room = new(0.06, 0, 0),
            };
        }
    }

    /// <summary>Two hundred sticky spheres, overlapping and moving at random.</summary>
    public static GranularCase Cluster => new()
    {
        Starts = ReferenceFolder.Starts("cluster_jkr_in.csv"),
        Pairs = new ContactLaws
        {
            Elastic = ElasticKind.Jkr,
            SurfaceEnergy = 0.02,
            Damping = DampingKind.Tsuji,
            DampingCoefficient = 0.6,
            Friction = 0.4,
            Rolls = true,
            RollingStiffness = 0.5,
            RollingDamping = 2e-10,
            RollingFriction = 0.1,
        }.OfMaterial(1e9, 0.3),
        TimeStep = 2e-11,
    };

    /// <summary>Laws of the adhesion curve: half a micrometre on 0.3 micrometres.</summary>
    public static ContactLaws Dmt => new ContactLaws
    {
        Elastic = ElasticKind.Dmt,
        SurfaceEnergy = 0.05,
        Damping = DampingKind.None,
        Tangential = TangentialKind.None,
    }.OfMaterial(1e9, 0.3);

    /// <summary>A sphere of the soft one of two bulk materials falls on a steel wall; the state of a published self-test.</summary>
    public static GranularCase SteelWall(double timeStep) => new()
    {
        Starts = [new(1, new(0, 0, 1.01e-3), 1e-3, 2500, new(0, 0, -1), Vector3d.Zero)],
        Pairs = Wall,
        Floor = Wall,
        TimeStep = timeStep,
    };

    /// <summary>Head-on collision of two equal spheres at a restitution of 0.8.</summary>
    public static GranularCase Restitution => new()
    {
        Starts =
        [
            new(1, new(0, 0, 0.04), 0.002, 2500, new(0, 0, 1), Vector3d.Zero),
            new(2, new(0, 0, 0.04416), 0.002, 2500, new(0, 0, -1), Vector3d.Zero),
        ],
        Pairs = new ContactLaws { DampingCoefficient = 0.8, Tangential = TangentialKind.None }.OfMaterial(1e6, 0.4),
        TimeStep = 1e-9,
    };

    /// <summary>1/E* = Σ(1 − ν²)/E of 1 GPa on 210 GPa, both of ν = 0.2.</summary>
    private static ContactLaws Wall => new()
    {
        ReducedModulus = 1 / ((0.96 / 1e9) + (0.96 / 210e9)),
        DampingCoefficient = 0.4,
        Tangential = TangentialKind.None,
    };
}
