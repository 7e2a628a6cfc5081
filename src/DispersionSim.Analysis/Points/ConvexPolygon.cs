using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A convex polygon round the origin of the plane, cut down by lines; coordinates along z are not looked at.</summary>
internal sealed class ConvexPolygon : IConvexCell
{
    private readonly double tolerance;
    private List<Vector3d> corners, next = [];

    /// <summary>A rectangle.</summary>
    /// <param name="low">Corner below the origin.</param>
    /// <param name="high">Corner above it.</param>
    public ConvexPolygon(Vector3d low, Vector3d high)
    {
        // A line that touches the polygon within this cuts nothing: cells of lattices have many such lines.
        tolerance = 1e-10 * (high.X - low.X + high.Y - low.Y);
        corners = [new(low.X, low.Y, 0), new(high.X, low.Y, 0), new(high.X, high.Y, 0), new(low.X, high.Y, 0)];
    }

    public int Faces => corners.Count;

    public double Reach
    {
        get
        {
            double square = 0;
            foreach (Vector3d p in corners)
            {
                square = Math.Max(square, p.LengthSquared);
            }

            return Math.Sqrt(square);
        }
    }

    public double Measure
    {
        get
        {
            double twice = 0;
            for (int k = 0; k < corners.Count; k++)
            {
                Vector3d a = corners[k], b = corners[k + 1 < corners.Count ? k + 1 : 0];
                twice += (a.X * b.Y) - (a.Y * b.X);
            }

            return twice / 2;
        }
    }

    public void CutHalfway(Vector3d other)
    {
        double length = Math.Sqrt((other.X * other.X) + (other.Y * other.Y)), x = other.X / length, y = other.Y / length;
        double Height(Vector3d p) => (p.X * x) + (p.Y * y) - (length / 2);
        next.Clear();
        bool cut = false;
        for (int k = 0; k < corners.Count; k++)
        {
            Vector3d a = corners[k], b = corners[k + 1 < corners.Count ? k + 1 : 0];
            double above = Height(a), after = Height(b);
            cut |= above > tolerance;
            if (above <= tolerance)
            {
                next.Add(a);
            }

            if ((above > tolerance) != (after > tolerance) && Math.Min(above, after) < -tolerance)
            {
                next.Add(a + ((b - a) * (above / (above - after))));
            }
        }

        if (cut)
        {
            (corners, next) = (next, corners);
        }
    }
}
