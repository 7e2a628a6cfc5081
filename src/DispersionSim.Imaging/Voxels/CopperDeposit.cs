using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Copper below the height map, wherever no particle is: pressed-in particles displace it.</summary>
internal static class CopperDeposit
{
    // Four by four points for each column of voxels: a mean height to a thousandth of a voxel on the slopes of a foil.
    private const int Samples = 4;

    public static void Run(FilmGeometry film, VoxelCanvas canvas, int threads)
    {
        if (film.State.Foil is not { } foil)
        {
            return;
        }

        VoxelGrid grid = canvas.Grid;
        Parallel.For(0, grid.CountY, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, y =>
        {
            double[] heights = new double[Samples * Samples];
            for (int x = 0; x < grid.CountX; x++)
            {
                SampleHeights(foil, grid, x, y, heights);
                FillColumn(canvas, x, y, heights);
            }
        });
    }

    private static void SampleHeights(HeightMap foil, VoxelGrid grid, int x, int y, double[] heights)
    {
        for (int k = 0; k < heights.Length; k++)
        {
            double px = (x + (((k % Samples) + 0.5) / Samples)) * grid.Size;
            double py = (y + (((k / Samples) + 0.5) / Samples)) * grid.Size / grid.StretchY;
            heights[k] = (foil.HeightAt(px, py) - grid.OriginZ) / grid.Size;
        }
    }

    private static void FillColumn(VoxelCanvas canvas, int x, int y, double[] heights)
    {
        int top = Math.Min(canvas.Grid.CountZ, (int)Math.Ceiling(heights.Max()));
        for (int z = 0; z < top; z++)
        {
            double covered = 0;
            foreach (double height in heights)
            {
                covered += Math.Clamp(height - z, 0, 1);
            }

            canvas.Give(canvas.Grid.Wrapped(x, y, z), VoxelPhase.Copper, covered / heights.Length);
        }
    }
}
