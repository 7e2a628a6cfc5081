using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Which particles of a finished film a chain of contacts joins to the foil.</summary>
/// <remarks>
/// Two particles are joined where they touch, where a bond of the powder or the furnace holds them, and where a ring of binder marks that they touched
/// when the film had dried. Particle and foil are joined where they touch or a ring stands between them.
/// </remarks>
public static class FoilPaths
{
    // Touching up to the rounding of single-precision positions; at the foil up to that of the search for its nearest point.
    private const double Touch = 1e-5, TouchFoil = 0.01;

    /// <summary>One entry a particle, true where it is joined to the foil.</summary>
    public static bool[] Of(ElectrodeState film)
    {
        ParticleSet p = film.Particles;
        var clusters = new Clusters(p.Count, Joined(film));
        HashSet<int> grounded = [.. OnFoil(film).Select(clusters.Root)];
        return [.. Enumerable.Range(0, p.Count).Select(i => grounded.Contains(clusters.Root(i)))];
    }

    private static IEnumerable<(int I, int J)> Joined(ElectrodeState film)
    {
        ParticleSet p = film.Particles;
        return Contacts.Find(film.Domain, p.Position, p.Radius, Touch * p.Radius.DefaultIfEmpty().Average())
            .Concat(film.Bonds.Select(b => (b.I, b.J)))
            .Concat(Rings(film).Where(r => r.J >= 0).Select(r => (r.I, r.J)));
    }

    private static IEnumerable<int> OnFoil(ElectrodeState film) =>
        FoilFoot.Near(film.Foil, film.Particles, TouchFoil).Concat(Rings(film).Where(r => r.J < 0).Select(r => r.I));

    private static BinderRing[] Rings(ElectrodeState film) => film.Binder?.Rings ?? [];
}
