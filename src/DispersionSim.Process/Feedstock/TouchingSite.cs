using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Where a sphere sits so that it touches three others.</summary>
internal static class TouchingSite
{
    /// <summary>The two points at given distances from three centres (trilateration).</summary>
    /// <returns>False where there are none, or the centres lie on a line.</returns>
    public static bool Find((Vector3d Centre, double Distance) a, (Vector3d Centre, double Distance) b, (Vector3d Centre, double Distance) c, out Vector3d first, out Vector3d second)
    {
        first = second = default;
        Vector3d ab = b.Centre - a.Centre, ac = c.Centre - a.Centre;
        double d = ab.Length;
        Vector3d ex = ab / d;
        double i = Vector3d.Dot(ex, ac);
        Vector3d across = ac - (i * ex);
        double j = across.Length;
        if (!(j > 1e-6 * d))
        {
            return false;
        }

        Vector3d ey = across / j;
        double x = (Square(a.Distance) - Square(b.Distance) + (d * d)) / (2 * d);
        double y = (Square(a.Distance) - Square(c.Distance) + (i * i) + (j * j) - (2 * i * x)) / (2 * j);
        double height = Square(a.Distance) - (x * x) - (y * y);
        if (!(height >= 0))
        {
            return false;
        }

        Vector3d foot = a.Centre + (x * ex) + (y * ey), up = Math.Sqrt(height) * Vector3d.Cross(ex, ey);
        (first, second) = (foot + up, foot - up);
        return true;
    }

    private static double Square(double v) => v * v;
}
