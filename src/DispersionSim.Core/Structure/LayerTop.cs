namespace DispersionSim.Core;

/// <summary>Upper surface of a layer as a profiler would see it from above.</summary>
public static class LayerTop
{
    private const int Grid = 48;

    /// <summary>Mean height over the foil's mean plane of the highest surface (particle, or foil where none lies over it), m.</summary>
    public static double Mean(ParticleSet particles, Domain domain, HeightMap foil)
    {
        double stepX = domain.Size.X / Grid, stepY = domain.Size.Y / Grid;
        var top = new double[Grid * Grid];
        for (int k = 0; k < top.Length; k++)
        {
            top[k] = foil.HeightAt(((k % Grid) + 0.5) * stepX, ((k / Grid) + 0.5) * stepY);
        }

        for (int i = 0; i < particles.Count; i++)
        {
            Cover(top, particles.Position[i], particles.Radius[i], stepX, stepY);
        }

        return top.Average();
    }

    private static void Cover(double[] top, Vector3d centre, double radius, double stepX, double stepY)
    {
        int reachX = Math.Min(Grid / 2, (int)(radius / stepX) + 1), reachY = Math.Min(Grid / 2, (int)(radius / stepY) + 1);
        int cx = (int)Math.Floor(centre.X / stepX), cy = (int)Math.Floor(centre.Y / stepY);
        for (int oy = -reachY; oy <= reachY; oy++)
        {
            for (int ox = -reachX; ox <= reachX; ox++)
            {
                double dx = ((cx + ox + 0.5) * stepX) - centre.X, dy = ((cy + oy + 0.5) * stepY) - centre.Y;
                double left = (radius * radius) - (dx * dx) - (dy * dy);
                if (left > 0)
                {
                    int k = PeriodicAxis.Wrap(cx + ox, Grid) + (Grid * PeriodicAxis.Wrap(cy + oy, Grid));
                    top[k] = Math.Max(top[k], centre.Z + Math.Sqrt(left));
                }
            }
        }
    }
}
