namespace DispersionSim.Core;

/// <summary>The point of the foil nearest to a particle: where the two touch, and where its ring of binder stands.</summary>
public static class FoilFoot
{
    private const int Half = 4, Rounds = 3;

    /// <summary>Trial points a step of the foil's grid in the first round: a peak one step wide is not stepped over.</summary>
    private const int Fineness = 3, MostHalf = 32;

    /// <summary>Nearest point of the foil's surface to a centre, searched within one radius sideways, m.</summary>
    /// <remarks>
    /// A square of trial points over the particle's shadow, then squares of 9 × 9 around the best one, each four times finer: a rough foil has many local
    /// minima, so that Newton steps alone would settle in a wrong one.
    /// </remarks>
    public static Vector3d Below(HeightMap? foil, Vector3d centre, double radius)
    {
        var best = new Vector3d(centre.X, centre.Y, foil?.HeightAt(centre.X, centre.Y) ?? 0);
        if (foil is null)
        {
            return best;
        }

        int half = Math.Clamp((int)Math.Ceiling(Fineness * radius / Math.Min(foil.StepX, foil.StepY)), Half, MostHalf);
        double step = radius / half;
        best = BestAround(foil, centre, best, step, half);
        for (int round = 0; round < Rounds; round++)
        {
            step /= Half;
            best = BestAround(foil, centre, best, step, Half);
        }

        return best;
    }

    /// <summary>Particles nearer to the foil than a share of their radius, in order; without a foil, to the plane z = 0.</summary>
    /// <param name="share">Largest distance between the surfaces over the radius.</param>
    public static IEnumerable<int> Near(HeightMap? foil, ParticleSet particles, double share)
    {
        double highest = foil?.Heights.Max() ?? 0;
        return Enumerable.Range(0, particles.Count).Where(i => particles.Position[i].Z - highest < (1 + share) * particles.Radius[i]
            && (Below(foil, particles.Position[i], particles.Radius[i]) - particles.Position[i]).Length < (1 + share) * particles.Radius[i]);
    }

    private static Vector3d BestAround(HeightMap foil, Vector3d centre, Vector3d around, double step, int half)
    {
        Vector3d best = around;
        for (int j = -half; j <= half; j++)
        {
            for (int i = -half; i <= half; i++)
            {
                double x = around.X + (i * step), y = around.Y + (j * step);
                var trial = new Vector3d(x, y, foil.HeightAt(x, y));
                best = (trial - centre).LengthSquared < (best - centre).LengthSquared ? trial : best;
            }
        }

        return best;
    }
}
