using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Lays the binder down: a film on every particle, a ring at every contact, more where the solution was richer.</summary>
/// <remarks>
/// Particle i takes a share proportional to its surface times the local concentration c(ξ_i). A part of it coats the particle evenly,
/// the rest goes into the rings of its contacts in proportion to R*². Contacts are pairs (and foil contacts) whose gap is below
/// <see cref="BridgedGap"/> times the harmonic mean radius: the meniscus spans it. The volumes add up to the ledger's exactly.
/// </remarks>
internal static class BinderDeposition
{
    private const double BridgedGap = 0.05;

    public static BinderLayout Lay(ElectrodeState film, double volume, double[] profile, double ringShare)
    {
        ParticleSet p = film.Particles;
        double[] share = Shares(film, profile);
        double scale = volume / share.Sum();
        var contacts = Contacts(film);
        var around = new double[p.Count];
        foreach ((int i, int j, double weight) in contacts)
        {
            around[i] += weight;
            if (j >= 0)
            {
                around[j] += weight;
            }
        }

        BinderRing[] rings = [.. contacts.Select(c => new BinderRing(c.I, c.J, ringShare * scale * c.Weight * ((share[c.I] / around[c.I]) + (c.J >= 0 ? share[c.J] / around[c.J] : 0))))];
        double[] films = [.. Enumerable.Range(0, p.Count).Select(i => scale * share[i] * (around[i] > 0 ? 1 - ringShare : 1))];
        return Exact(new() { FilmVolume = films, Rings = rings }, volume);
    }

    private static double[] Shares(ElectrodeState film, double[] profile)
    {
        ParticleSet p = film.Particles;
        return [.. Enumerable.Range(0, p.Count).Select(i =>
        {
            double xi = Math.Clamp(p.Position[i].Z / film.FilmTop, 0, 1);
            int slice = Math.Min((int)(xi * profile.Length), profile.Length - 1);
            return p.Radius[i] * p.Radius[i] * profile[slice];
        })];
    }

    private static List<(int I, int J, double Weight)> Contacts(ElectrodeState film)
    {
        ParticleSet p = film.Particles;
        var contacts = new List<(int, int, double)>();
        foreach ((int i, int j) in NearPairs.Find(p, film.Domain, BridgedGap))
        {
            double reduced = p.Radius[i] * p.Radius[j] / (p.Radius[i] + p.Radius[j]);
            contacts.Add((i, j, reduced * reduced));
        }

        contacts.AddRange(FoilFoot.Near(film.Foil, p, BridgedGap).Select(i => (i, -1, p.Radius[i] * p.Radius[i])));
        return contacts;
    }

    /// <summary>Takes the rounding of the sums out of the largest film.</summary>
    private static BinderLayout Exact(BinderLayout layout, double volume)
    {
        double excess = layout.TotalVolume - volume;
        int largest = Array.IndexOf(layout.FilmVolume, layout.FilmVolume.Max());
        layout.FilmVolume[largest] -= excess;
        return layout;
    }
}
