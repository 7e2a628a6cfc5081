namespace DispersionSim.Core;

/// <summary>Upper surface of a layer as a profiler would see it from above: the highest surface of particle or foil over each point of a grid.</summary>
public sealed class LayerTop
{
    private const int Grid = 48;

    /// <summary>Particles between two looks at how low the surface still is.</summary>
    private const int Batch = 32;

    private readonly double stepX, stepY;
    private readonly double[] foil = new double[Grid * Grid];

    /// <summary>The surface over a foil.</summary>
    /// <param name="domain">Box, periodic sideways.</param>
    /// <param name="foil">Its relief.</param>
    public LayerTop(Domain domain, HeightMap foil)
    {
        (stepX, stepY) = (domain.Size.X / Grid, domain.Size.Y / Grid);
        for (int k = 0; k < this.foil.Length; k++)
        {
            this.foil[k] = foil.HeightAt(((k % Grid) + 0.5) * stepX, ((k / Grid) + 0.5) * stepY);
        }
    }

    /// <summary>Mean height over the foil's mean plane, m.</summary>
    /// <param name="position">Centres, m.</param>
    /// <param name="radius">Radii, m.</param>
    public double Mean(Vector3d[] position, double[] radius)
    {
        // From the highest down: those below all of the surface so far add nothing.
        double[] depth = [.. position.Zip(radius, (p, r) => -p.Z - r)];
        int[] order = [.. Enumerable.Range(0, depth.Length)];
        Array.Sort(depth, order);
        double[] top = [.. foil];
        for (int k = 0; k < order.Length && (k % Batch != 0 || top.Min() < -depth[k]); k++)
        {
            Cover(top, position[order[k]], radius[order[k]]);
        }

        return top.Average();
    }

    private void Cover(double[] top, Vector3d centre, double radius)
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
