using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Pairs of spheres nearer than a share of their harmonic mean radius, found by sweeping along z.</summary>
internal static class NearPairs
{
    /// <param name="gapShare">Largest gap over the harmonic mean radius 2R*.</param>
    public static IEnumerable<(int I, int J)> Find(ParticleSet particles, Domain domain, double gapShare)
    {
        int[] byHeight = [.. Enumerable.Range(0, particles.Count).OrderBy(i => particles.Position[i].Z)];
        double largest = particles.Count == 0 ? 0 : particles.Radius.Max();
        var found = new List<(int I, int J)>();
        for (int a = 0; a < byHeight.Length; a++)
        {
            int i = byHeight[a];
            double reach = (particles.Radius[i] + largest) * (1 + gapShare);
            for (int b = a + 1; b < byHeight.Length && particles.Position[byHeight[b]].Z - particles.Position[i].Z < reach; b++)
            {
                int j = byHeight[b];
                if (Near(particles, domain, i, j, gapShare))
                {
                    found.Add((Math.Min(i, j), Math.Max(i, j)));
                }
            }
        }

        found.Sort();
        return found;
    }

    private static bool Near(ParticleSet p, Domain domain, int i, int j, double gapShare)
    {
        double ri = p.Radius[i], rj = p.Radius[j];
        double reach = ri + rj + (gapShare * 2 * ri * rj / (ri + rj));
        return domain.Nearest(p.Position[i] - p.Position[j]).LengthSquared < reach * reach;
    }
}
