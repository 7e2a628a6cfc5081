namespace DispersionSim.Core;

/// <summary>The least-squares plane z = a + b x + c y of a surface over its valid points; a surface one point wide has a line.</summary>
/// <param name="Offset">a, m: height at the centre of gravity of the valid points.</param>
/// <param name="SlopeX">b.</param>
/// <param name="SlopeY">c.</param>
/// <param name="CentreX">x of the centre of gravity, m.</param>
/// <param name="CentreY">y of the centre of gravity, m.</param>
public readonly record struct MeanPlane(double Offset, double SlopeX, double SlopeY, double CentreX, double CentreY)
{
    /// <summary>Height of the plane, m.</summary>
    public double HeightAt(double x, double y) => Offset + (SlopeX * (x - CentreX)) + (SlopeY * (y - CentreY));

    /// <summary>Fits the plane; NaN where no point is valid.</summary>
    public static MeanPlane Of(HeightMap map)
    {
        Moments m = Moments.Of(map);
        double determinant = (m.XX * m.YY) - (m.XY * m.XY);
        if (determinant > 1e-12 * m.XX * m.YY)
        {
            return new(m.Z, ((m.YY * m.XZ) - (m.XY * m.YZ)) / determinant, ((m.XX * m.YZ) - (m.XY * m.XZ)) / determinant, m.X, m.Y);
        }

        return new(m.Z, m.XX > 0 ? m.XZ / m.XX : 0, m.XX > 0 || m.YY <= 0 ? 0 : m.YZ / m.YY, m.X, m.Y);
    }

    /// <summary>The surface without its least-squares plane: mean height and tilt become zero.</summary>
    public static HeightMap Level(HeightMap map)
    {
        MeanPlane plane = Of(map);
        double[] level = new double[map.Heights.Length];
        for (int y = 0, i = 0; y < map.CountY; y++)
        {
            for (int x = 0; x < map.CountX; x++, i++)
            {
                level[i] = map.Heights[i] - plane.HeightAt(x * map.StepX, y * map.StepY);
            }
        }

        // A surface from which a tilt was taken no longer meets itself across its edges.
        return map with { Heights = level, Periodic = false };
    }

    private readonly record struct Moments(double X, double Y, double Z, double XX, double XY, double YY, double XZ, double YZ)
    {
        public static Moments Of(HeightMap map)
        {
            (double x, double y, double z) = Centre(map);
            double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0;
            for (int j = 0, i = 0; j < map.CountY; j++)
            {
                for (int k = 0; k < map.CountX; k++, i++)
                {
                    double h = map.Heights[i] - z, dx = (k * map.StepX) - x, dy = (j * map.StepY) - y;
                    if (!double.IsNaN(h))
                    {
                        (xx, xy, yy, xz, yz) = (xx + (dx * dx), xy + (dx * dy), yy + (dy * dy), xz + (dx * h), yz + (dy * h));
                    }
                }
            }

            return new(x, y, z, xx, xy, yy, xz, yz);
        }

        private static (double X, double Y, double Z) Centre(HeightMap map)
        {
            double n = 0, x = 0, y = 0, z = 0;
            for (int i = 0; i < map.Heights.Length; i++)
            {
                if (!double.IsNaN(map.Heights[i]))
                {
                    (n, x, y, z) = (n + 1, x + (i % map.CountX), y + (i / map.CountX), z + map.Heights[i]);
                }
            }

            return (x / n * map.StepX, y / n * map.StepY, z / n);
        }
    }
}
