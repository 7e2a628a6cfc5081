using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Fills the invalid points of a surface from their valid neighbours.</summary>
/// <remarks>Gaps close from their rims, ring by ring, each point the mean of its known neighbours; some sweeps of averaging then smooth what was filled. Valid points stay as they are.</remarks>
internal static class GapFilling
{
    private const int SmoothingSweeps = 40;

    public static HeightMap Fill(HeightMap map)
    {
        int[] gaps = [.. Enumerable.Range(0, map.Heights.Length).Where(i => double.IsNaN(map.Heights[i]))];
        if (gaps.Length == 0)
        {
            return map;
        }

        double[] heights = [.. map.Heights];
        int[] open = gaps;
        while (open.Length > 0)
        {
            Close(map, heights, open);
            open = [.. open.Where(i => double.IsNaN(heights[i]))];
        }

        for (int sweep = 0; sweep < SmoothingSweeps; sweep++)
        {
            Close(map, heights, gaps);
        }

        return map with { Heights = heights };
    }

    private static void Close(HeightMap map, double[] heights, int[] points)
    {
        double[] means = [.. points.Select(i => NeighbourMean(map, heights, i))];
        for (int k = 0; k < points.Length; k++)
        {
            heights[points[k]] = means[k];
        }
    }

    private static double NeighbourMean(HeightMap map, double[] heights, int index)
    {
        int x = index % map.CountX, y = index / map.CountX, n = 0;
        double sum = 0;
        for (int j = Math.Max(0, y - 1); j <= Math.Min(map.CountY - 1, y + 1); j++)
        {
            for (int i = Math.Max(0, x - 1); i <= Math.Min(map.CountX - 1, x + 1); i++)
            {
                double h = heights[i + (j * map.CountX)];
                if ((i != x || j != y) && !double.IsNaN(h))
                {
                    sum += h;
                    n++;
                }
            }
        }

        return n > 0 ? sum / n : double.NaN;
    }
}
