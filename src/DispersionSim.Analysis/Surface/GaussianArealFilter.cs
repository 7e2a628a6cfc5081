using System.Numerics;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The Gaussian areal filter: the surface of the long waves.</summary>
/// <remarks>
/// The weights of <see cref="GaussianProfileFilter"/> along x and along y, one after the other (their product depends on the distance alone), divided by the sum of those that
/// fall on valid points. As an S-filter it keeps the mean surface; as an L-filter what is left over it. Invalid points stay so. Source: iso-16610-61, iso-16610-28.
/// </remarks>
public static class GaussianArealFilter
{
    /// <summary>The mean surface: waves longer than the nesting index, m.</summary>
    public static HeightMap MeanSurface(HeightMap map, double nestingIndex)
    {
        Complex[] points = [.. map.Heights.Select(GaussianSmoothing.Point)], column = new Complex[map.CountY];
        GaussianSmoothing alongX = new(map.CountX, map.StepX, nestingIndex, map.Periodic), alongY = new(map.CountY, map.StepY, nestingIndex, map.Periodic);
        for (int y = 0; y < map.CountY; y++)
        {
            alongX.Smooth(points.AsSpan(y * map.CountX, map.CountX));
        }

        for (int x = 0; x < map.CountX && map.CountY > 1; x++)
        {
            for (int y = 0; y < map.CountY; y++)
            {
                column[y] = points[x + (y * map.CountX)];
            }

            alongY.Smooth(column);
            for (int y = 0; y < map.CountY; y++)
            {
                points[x + (y * map.CountX)] = column[y];
            }
        }

        return map with { Heights = [.. points.Select((p, i) => double.IsNaN(map.Heights[i]) ? double.NaN : GaussianSmoothing.Height(p))] };
    }

    /// <summary>The surface less its mean surface: waves shorter than the nesting index, m.</summary>
    public static HeightMap Residual(HeightMap map, double nestingIndex)
    {
        HeightMap mean = MeanSurface(map, nestingIndex);
        return map with { Heights = [.. map.Heights.Zip(mean.Heights, (h, m) => h - m)] };
    }
}
