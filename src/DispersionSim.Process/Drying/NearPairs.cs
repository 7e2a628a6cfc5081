using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Pairs of spheres of a film nearer than a share of their harmonic mean radius.</summary>
internal static class NearPairs
{
    /// <summary>Pairs I &lt; J, in order.</summary>
    /// <param name="gapShare">Largest gap over the harmonic mean radius 2R*.</param>
    public static IReadOnlyList<(int I, int J)> Find(ParticleSet particles, Domain domain, double gapShare)
    {
        var grid = new SphereGrid(domain, Vector3d.Zero, 2 * particles.Radius.DefaultIfEmpty(0).Max() * (1 + gapShare));
        for (int i = 0; i < particles.Count; i++)
        {
            grid.Add(particles.Position[i], particles.Radius[i]);
        }

        var found = new List<(int I, int J)>();
        var around = new List<int>();
        for (int i = 0; i < particles.Count; i++)
        {
            grid.Near(particles.Position[i], around);
            around.Sort();
            found.AddRange(around.Where(j => j > i && Near(particles, domain, i, j, gapShare)).Select(j => (i, j)));
        }

        return found;
    }

    private static bool Near(ParticleSet p, Domain domain, int i, int j, double gapShare)
    {
        double ri = p.Radius[i], rj = p.Radius[j];
        double reach = ri + rj + (gapShare * 2 * ri * rj / (ri + rj));
        return domain.Nearest(p.Position[i] - p.Position[j]).LengthSquared < reach * reach;
    }
}
