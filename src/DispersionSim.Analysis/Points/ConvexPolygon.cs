using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A convex polygon round the origin of the plane, cut down by lines; coordinates along z are not looked at.</summary>
internal sealed class ConvexPolygon : IConvexCell
{
    private readonly double tolerance;
    private List<Corner> corners, next = [];

    /// <summary>A rectangle.</summary>
    /// <param name="low">Corner below the origin.</param>
    /// <param name="high">Corner above it.</param>
    public ConvexPolygon(Vector3d low, Vector3d high)
    {
        // A line that touches the polygon within this cuts nothing: cells of lattices have many such lines.
        tolerance = 1e-10 * (high.X - low.X + high.Y - low.Y);
        corners = [new(new(low.X, low.Y, 0)), new(new(high.X, low.Y, 0)), new(new(high.X, high.Y, 0)), new(new(low.X, high.Y, 0))];
    }

    public int Faces => corners.Count;

    public double Reach
    {
        get
        {
            double square = 0;
            foreach (Corner corner in corners)
            {
                square = Math.Max(square, corner.Place.LengthSquared);
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
                Vector3d a = corners[k].Place, b = After(k).Place;
                twice += (a.X * b.Y) - (a.Y * b.X);
            }

            return twice / 2;
        }
    }

    /// <summary>Areas of the triangles that the origin forms with the points beyond each two edges that meet; none where one of the two is a side of the rectangle.</summary>
    public IEnumerable<double> Triangles()
    {
        for (int k = 0; k < corners.Count; k++)
        {
            if (corners[k].Beyond is { } a && After(k).Beyond is { } b)
            {
                yield return ((a.X * b.Y) - (a.Y * b.X)) / 2;
            }
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
            Corner a = corners[k];
            Vector3d b = After(k).Place;
            double above = Height(a.Place), after = Height(b);
            bool leaves = above <= tolerance && after > tolerance, crosses = (above > tolerance) != (after > tolerance) && Math.Min(above, after) < -tolerance;
            cut |= above > tolerance;
            if (above <= tolerance)
            {
                next.Add(leaves && !crosses ? a with { Beyond = other } : a);
            }

            if (crosses)
            {
                next.Add(new(a.Place + ((b - a.Place) * (above / (above - after))), leaves ? other : a.Beyond));
            }
        }

        if (cut)
        {
            (corners, next) = (next, corners);
        }
    }

    private Corner After(int k) => corners[k + 1 < corners.Count ? k + 1 : 0];

    /// <summary>A corner.</summary>
    /// <param name="Place">Where it is.</param>
    /// <param name="Beyond">The point beyond the edge that begins at it; none beyond a side of the rectangle.</param>
    private readonly record struct Corner(Vector3d Place, Vector3d? Beyond = null);
}
