using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>The grid a film is put on: cubes that fill the periodic cell exactly.</summary>
/// <param name="CountX">Voxels along x.</param>
/// <param name="CountY">Voxels along y.</param>
/// <param name="CountZ">Voxels along z.</param>
/// <param name="Size">Edge of a voxel, m.</param>
/// <param name="OriginZ">Lower face of the first slice, m.</param>
/// <param name="StretchY">Length of the grid along y over that of the cell: 1 where the cell's sides have a common measure.</param>
internal sealed record VoxelGrid(int CountX, int CountY, int CountZ, double Size, double OriginZ, double StretchY)
{
    private const long MostVoxels = 1_000_000_000;

    public int Count => CountX * CountY * CountZ;

    /// <summary>The edge nearest to the wanted one that divides the cell along x and, as nearly as can be, along y.</summary>
    /// <exception cref="InputException">More voxels than an array can hold.</exception>
    public static VoxelGrid For(FilmGeometry film, double voxelSize, double copperDepth)
    {
        Vector3d size = film.Domain.Size;
        int countX = BestCount(size.X, size.Y, voxelSize);
        double edge = size.X / countX;
        int countY = Math.Max(1, (int)Math.Round(size.Y / edge));
        double bottom = film.State.Foil is null ? Math.Min(0, Lowest(film)) : film.FoilFloor - copperDepth;
        double origin = Math.Floor(bottom / edge) * edge;
        double slices = Math.Ceiling((film.Top - origin) / edge) + 1;
        if ((double)countX * countY * slices > MostVoxels)
        {
            throw new InputException($"images.voxel_size = \"{voxelSize * 1e9:G4} nm\": makes {countX} x {countY} x {slices:F0} voxels; at most {MostVoxels:E0} fit, take a larger voxel");
        }

        return new(countX, countY, (int)slices, edge, origin, countY * edge / size.Y);
    }

    /// <summary>Index of a voxel; x and y may lie outside and are wrapped.</summary>
    public int Wrapped(int x, int y, int z) => PeriodicAxis.Wrap(x, CountX) + (CountX * (PeriodicAxis.Wrap(y, CountY) + (CountY * z)));

    private static double Lowest(FilmGeometry film)
    {
        double lowest = 0;
        for (int i = 0; i < film.Radius.Length; i++)
        {
            lowest = Math.Min(lowest, film.Centre[i].Z - film.Radius[i] - film.Coat[i]);
        }

        return lowest;
    }

    private static int BestCount(double x, double y, double voxelSize)
    {
        int wanted = Math.Max(1, (int)Math.Round(x / voxelSize)), slack = wanted / 20;
        return Enumerable.Range(wanted - slack, (2 * slack) + 1).MinBy(n => Mismatch(y * n / x) + (0.01 * Math.Abs(n - wanted) / wanted));
    }

    private static double Mismatch(double count) => Math.Abs(count - Math.Max(1, Math.Round(count))) / count;
}
