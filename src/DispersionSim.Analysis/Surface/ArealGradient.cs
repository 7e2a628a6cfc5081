using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Areal hybrid parameters: how steep a surface is, and how much area it has beyond its projection.</summary>
/// <remarks>
/// Sdq = √⟨(∂z/∂x)² + (∂z/∂y)²⟩ by central differences over points whose four neighbours are valid (across the edges of a periodic surface).
/// Sdr = (area of the triangulated surface / area of the cells) − 1; each cell of four valid points is the mean of its two triangulations.
/// Both grow as the step shrinks: compare only at equal step. Source: iso-25178-2.
/// </remarks>
/// <param name="Sdq">Root mean square gradient; NaN where no point has four valid neighbours.</param>
/// <param name="Sdr">Developed interfacial area ratio, 0.01 = 1 %.</param>
public readonly record struct ArealGradient(double Sdq, double Sdr)
{
    public static ArealGradient Of(HeightMap map) => new(RootMeanSquareGradient(map), DevelopedArea(map));

    private static double RootMeanSquareGradient(HeightMap map)
    {
        int edge = map.Periodic ? 0 : 1, n = 0;
        double sum = 0;
        for (int y = edge; y < map.CountY - edge; y++)
        {
            for (int x = edge; x < map.CountX - edge; x++)
            {
                double gx = (At(map, x + 1, y) - At(map, x - 1, y)) / (2 * map.StepX), gy = (At(map, x, y + 1) - At(map, x, y - 1)) / (2 * map.StepY);
                double square = (gx * gx) + (gy * gy);
                if (!double.IsNaN(square + map[x, y]))
                {
                    sum += square;
                    n++;
                }
            }
        }

        return Math.Sqrt(sum / n);
    }

    private static double DevelopedArea(HeightMap map)
    {
        double sum = 0;
        int n = 0;
        for (int y = 0; y < map.CountY - 1; y++)
        {
            for (int x = 0; x < map.CountX - 1; x++)
            {
                double area = CellArea(map, x, y);
                if (!double.IsNaN(area))
                {
                    sum += area;
                    n++;
                }
            }
        }

        return (sum / n) - 1;
    }

    /// <summary>Area over projected area of one cell, the mean of both ways to cut it into triangles.</summary>
    private static double CellArea(HeightMap map, int x, int y)
    {
        double a = map[x, y], b = map[x + 1, y], c = map[x, y + 1], d = map[x + 1, y + 1];
        double low = (b - a) / map.StepX, high = (d - c) / map.StepX, left = (c - a) / map.StepY, right = (d - b) / map.StepY;
        return (Triangle(low, left) + Triangle(high, right) + Triangle(high, left) + Triangle(low, right)) / 4;
    }

    private static double Triangle(double slopeX, double slopeY) => Math.Sqrt(1 + (slopeX * slopeX) + (slopeY * slopeY));

    private static double At(HeightMap map, int x, int y) => map[(x + map.CountX) % map.CountX, (y + map.CountY) % map.CountY];
}
