using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A rotation in space by a unit quaternion.</summary>
internal readonly record struct Turn(double W, double X, double Y, double Z)
{
    /// <summary>A rotation drawn uniformly from all rotations. Source: shoemake-1992.</summary>
    public static Turn Next(RandomStream random)
    {
        double u = random.NextDouble(), a = 2 * Math.PI * random.NextDouble(), b = 2 * Math.PI * random.NextDouble();
        double s = Math.Sqrt(1 - u), t = Math.Sqrt(u);
        return new(t * Math.Cos(b), s * Math.Sin(a), s * Math.Cos(a), t * Math.Sin(b));
    }

    public Vector3d Apply(Vector3d p)
    {
        var axis = new Vector3d(X, Y, Z);
        Vector3d twice = 2 * Vector3d.Cross(axis, p);
        return p + (W * twice) + Vector3d.Cross(axis, twice);
    }

    public Vector3d[] Apply(Vector3d[] points)
    {
        var turned = new Vector3d[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            turned[i] = Apply(points[i]);
        }

        return turned;
    }
}
