using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>Textbook flow about one loaded sphere, and its average over the surface of another: what a mobility must say, by quadrature.</summary>
/// <remarks>
/// Force: Stokeslet and degenerate quadrupole outside, F/6πηa inside. Torque: rotlet outside, rigid turning inside. Stresslet: the straining
/// sphere's flow outside, E·x inside. Source: kim-karrila-1991, chapters 2 and 3; viscosity 1.
/// </remarks>
internal static class SurfaceAverage
{
    public static Vector3d OfForce(Vector3d force, double a, Vector3d x)
    {
        double r = x.Length;
        if (r <= a)
        {
            return force / (6 * Math.PI * a);
        }

        Vector3d n = x / r;
        double share = a * a / (r * r);
        return ((1 + (share / 3)) / (8 * Math.PI * r) * force) + ((1 - share) / (8 * Math.PI * r) * Vector3d.Dot(n, force) * n);
    }

    public static Vector3d OfTorque(Vector3d torque, double a, Vector3d x)
    {
        double r = Math.Max(a, x.Length);
        return Vector3d.Cross(torque, x) / (8 * Math.PI * r * r * r);
    }

    public static Vector3d OfStresslet(Func<Vector3d, Vector3d> stresslet, double a, Vector3d x)
    {
        double r = x.Length, cube = a * a * a, fifth = cube * a * a;
        Vector3d strained = 3 / (20 * Math.PI * cube) * stresslet(x);
        if (r <= a)
        {
            return strained;
        }

        double r5 = Math.Pow(r, 5);
        return (fifth / r5 * strained) + (2.5 * cube * Vector3d.Dot(x, strained) * ((1 / r5) - (a * a / (r5 * r * r))) * x);
    }

    /// <summary>Velocity, spin and strain (as matrix) that a sphere at a place takes in a flow: averages over its surface.</summary>
    public static (Vector3d Velocity, double[] Gradient) Of(Func<Vector3d, Vector3d> flow, Vector3d centre, double radius)
    {
        const int rings = 160, sectors = 160;
        Vector3d velocity = Vector3d.Zero;
        var gradient = new double[9];
        for (int i = 0; i < rings; i++)
        {
            // Even in z: every ring has the same area.
            double z = (((2 * i) + 1.0) / rings) - 1, rho = Math.Sqrt(1 - (z * z));
            for (int j = 0; j < sectors; j++)
            {
                double angle = 2 * Math.PI * (j + (0.5 * (i % 2))) / sectors, weight = 1.0 / (rings * sectors);
                Vector3d n = new(rho * Math.Cos(angle), rho * Math.Sin(angle), z), v = flow(centre + (radius * n));
                velocity += weight * v;
                Add(gradient, n, 3 * weight / radius * v);
            }
        }

        return (velocity, gradient);
    }

    private static void Add(double[] gradient, Vector3d n, Vector3d v)
    {
        double[] a = [n.X, n.Y, n.Z], b = [v.X, v.Y, v.Z];
        for (int k = 0; k < 9; k++)
        {
            gradient[k] += a[k / 3] * b[k % 3];
        }
    }
}
