using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A stretch of a surface along x.</summary>
public static class SurfaceSection
{
    private const int LeastPoints = 3;

    /// <summary>The points whose distance from the first column lies between two limits, both included.</summary>
    /// <param name="map">The surface.</param>
    /// <param name="from">m; the first column where null.</param>
    /// <param name="to">m; the last column where null.</param>
    /// <exception cref="InputException">The limits leave fewer than three points along x, or no valid one.</exception>
    public static HeightMap Cut(HeightMap map, double? from, double? to)
    {
        if (from is null && to is null)
        {
            return map;
        }

        // A limit on a point is that point, whatever its last digit.
        const double Rounding = 1e-6;
        double last = (map.CountX - 1) * map.StepX;
        int first = (int)Math.Ceiling(Math.Max(0, (from ?? 0) / map.StepX) - Rounding), end = (int)Math.Floor(Math.Min(map.CountX - 1, ((to ?? last) / map.StepX) + Rounding));
        int count = end - first + 1;
        if (count < LeastPoints)
        {
            throw new InputException($"the section from {(from ?? 0) * 1e6:0.###} to {(to ?? last) * 1e6:0.###} um holds fewer than {LeastPoints} points along x: the surface reaches from 0 to {last * 1e6:0.###} um, points {map.StepX * 1e6:0.####} um apart");
        }

        double[] heights = [.. Enumerable.Range(0, map.CountY).SelectMany(y => map.Heights[((y * map.CountX) + first)..((y * map.CountX) + first + count)])];
        return Array.Exists(heights, double.IsFinite)
            ? map with { CountX = count, Heights = heights, Periodic = false }
            : throw new InputException($"the section from {(from ?? 0) * 1e6:0.###} to {(to ?? last) * 1e6:0.###} um holds no valid point");
    }
}
