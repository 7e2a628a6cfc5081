namespace DispersionSim.Core;

/// <summary>A surface as heights on a regular grid: <c>Heights[x + y * CountX]</c>, metres; NaN marks an invalid point.</summary>
/// <param name="CountX">Points along x.</param>
/// <param name="CountY">Points along y.</param>
/// <param name="StepX">Spacing along x, m.</param>
/// <param name="StepY">Spacing along y, m.</param>
/// <param name="Heights">Row by row along x, m.</param>
/// <param name="Periodic">The surface continues itself across its edges (a foil cut for simulation); a measured surface does not.</param>
public sealed record HeightMap(int CountX, int CountY, double StepX, double StepY, double[] Heights, bool Periodic)
{
    public double this[int x, int y] => Heights[x + (y * CountX)];

    /// <summary>Extent along x, m (points times step).</summary>
    public double SizeX => CountX * StepX;

    /// <summary>Extent along y, m (points times step).</summary>
    public double SizeY => CountY * StepY;

    /// <summary>Number of points without a height.</summary>
    public int InvalidPoints => Heights.Count(double.IsNaN);

    /// <summary>A flat surface at height zero.</summary>
    public static HeightMap Flat(double sizeX, double sizeY) => new(2, 2, sizeX / 2, sizeY / 2, new double[4], Periodic: true);

    /// <summary>Height by bilinear interpolation, m; periodic surfaces wrap, others are held at their edge.</summary>
    public double HeightAt(double x, double y)
    {
        double u = x / StepX, v = y / StepY;
        int i = (int)Math.Floor(u), j = (int)Math.Floor(v);
        double s = u - i, t = v - j;
        return ((1 - t) * (((1 - s) * At(i, j)) + (s * At(i + 1, j)))) + (t * (((1 - s) * At(i, j + 1)) + (s * At(i + 1, j + 1))));
    }

    private double At(int i, int j) => Periodic
        ? this[PeriodicAxis.Wrap(i, CountX), PeriodicAxis.Wrap(j, CountY)]
        : this[Math.Clamp(i, 0, CountX - 1), Math.Clamp(j, 0, CountY - 1)];
}
