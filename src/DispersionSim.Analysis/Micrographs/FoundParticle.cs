using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A particle's section in a picture.</summary>
/// <param name="Centre">Centre of area from the upper left corner, m; y downwards.</param>
/// <param name="Area">Area, m².</param>
/// <param name="IsCounted">Whether it touches neither the left nor the upper edge: so counted, large particles are not missed more often than small ones at one pair of edges and are at
/// the other as often counted too much (Gundersen 1977, J. Microsc. 111, 219).</param>
/// <param name="IsWhole">Whether it touches no edge.</param>
public sealed record FoundParticle(Vector3d Centre, double Area, bool IsCounted, bool IsWhole)
{
    /// <summary>Diameter of the circle of the same area, m.</summary>
    public double Diameter => Math.Sqrt(4 * Area / Math.PI);

    /// <summary>The particles of a picture of basins.</summary>
    /// <param name="basins">Basin of each pixel; those of particles that are too small become −1.</param>
    /// <param name="count">Number of basins.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="pixel">Edge of a pixel, m.</param>
    /// <param name="leastDiameter">Least equivalent diameter, pixels.</param>
    public static IReadOnlyList<FoundParticle> Of(int[] basins, int count, int width, double pixel, double leastDiameter)
    {
        var area = new int[count];
        var sumX = new double[count];
        var sumY = new double[count];
        var edges = new int[count];
        int height = basins.Length / width;
        for (int i = 0; i < basins.Length; i++)
        {
            int k = basins[i];
            if (k < 0)
            {
                continue;
            }

            (int x, int y) = (i % width, i / width);
            area[k]++;
            sumX[k] += x + 0.5;
            sumY[k] += y + 0.5;
            edges[k] |= (x == 0 || y == 0 ? 1 : 0) | (x == width - 1 || y == height - 1 ? 2 : 0);
        }

        double least = Math.PI / 4 * leastDiameter * leastDiameter;
        for (int i = 0; i < basins.Length; i++)
        {
            basins[i] = basins[i] >= 0 && area[basins[i]] < least ? -1 : basins[i];
        }

        return
        [
            .. Enumerable.Range(0, count).Where(k => area[k] >= least)
                .Select(k => new FoundParticle(new(sumX[k] / area[k] * pixel, sumY[k] / area[k] * pixel, 0), area[k] * pixel * pixel, (edges[k] & 1) == 0, edges[k] == 0)),
        ];
    }
}
