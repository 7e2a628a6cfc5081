using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A patch cut from a measured surface.</summary>
/// <param name="Map">Periodic, mean height zero.</param>
/// <param name="FilledPoints">Invalid points of the file that were filled from their neighbours.</param>
public sealed record FoilCut(HeightMap Map, int FilledPoints);

/// <summary>Cuts the patch of foil under the simulated layer from a measured surface.</summary>
/// <remarks>
/// The file is levelled by its least-squares plane, gaps are filled from their rims, a window is taken at random (in the middle without a random stream),
/// resampled by cubic interpolation, and made periodic: over a margin of up to 15 % of the patch the window is faded into its own continuation
/// beyond the opposite edge, with weights whose squares add up to 1, which keeps the variance. The file must be larger than the patch by at
/// least 5 % along both axes; it is never repeated or mirrored.
/// </remarks>
public static class MeasuredFoil
{
    private const double LargestMargin = 0.15;
    private const double LeastMargin = 0.05;

    // A coarse file still says how the foil under the patch slopes and bends: a small patch of a few points keeps that, one of fewer is no topography.
    private const int LeastPointsAcross = 3;

    /// <summary>Cuts a patch of the given size with points no farther apart than the step.</summary>
    /// <exception cref="InputException">The file is too small or too coarse for the patch.</exception>
    public static FoilCut Cut(HeightMap measured, double sizeX, double sizeY, double step, RandomStream? random)
    {
        Check(measured, sizeX, sizeY);
        HeightMap whole = GapFilling.Fill(MeanPlane.Level(measured));
        double marginX = Margin(measured.CountX - 1, measured.StepX, sizeX), marginY = Margin(measured.CountY - 1, measured.StepY, sizeY);
        double startX = Start(((measured.CountX - 1) * measured.StepX) - sizeX - marginX, random), startY = Start(((measured.CountY - 1) * measured.StepY) - sizeY - marginY, random);
        int countX = FoilSurface.Count(sizeX, step), countY = FoilSurface.Count(sizeY, step);
        Fade fadeX = new(sizeX, marginX), fadeY = new(sizeY, marginY);
        double[] heights = new double[countX * countY];
        for (int i = 0; i < heights.Length; i++)
        {
            heights[i] = Blend(whole, startX, startY, i % countX * sizeX / countX, i / countX * sizeY / countY, fadeX, fadeY);
        }

        double mean = heights.Average();
        return new(new(countX, countY, sizeX / countX, sizeY / countY, [.. heights.Select(h => h - mean)], Periodic: true), measured.InvalidPoints);
    }

    private static void Check(HeightMap measured, double sizeX, double sizeY)
    {
        double extentX = (measured.CountX - 1) * measured.StepX, extentY = (measured.CountY - 1) * measured.StepY;
        if (extentX < (1 + LeastMargin) * sizeX || extentY < (1 + LeastMargin) * sizeY)
        {
            throw new InputException($"the measured surface is {extentX * 1e6:0.###} x {extentY * 1e6:0.###} um; under a film segment of {sizeX * 1e6:0.##} x {sizeY * 1e6:0.##} um it must be at least {(1 + LeastMargin) * sizeX * 1e6:0.##} x {(1 + LeastMargin) * sizeY * 1e6:0.##} um; take a larger measurement or fewer primaries");
        }

        if (measured.StepX * LeastPointsAcross > sizeX || measured.StepY * LeastPointsAcross > sizeY)
        {
            throw new InputException($"points {measured.StepX * 1e6:0.###} x {measured.StepY * 1e6:0.###} um apart (its own spacing, or foil.topography.pixel_size) are too coarse under a film segment of {sizeX * 1e6:0.##} x {sizeY * 1e6:0.##} um: at most {sizeX / LeastPointsAcross * 1e6:0.###} x {sizeY / LeastPointsAcross * 1e6:0.###} um, so that {LeastPointsAcross} lie across; take a finer measurement or more primaries");
        }
    }

    private static double Margin(int intervals, double step, double size) => Math.Min(LargestMargin * size, (intervals * step) - size);

    private static double Start(double room, RandomStream? random) => Math.Max(0, room) * (random?.NextDouble() ?? 0.5);

    /// <summary>Within the margin at the low edge the window is mixed with what follows it beyond the high edge.</summary>
    private static double Blend(HeightMap map, double startX, double startY, double x, double y, Fade fadeX, Fade fadeY)
    {
        (double ownX, double nextX) = fadeX.Weights(x);
        (double ownY, double nextY) = fadeY.Weights(y);
        double sum = 0;
        foreach ((double weight, double u, double v) in new[] { (ownX * ownY, x, y), (nextX * ownY, x + fadeX.Size, y), (ownX * nextY, x, y + fadeY.Size), (nextX * nextY, x + fadeX.Size, y + fadeY.Size) })
        {
            sum += weight > 0 ? weight * CubicInterpolation.At(map, startX + u, startY + v) : 0;
        }

        return sum;
    }

    private readonly record struct Fade(double Size, double Margin)
    {
        public (double Own, double Next) Weights(double x)
        {
            double t = Math.Clamp(x / Margin, 0, 1), angle = Math.PI / 2 * t * t * (3 - (2 * t));
            return t >= 1 ? (1, 0) : (Math.Sin(angle), Math.Cos(angle));
        }
    }
}
