using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>The mobility of spheres apart, overlapping and one inside another, against exact limits and against quadrature of textbook flows.</summary>
public class GrandMobilityTests
{
    private const int Size = 11;

    [Fact]
    public void Single_sphere_has_the_drags_of_Stokes()
    {
        SymmetricMatrix m = GrandMobility.Of([Vector3d.Zero], [1.5], 2, MobilityLevel.Stresslets);
        double cube = 1.5 * 1.5 * 1.5;
        Assert.Equal(1 / (6 * Math.PI * 2 * 1.5), m[0, 0], 1e-15);
        Assert.Equal(1 / (8 * Math.PI * 2 * cube), m[4, 4], 1e-15);
        Assert.Equal(1 / (20.0 / 3 * Math.PI * 2 * cube), m[8, 8], 1e-15);
        Assert.Equal(0, m[7, 2]);
    }

    // Forces, torques and stresslets on the second sphere; the first beside it, cutting it, around it, and inside it.
    [Theory]
    [InlineData(1.0, 1.0, 2.0, 1e-4)]
    [InlineData(1.0, 0.4, 2.6, 1e-4)]
    [InlineData(0.7, 1.0, 1.1, 2e-3)]
    [InlineData(1.0, 1.0, 0.6, 2e-3)]
    [InlineData(0.3, 1.0, 0.5, 1e-4)]
    [InlineData(1.0, 0.3, 0.5, 1e-3)]
    public void Motion_of_a_sphere_is_the_average_of_the_flow_over_its_surface(double a, double b, double distance, double tolerance)
    {
        Vector3d at = distance * new Vector3d(0.36, 0.48, 0.8);
        SymmetricMatrix m = GrandMobility.Of([at, Vector3d.Zero], [a, b], 1, MobilityLevel.Stresslets);
        for (int load = 0; load < Size; load++)
        {
            (Vector3d velocity, double[] gradient) = SurfaceAverage.Of(x => Flow(load, b, x), at, a);
            double[] expected = Components(velocity, gradient);
            for (int k = 0; k < Size; k++)
            {
                Assert.Equal(expected[k], m[k, Size + load], tolerance);
            }
        }
    }

    [Fact]
    public void Far_spheres_of_unequal_size_follow_the_multipole_series()
    {
        // (1 + (a² + b²)/6 ∇²) of the Oseen tensor, ε·r/8πr³ and the rotlet's spin: exact beyond contact, here at 30 radii.
        double a = 1, b = 2.5, r = 30;
        SymmetricMatrix m = GrandMobility.Of([new(0, 0, r), Vector3d.Zero], [a, b], 1, MobilityLevel.Torques);
        double squares = (a * a) + (b * b);
        Assert.Equal((1 + (squares / (3 * r * r))) / (8 * Math.PI * r), m[0, 6], 1e-15);
        Assert.Equal((2 - (2 * squares / (3 * r * r))) / (8 * Math.PI * r), m[2, 8], 1e-15);
        Assert.Equal(1 / (8 * Math.PI * r * r), Math.Abs(m[0, 10]), 1e-15);
        Assert.Equal(-1 / (16 * Math.PI * r * r * r), m[3, 9], 1e-17);
        Assert.Equal(1 / (8 * Math.PI * r * r * r), m[5, 11], 1e-17);
    }

    [Fact]
    public void Spin_from_force_is_turned_against_velocity_from_torque()
    {
        // ε r: antisymmetric in its two axes, and the same for both spheres but for its sign, because r turns round.
        SymmetricMatrix m = GrandMobility.Of([new(0.3, 1.1, -0.4), Vector3d.Zero], [1, 1], 1, MobilityLevel.Torques);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(-m[3 + j, 6 + i], m[3 + i, 6 + j], 1e-15);
                Assert.Equal(m[3 + i, 6 + j], m[i, 9 + j], 1e-15);
            }
        }
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(1.0, 0.35)]
    [InlineData(0.35, 1.0)]
    public void Every_block_is_continuous_where_spheres_touch_and_where_one_slips_inside(double a, double b)
    {
        foreach (double edge in new[] { a + b, Math.Abs(a - b) }.Where(d => d > 0))
        {
            SymmetricMatrix outside = Pair(a, b, edge * (1 + 1e-9)), within = Pair(a, b, edge * (1 - 1e-9));
            for (int i = 0; i < Size; i++)
            {
                for (int j = 0; j < Size; j++)
                {
                    Assert.Equal(within[i, Size + j], outside[i, Size + j], 1e-7);
                }
            }
        }

        static SymmetricMatrix Pair(double a, double b, double distance) =>
            GrandMobility.Of([distance * new Vector3d(0.36, 0.48, 0.8), Vector3d.Zero], [a, b], 1, MobilityLevel.Stresslets);
    }

    [Fact]
    public void Matrix_is_positive_definite_whatever_the_spheres_sizes_and_places()
    {
        // Forty spheres of radii over a decade thrown into a box in which most of them overlap and many lie inside others:
        // the factorisation succeeds, and loads do positive work.
        var random = new RandomStream(7, StreamName.MonteCarlo);
        for (int trial = 0; trial < 5; trial++)
        {
            double box = 1 + (2 * trial);
            Vector3d[] position = [.. Enumerable.Range(0, 40).Select(_ => box * new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()))];
            double[] radius = [.. Enumerable.Range(0, 40).Select(_ => Math.Pow(10, random.NextDouble() - 0.7))];
            SymmetricMatrix m = GrandMobility.Of(position, radius, 1, MobilityLevel.Stresslets);
            double[] load = [.. Enumerable.Range(0, m.Order).Select(_ => random.NextGaussian())];
            var motion = new double[m.Order];
            m.Multiply(load, motion);
            Assert.True(load.Zip(motion, (l, v) => l * v).Sum() > 0);
            m.Factorise();
            m.Solve(motion);
            Assert.All(load.Zip(motion), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void Sphere_held_in_a_linear_flow_feels_the_flow_at_its_centre_its_vorticity_and_its_strain()
    {
        // Faxén for u = ω × x + E·x: no curvature, so force 6πa u(x), torque 8πa³ω, whatever the strain.
        LinearFlow flow = LinearFlow.Shear(new(0.6, 0, 0.8), new(-0.8, 0, 0.6), 1.7);
        Vector3d at = new(0.4, -2, 1.1);
        var sphere = new ManyBodyDrag([at], [1.3], 1, MobilityLevel.Stresslets);
        var load = new (Vector3d Force, Vector3d Torque)[1];
        sphere.Loads([-flow.At(at)], [-flow.Spin], flow.Strain, load);
        Vector3d shear = 1.7 * Vector3d.Dot(at, new(-0.8, 0, 0.6)) * new Vector3d(0.6, 0, 0.8);
        Assert.Equal(0, (load[0].Force + (6 * Math.PI * 1.3 * shear)).Length, 1e-12);
        Assert.Equal(0, (load[0].Torque - new Vector3d(0, -1, 0) * (8 * Math.PI * 1.3 * 1.3 * 1.3 * 1.7 / 2)).Length, 1e-11);
    }

    private static Vector3d Flow(int load, double radius, Vector3d x)
    {
        Vector3d axis = new(load % 3 == 0 ? 1 : 0, load % 3 == 1 ? 1 : 0, load % 3 == 2 ? 1 : 0);
        return load < 3
            ? SurfaceAverage.OfForce(axis, radius, x)
            : load < 6 ? SurfaceAverage.OfTorque(axis, radius, x) : SurfaceAverage.OfStresslet(y => LinearFlow.Straining(load - 6, y), radius, x);
    }

    /// <summary>Velocity, spin ½ ε_kij G_ij and strain in the basis of stresslets, from averages over a surface.</summary>
    private static double[] Components(Vector3d velocity, double[] g)
    {
        var result = new double[Size];
        (result[0], result[1], result[2]) = (velocity.X, velocity.Y, velocity.Z);
        (result[3], result[4], result[5]) = ((g[5] - g[7]) / 2, (g[6] - g[2]) / 2, (g[1] - g[3]) / 2);
        for (int q = 0; q < 5; q++)
        {
            Vector3d x = LinearFlow.Straining(q, new(1, 0, 0)), y = LinearFlow.Straining(q, new(0, 1, 0)), z = LinearFlow.Straining(q, new(0, 0, 1));
            result[6 + q] = (x.X * g[0]) + (x.Y * g[1]) + (x.Z * g[2]) + (y.X * g[3]) + (y.Y * g[4]) + (y.Z * g[5]) + (z.X * g[6]) + (z.Y * g[7]) + (z.Z * g[8]);
        }

        return result;
    }
}
