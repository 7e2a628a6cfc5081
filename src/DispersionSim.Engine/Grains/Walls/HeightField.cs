using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Heights over a rectangular grid as a smooth surface: bicubic, through every point of the grid, its slope without jumps (Catmull–Rom).</summary>
/// <param name="heights">By column along x, then y.</param>
/// <param name="spacingX">Distance of grid points along x.</param>
/// <param name="spacingY">Along y.</param>
/// <param name="periodic">Whether the field continues itself; else it goes on level beyond its border.</param>
public sealed class HeightField(double[,] heights, double spacingX, double spacingY, bool periodic)
{
    private readonly int countX = heights.GetLength(0);
    private readonly int countY = heights.GetLength(1);

    public bool Periodic => periodic;

    public double SpacingX => spacingX;

    public double SpacingY => spacingY;

    /// <summary>Lengths of the field along x and y.</summary>
    public double LengthX => (periodic ? countX : countX - 1) * spacingX;

    public double LengthY => (periodic ? countY : countY - 1) * spacingY;

    /// <summary>No point of the surface is higher than this: a bicubic rises above its grid points by at most a quarter of their range.</summary>
    public double Ceiling { get; } = heights.Cast<double>().Max() + (0.25 * (heights.Cast<double>().Max() - heights.Cast<double>().Min()));

    /// <summary>A bound of the surface's curvature: within a cell of a Catmull–Rom spline h″ is at most three times the greatest second difference of its points.</summary>
    public double Sharpness { get; } = 3 * ((Bend(heights, 1, 0, periodic) / (spacingX * spacingX)) + (Bend(heights, 0, 1, periodic) / (spacingY * spacingY)));

    /// <summary>The height of a grid point, periodic or level beyond the border.</summary>
    public double At(int i, int j) => heights[Index(i, countX, periodic), Index(j, countY, periodic)];

    /// <summary>Heights at the points of the grid from (i, j) and halfway between them, in simulation units.</summary>
    /// <param name="i">First point along x.</param>
    /// <param name="j">Along y.</param>
    /// <param name="nx">Number of points of the grid along x.</param>
    /// <param name="ny">Along y.</param>
    public double[,] Halved(int i, int j, int nx, int ny)
    {
        // Halfway between its middle two of four points a Catmull–Rom spline is (9 (b + c) − a − d)/16.
        static double Middle(double a, double b, double c, double d) => ((9 * (b + c)) - a - d) / 16;
        var along = new double[(2 * nx) - 1, ny + 2];
        for (int y = 0; y < ny + 2; y++)
        {
            for (int x = 0; x < nx; x++)
            {
                int u = i + x, v = j - 1 + y;
                along[2 * x, y] = At(u, v);
                if (x < nx - 1)
                {
                    along[(2 * x) + 1, y] = Middle(At(u - 1, v), At(u, v), At(u + 1, v), At(u + 2, v));
                }
            }
        }

        var halved = new double[(2 * nx) - 1, (2 * ny) - 1];
        for (int x = 0; x < (2 * nx) - 1; x++)
        {
            for (int y = 0; y < (2 * ny) - 1; y++)
            {
                int k = (y / 2) + 1;
                halved[x, y] = y % 2 == 0 ? along[x, k] : Middle(along[x, k - 1], along[x, k], along[x, k + 1], along[x, k + 2]);
            }
        }

        return halved;
    }

    /// <summary>Height, slopes and curvatures at a point.</summary>
    public FieldPoint Evaluate(double x, double y) => Sum(x, y, false);

    /// <summary>The same with curvatures that pass from patch to patch without a jump: second differences at the grid points, on a straight line between them.</summary>
    public FieldPoint EvaluateEven(double x, double y) => Sum(x, y, true);

    private FieldPoint Sum(double x, double y, bool even)
    {
        double u = x / spacingX, v = y / spacingY;
        int i = (int)Math.Floor(u), j = (int)Math.Floor(v);
        Span<double> wx = stackalloc double[12], wy = stackalloc double[12];
        Weights(u - i, wx, even);
        Weights(v - j, wy, even);
        Span<double> s = stackalloc double[6];
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
            {
                double h = At(i - 1 + a, j - 1 + b);
                s[0] += h * wx[a] * wy[b];
                s[1] += h * wx[4 + a] * wy[b];
                s[2] += h * wx[a] * wy[4 + b];
                s[3] += h * wx[8 + a] * wy[b];
                s[4] += h * wx[4 + a] * wy[4 + b];
                s[5] += h * wx[a] * wy[8 + b];
            }
        }

        return new(s[0], s[1] / spacingX, s[2] / spacingY, s[3] / (spacingX * spacingX), s[4] / (spacingX * spacingY), s[5] / (spacingY * spacingY));
    }

    /// <summary>The nearest point of the surface by Newton's method from a start; false where it does not end at a minimum.</summary>
    public bool Nearest(Vector3d from, ref double x, ref double y)
    {
        double limit = Math.Max(spacingX, spacingY), accuracy = 1e-10 * limit;
        for (int k = 0; k < 40; k++)
        {
            FieldPoint p = Evaluate(x, y);
            double dz = p.Height - from.Z, gx = x - from.X + (dz * p.SlopeX), gy = y - from.Y + (dz * p.SlopeY);
            double xx = 1 + (p.SlopeX * p.SlopeX) + (dz * p.CurvatureX), yy = 1 + (p.SlopeY * p.SlopeY) + (dz * p.CurvatureY), xy = (p.SlopeX * p.SlopeY) + (dz * p.Twist);
            double det = (xx * yy) - (xy * xy);
            bool bowl = xx > 0 && det > 1e-9;
            double sx = bowl ? ((yy * gx) - (xy * gy)) / det : gx / 2, sy = bowl ? ((xx * gy) - (xy * gx)) / det : gy / 2;
            double length = Math.Sqrt((sx * sx) + (sy * sy)), share = length > limit ? limit / length : 1;
            double here = Square(from, x, y);
            while (share > 1e-6 && Square(from, x - (share * sx), y - (share * sy)) > here)
            {
                share /= 2;
            }

            (x, y) = (x - (share * sx), y - (share * sy));
            if (share * length < accuracy || share <= 1e-6)
            {
                return bowl;
            }
        }

        return false;
    }

    private double Square(Vector3d from, double x, double y)
    {
        double dx = x - from.X, dy = y - from.Y, dz = Evaluate(x, y).Height - from.Z;
        return (dx * dx) + (dy * dy) + (dz * dz);
    }

    /// <summary>Greatest second difference of the points along a direction of the grid.</summary>
    private static double Bend(double[,] h, int alongX, int alongY, bool periodic)
    {
        int nx = h.GetLength(0), ny = h.GetLength(1);
        double most = 0;
        for (int i = 0; i < nx; i++)
        {
            for (int j = 0; j < ny; j++)
            {
                double before = h[Index(i - alongX, nx, periodic), Index(j - alongY, ny, periodic)], after = h[Index(i + alongX, nx, periodic), Index(j + alongY, ny, periodic)];
                most = Math.Max(most, Math.Abs(before + after - (2 * h[i, j])));
            }
        }

        return most;
    }

    private static int Index(int i, int count, bool periodic) => periodic ? ((i % count) + count) % count : Math.Clamp(i, 0, count - 1);

    /// <summary>Weights of four points in a row for value, slope and curvature at t between the middle two.</summary>
    private static void Weights(double t, Span<double> w, bool even)
    {
        double t2 = t * t, t3 = t2 * t;
        (w[0], w[1], w[2], w[3]) = ((-t + (2 * t2) - t3) / 2, (2 - (5 * t2) + (3 * t3)) / 2, (t + (4 * t2) - (3 * t3)) / 2, (t3 - t2) / 2);
        (w[4], w[5], w[6], w[7]) = ((-1 + (4 * t) - (3 * t2)) / 2, ((9 * t2) - (10 * t)) / 2, (1 + (8 * t) - (9 * t2)) / 2, ((3 * t2) - (2 * t)) / 2);
        (w[8], w[9], w[10], w[11]) = even ? (1 - t, (3 * t) - 2, 1 - (3 * t), t) : (2 - (3 * t), (9 * t) - 5, 4 - (9 * t), (3 * t) - 1);
    }
}

/// <summary>A height field at a point.</summary>
public readonly record struct FieldPoint(double Height, double SlopeX, double SlopeY, double CurvatureX, double Twist, double CurvatureY)
{
    /// <summary>1 − κd at the foot of a point at some height, κ the greatest principal curvature towards it and d its distance: the least change of ½d² with the square of a way along the surface.</summary>
    public double Roundness(double z)
    {
        double dz = Height - z, gxx = 1 + (SlopeX * SlopeX), gyy = 1 + (SlopeY * SlopeY), gxy = SlopeX * SlopeY, area = gxx + gyy - 1;
        double hxx = gxx + (dz * CurvatureX), hyy = gyy + (dz * CurvatureY), hxy = gxy + (dz * Twist);
        double half = ((gyy * hxx) + (gxx * hyy) - (2 * gxy * hxy)) / (2 * area), product = ((hxx * hyy) - (hxy * hxy)) / area;
        return half - Math.Sqrt(Math.Max(0, (half * half) - product));
    }

    /// <summary>R* of a sphere on the surface: 1/R* = √((1/r − κ₁)(1/r − κ₂)), κ the principal curvatures towards it. Source: johnson-1985, ch. 4.</summary>
    /// <param name="radius">r.</param>
    /// <param name="least">Least value of 1 − κr, where sphere and surface all but fit into each other.</param>
    public double ReducedRadius(double radius, double least)
    {
        double gxx = 1 + (SlopeX * SlopeX), gyy = 1 + (SlopeY * SlopeY), gxy = SlopeX * SlopeY, area = gxx + gyy - 1, steep = Math.Sqrt(area);
        double mean = ((gyy * CurvatureX) + (gxx * CurvatureY) - (2 * gxy * Twist)) / (2 * area * steep), product = ((CurvatureX * CurvatureY) - (Twist * Twist)) / (area * area);
        double apart = Math.Sqrt(Math.Max(0, (mean * mean) - product));
        return radius / Math.Sqrt(Math.Max(least, 1 - ((mean + apart) * radius)) * Math.Max(least, 1 - ((mean - apart) * radius)));
    }
}
