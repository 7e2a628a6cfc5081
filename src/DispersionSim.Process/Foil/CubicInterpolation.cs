using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Height between the points of a surface by cubic convolution (Catmull–Rom): continuous with its slope, exact for quadratic surfaces. Held at the edges.</summary>
internal static class CubicInterpolation
{
    public static double At(HeightMap map, double x, double y)
    {
        double u = x / map.StepX, v = y / map.StepY;
        int i = (int)Math.Floor(u), j = (int)Math.Floor(v);
        Span<double> rows = stackalloc double[4];
        for (int k = 0; k < 4; k++)
        {
            int row = Math.Clamp(j + k - 1, 0, map.CountY - 1);
            rows[k] = Between(Point(map, i - 1, row), Point(map, i, row), Point(map, i + 1, row), Point(map, i + 2, row), u - i);
        }

        return Between(rows[0], rows[1], rows[2], rows[3], v - j);
    }

    private static double Point(HeightMap map, int x, int y) => map[Math.Clamp(x, 0, map.CountX - 1), y];

    private static double Between(double a, double b, double c, double d, double t) =>
        b + (t / 2 * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
}
