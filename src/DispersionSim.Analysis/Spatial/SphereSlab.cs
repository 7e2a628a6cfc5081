namespace DispersionSim.Analysis;

/// <summary>The part of a sphere that lies between two heights.</summary>
public static class SphereSlab
{
    /// <summary>Share of the volume of a sphere centred at height <paramref name="centre"/> that lies between two heights, 0…1.</summary>
    /// <remarks>Below height t = (z − centre)/r, −1 ≤ t ≤ 1, lies the share (2 + 3t − t³)/4.</remarks>
    public static double Share(double centre, double radius, double low, double high) =>
        Below((high - centre) / radius) - Below((low - centre) / radius);

    private static double Below(double t)
    {
        double u = Math.Clamp(t, -1, 1);
        return (2 + (3 * u) - (u * u * u)) / 4;
    }
}
