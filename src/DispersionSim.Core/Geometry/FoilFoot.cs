namespace DispersionSim.Core;

/// <summary>The point of the foil nearest to a particle: where the two touch, and where its ring of binder stands.</summary>
public static class FoilFoot
{
    private const int Half = 4;

    /// <summary>Nearest point of the foil's surface to a centre, searched within one radius sideways, m.</summary>
    /// <remarks>A 9 × 9 grid of trial points is centred on the best one and shrunk four times: a rough foil has many local minima, so that Newton steps alone would settle in a wrong one.</remarks>
    public static Vector3d Below(HeightMap? foil, Vector3d centre, double radius)
    {
        var best = new Vector3d(centre.X, centre.Y, foil?.HeightAt(centre.X, centre.Y) ?? 0);
        if (foil is null)
        {
            return best;
        }

        double step = radius / Half;
        for (int round = 0; round < 4; round++, step /= Half)
        {
            best = BestAround(foil, centre, best, step);
        }

        return best;
    }

    /// <summary>Distance between a sphere's surface and the foil, negative where they overlap, m. Exact for spheres within a radius of the foil, no less than that for others.</summary>
    public static double Gap(HeightMap? foil, Vector3d centre, double radius) => (Below(foil, centre, radius) - centre).Length - radius;

    private static Vector3d BestAround(HeightMap foil, Vector3d centre, Vector3d around, double step)
    {
        Vector3d best = around;
        for (int j = -Half; j <= Half; j++)
        {
            for (int i = -Half; i <= Half; i++)
            {
                double x = around.X + (i * step), y = around.Y + (j * step);
                var trial = new Vector3d(x, y, foil.HeightAt(x, y));
                best = (trial - centre).LengthSquared < (best - centre).LengthSquared ? trial : best;
            }
        }

        return best;
    }
}
