using System.Numerics;
using DispersionSim.Core;
using MathNet.Numerics.IntegralTransforms;

namespace DispersionSim.Process;

/// <summary>Synthesis of the patch of foil under the simulated layer.</summary>
/// <remarks>
/// A periodic sum of waves with amplitudes √(C(q)/LxLy) and random phases. The patch carries the foil's own amplitude at each wave vector that fits
/// it: waves longer than the patch, which on a real foil are its local height and tilt, and waves shorter than two steps are left out,
/// not folded into others. The patch's Sq is the root of the sum over its wave vectors, which for a large, fine patch is the foil's Sq. Each phase belongs to its wave vector: with the same seed a finer step shows the same surface in more detail.
/// Source: jacobs-2017 for the spectrum.
/// </remarks>
public static class FoilSurface
{
    private const int MostPoints = 1 << 26;

    /// <summary>A periodic surface of mean height zero.</summary>
    /// <param name="options">Roughness.</param>
    /// <param name="phases">The run's <see cref="StreamName.FoilPhases"/>.</param>
    /// <param name="nodules">The run's <see cref="StreamName.FoilNodules"/>.</param>
    /// <param name="sizeX">Length of the patch along x, m.</param>
    /// <param name="sizeY">Length of the patch along y, m.</param>
    /// <param name="step">Largest spacing of its points, m.</param>
    public static HeightMap Synthesise(TopographyOptions options, RandomStream phases, RandomStream nodules, double sizeX, double sizeY, double step) =>
        Draw(FoilModel.Of(options), phases, nodules, sizeX, sizeY, step);

    /// <summary>The same for a model that several replicates share.</summary>
    public static HeightMap Draw(FoilModel model, RandomStream phases, RandomStream nodules, double sizeX, double sizeY, double step)
    {
        int countX = Count(sizeX, step), countY = Count(sizeY, step);
        if ((long)countX * countY > MostPoints)
        {
            throw new InputException($"foil: {countX} x {countY} points are too many for one patch: enlarge the step ({step * 1e9:0.#} nm) or shrink the patch.");
        }

        HeightMap flat = new(countX, countY, sizeX / countX, sizeY / countY, new double[countX * countY], Periodic: true);
        double[] heights = model.RootMeanSquare <= 0 ? flat.Heights : Heights(model, phases, flat);
        if (model.Nodules.Coverage > 0)
        {
            NoduleField.AddTo(heights, flat, NoduleField.Draw(model.Nodules, nodules, sizeX, sizeY));
            double mean = heights.Average();
            heights = [.. heights.Select(h => h - mean)];
        }

        return flat with { Heights = heights };
    }

    /// <summary>Sq that the random surface of a patch has by its spectrum: the sum over the wave vectors that fit it, m.</summary>
    public static double RootMeanSquare(FoilModel model, HeightMap grid) => model.RootMeanSquare * Math.Sqrt(UnitVariance(model.Spectrum, grid));

    /// <summary>Points along a side: even, and no farther apart than the step.</summary>
    internal static int Count(double size, double step) => Math.Max(4, 2 * (int)Math.Ceiling((size / step / 2) - 1e-9));

    private static double[] Heights(FoilModel model, RandomStream random, HeightMap grid)
    {
        double deviation = Math.Sqrt(UnitVariance(model.Spectrum, grid));
        double[] normal = Field(model, random, grid);
        if (model.Distribution.IsGaussian || deviation <= 0)
        {
            return [.. normal.Select(z => model.RootMeanSquare * z)];
        }

        // The map takes heights of unit variance: the patch's own, not the foil's, so that the patch has the wanted skewness and kurtosis.
        double[] mapped = [.. normal.Select(z => model.Distribution.Map(z / deviation))];
        double mean = mapped.Average(), spread = Math.Sqrt(mapped.Average(h => (h - mean) * (h - mean)));
        return [.. mapped.Select(h => (h - mean) / spread * deviation * model.RootMeanSquare)];
    }

    private static double UnitVariance(FoilSpectrum spectrum, HeightMap grid)
    {
        double sum = 0;
        foreach ((int kx, int ky) in HalfPlane(grid))
        {
            sum += 2 * Density(spectrum, grid, kx, ky);
        }

        return sum;
    }

    private static double[] Field(FoilModel model, RandomStream random, HeightMap grid)
    {
        Complex[] waves = new Complex[grid.CountX * grid.CountY];
        double[] power = model.BeforeMap(Power(model.Spectrum, grid), grid.CountX, grid.CountY);
        ulong start = random.Position;
        foreach ((int kx, int ky) in HalfPlane(grid))
        {
            int at = At(grid, kx, ky);
            if (power[at] > 0)
            {
                random.Position = start + (4 * (((ulong)ky << 20) + (ulong)(kx + (1 << 19))));
                waves[at] = Complex.FromPolarCoordinates(Math.Sqrt(power[at]), 2 * Math.PI * random.NextDouble());
                waves[At(grid, -kx, -ky)] = Complex.Conjugate(waves[at]);
            }
        }

        PlaneTransform.Inverse(waves, grid.CountX, grid.CountY);
        return [.. waves.Select(w => w.Real)];
    }

    /// <summary>Variance of each wave on the plane of the transform.</summary>
    private static double[] Power(FoilSpectrum spectrum, HeightMap grid)
    {
        double[] power = new double[grid.CountX * grid.CountY];
        foreach ((int kx, int ky) in HalfPlane(grid))
        {
            power[At(grid, kx, ky)] = power[At(grid, -kx, -ky)] = Density(spectrum, grid, kx, ky);
        }

        return power;
    }

    private static int At(HeightMap grid, int kx, int ky) => PeriodicAxis.Wrap(kx, grid.CountX) + (PeriodicAxis.Wrap(ky, grid.CountY) * grid.CountX);

    /// <summary>One of each pair of opposite wave vectors below the Nyquist limit, the mean height left out.</summary>
    private static IEnumerable<(int X, int Y)> HalfPlane(HeightMap grid)
    {
        int topX = (grid.CountX / 2) - 1, topY = (grid.CountY / 2) - 1;
        for (int ky = 0; ky <= topY; ky++)
        {
            for (int kx = ky == 0 ? 1 : -topX; kx <= topX; kx++)
            {
                yield return (kx, ky);
            }
        }
    }

    /// <summary>Variance of one wave.</summary>
    private static double Density(FoilSpectrum spectrum, HeightMap grid, int kx, int ky)
    {
        double qx = 2 * Math.PI * kx / grid.SizeX, qy = 2 * Math.PI * ky / grid.SizeY;
        return spectrum.Areal(Math.Sqrt((qx * qx) + (qy * qy))) / (grid.SizeX * grid.SizeY);
    }
}
