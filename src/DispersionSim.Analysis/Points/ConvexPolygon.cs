using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A convex polygon round the origin of the plane, cut down by lines; coordinates along z are not looked at. One is used for many cells, one after the other.</summary>
internal sealed class ConvexPolygon : IConvexCell
{
    private double tolerance;
    private Corner[] corners = new Corner[16], next = new Corner[16];
    private double[] heights = new double[16];
    private int count;

    public int Faces => count;

    public double Reach
    {
        get
        {
            double square = 0;
            foreach (ref readonly Corner corner in corners.AsSpan(0, count))
            {
                square = Math.Max(square, (corner.X * corner.X) + (corner.Y * corner.Y));
            }

            return Math.Sqrt(square);
        }
    }

    public double Measure
    {
        get
        {
            double twice = 0;
            for (int k = 0; k < count; k++)
            {
                ref readonly Corner a = ref corners[k], b = ref corners[After(k)];
                twice += (a.X * b.Y) - (a.Y * b.X);
            }

            return twice / 2;
        }
    }

    public void Begin(Vector3d low, Vector3d high)
    {
        // A line that touches the polygon within this cuts nothing: cells of lattices have many such lines.
        tolerance = 1e-10 * (high.X - low.X + high.Y - low.Y);
        (corners[0], corners[1], corners[2], corners[3], count) = (new(low.X, low.Y), new(high.X, low.Y), new(high.X, high.Y), new(low.X, high.Y), 4);
    }

    /// <summary>Areas of the triangles that the origin forms with the points beyond each two edges that meet; none where one of the two is a side of the rectangle.</summary>
    public double[] Triangles()
    {
        int found = 0;
        Span<double> areas = count <= 64 ? stackalloc double[count] : new double[count];
        for (int k = 0; k < count; k++)
        {
            ref readonly Corner a = ref corners[k], b = ref corners[After(k)];
            if (a.IsInner && b.IsInner)
            {
                areas[found++] = ((a.BeyondX * b.BeyondY) - (a.BeyondY * b.BeyondX)) / 2;
            }
        }

        return areas[..found].ToArray();
    }

    public void CutHalfway(Vector3d other)
    {
        double length = Math.Sqrt((other.X * other.X) + (other.Y * other.Y)), x = other.X / length, y = other.Y / length;
        bool cut = false;
        heights = heights.Length < count ? new double[2 * count] : heights;
        for (int k = 0; k < count; k++)
        {
            heights[k] = (corners[k].X * x) + (corners[k].Y * y) - (length / 2);
            cut |= heights[k] > tolerance;
        }

        if (cut)
        {
            Cut(other);
        }
    }

    private void Cut(Vector3d other)
    {
        int kept = 0;
        if (next.Length < 2 * count)
        {
            next = new Corner[4 * count];
        }

        for (int k = 0; k < count; k++)
        {
            ref readonly Corner a = ref corners[k], b = ref corners[After(k)];
            double above = heights[k], after = heights[After(k)];
            bool leaves = above <= tolerance && after > tolerance, crosses = (above > tolerance) != (after > tolerance) && Math.Min(above, after) < -tolerance;
            if (above <= tolerance)
            {
                next[kept++] = leaves && !crosses ? new(a.X, a.Y, other.X, other.Y, true) : a;
            }

            if (crosses)
            {
                double along = above / (above - after), atX = a.X + ((b.X - a.X) * along), atY = a.Y + ((b.Y - a.Y) * along);
                next[kept++] = leaves ? new(atX, atY, other.X, other.Y, true) : new(atX, atY, a.BeyondX, a.BeyondY, a.IsInner);
            }
        }

        (corners, next, count) = (next, corners, kept);
    }

    private int After(int k) => k + 1 < count ? k + 1 : 0;

    /// <summary>A corner, and the point beyond the edge that begins at it; none beyond a side of the rectangle.</summary>
    private readonly record struct Corner(double X, double Y, double BeyondX = 0, double BeyondY = 0, bool IsInner = false);
}
