using System.Runtime.Intrinsics;
using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Offset surfaces of a foil: for a few radii, the lowest height that a sphere's centre can take over each grid point.</summary>
/// <remarks>z_c(x) = max over |d| ≤ r of h(x + d) + √(r² − d²): grey-scale dilation of the relief by the sphere.</remarks>
public sealed class FoilOffsets
{
    /// <summary>Tabulated radii; what lies between is interpolated.</summary>
    public const int Radii = 10;

    private FoilOffsets(double smallest, double largest, float[] heights) => (Smallest, Largest, Heights) = (smallest, largest, heights);

    public double Smallest { get; }

    public double Largest { get; }

    /// <summary>Heights table by table, row by row.</summary>
    public float[] Heights { get; }

    /// <summary>Radii tabulated per length of radius.</summary>
    public double PerRadius => (Radii - 1) / (Largest - Smallest);

    /// <summary>All lengths in the unit of <paramref name="unit"/> metres.</summary>
    public static FoilOffsets Of(HeightMap foil, IReadOnlyList<double> radii, double unit)
    {
        double smallest = radii.Min(), largest = Math.Max(radii.Max(), smallest * 1.001);
        int points = foil.CountX * foil.CountY;
        var heights = new float[Radii * points];
        for (int k = 0; k < Radii; k++)
        {
            double radius = smallest + ((largest - smallest) * k / (Radii - 1));
            Dilate(foil, radius, unit, heights.AsSpan(k * points, points));
        }

        return new(smallest / unit, largest / unit, heights);
    }

    /// <summary>Row by row: each offset of the footprint shifts a row of the relief, and lifts it by the sphere's height there.</summary>
    private static void Dilate(HeightMap foil, double radius, double unit, Span<float> result)
    {
        (int X, int Y, double Rise)[] footprint = [.. Footprint(foil, radius)];
        int reach = footprint.Max(f => f.X), width = foil.CountX;
        double[][] rows = [.. Enumerable.Range(0, foil.CountY).Select(y => Widened(foil, y, reach))];
        var top = new double[width];
        for (int y = 0; y < foil.CountY; y++)
        {
            Array.Fill(top, double.NegativeInfinity);
            foreach ((int ox, int oy, double rise) in footprint)
            {
                Raise(top, rows[PeriodicAxis.Wrap(y + oy, foil.CountY)].AsSpan(reach + ox, width), rise);
            }

            for (int x = 0; x < width; x++)
            {
                result[x + (y * width)] = (float)(top[x] / unit);
            }
        }
    }

    /// <summary>A row that goes on periodically at both ends.</summary>
    private static double[] Widened(HeightMap foil, int y, int reach) =>
        [.. Enumerable.Range(-reach, foil.CountX + (2 * reach)).Select(x => foil[PeriodicAxis.Wrap(x, foil.CountX), y])];

    private static void Raise(Span<double> top, ReadOnlySpan<double> row, double rise)
    {
        int x = 0;
        for (; x <= top.Length - Vector256<double>.Count; x += Vector256<double>.Count)
        {
            Vector256.Max(Vector256.Create<double>(top[x..]), Vector256.Create(row[x..]) + Vector256.Create(rise)).CopyTo(top[x..]);
        }

        for (; x < top.Length; x++)
        {
            top[x] = Math.Max(top[x], rise + row[x]);
        }
    }

    private static IEnumerable<(int X, int Y, double Rise)> Footprint(HeightMap foil, double radius)
    {
        int reachX = Math.Min((int)(radius / foil.StepX), foil.CountX / 2), reachY = Math.Min((int)(radius / foil.StepY), foil.CountY / 2);
        for (int oy = -reachY; oy <= reachY; oy++)
        {
            for (int ox = -reachX; ox <= reachX; ox++)
            {
                double dx = ox * foil.StepX, dy = oy * foil.StepY, left = (radius * radius) - (dx * dx) - (dy * dy);
                if (left >= 0)
                {
                    yield return (ox, oy, Math.Sqrt(left));
                }
            }
        }
    }
}
