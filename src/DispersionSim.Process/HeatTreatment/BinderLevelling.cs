using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A binder that flows draws together where particles touch each other or the foil: films thin, rings and the pools in the foil's valleys grow.</summary>
/// <remarks>
/// Of the film on a particle beyond a thickness of 2 nm, which its attraction to the surface holds (assumed), the share x²/a² has flowed
/// (x the Frenkel neck, <see cref="BinderFlow"/>), and goes into the particle's rings in proportion to R*² (foil: a²). A particle without a
/// ring keeps its film. The volume stays.
/// </remarks>
public static class BinderLevelling
{
    private const double HeldThickness = 2e-9;

    /// <summary>The layout after the flow.</summary>
    /// <param name="before">Films and rings.</param>
    /// <param name="radius">Particle radii, m.</param>
    /// <param name="flow">How far the binder has flowed.</param>
    public static BinderLayout Level(BinderLayout before, double[] radius, BinderFlow flow)
    {
        double[] around = new double[radius.Length];
        foreach (BinderRing ring in before.Rings)
        {
            around[ring.I] += Weight(ring, radius);
            around[ring.J < 0 ? ring.I : ring.J] += ring.J < 0 ? 0 : Weight(ring, radius);
        }

        double[] drawn = [.. radius.Select((a, i) => around[i] > 0 ? Drawn(before.FilmVolume[i], a, flow) : 0)];
        return new()
        {
            FilmVolume = [.. before.FilmVolume.Select((v, i) => v - drawn[i])],
            Rings = [.. before.Rings.Select(r => r with { Volume = r.Volume + (Weight(r, radius) * (Share(r.I) + (r.J < 0 ? 0 : Share(r.J)))) })],
        };

        double Share(int i) => around[i] > 0 ? drawn[i] / around[i] : 0;
    }

    private static double Drawn(double film, double radius, BinderFlow flow)
    {
        double held = 4 * Math.PI / 3 * (Math.Pow(radius + HeldThickness, 3) - Math.Pow(radius, 3)), neck = flow.RadiusRatio(radius);
        return Math.Max(0, film - held) * neck * neck;
    }

    /// <summary>R*², or a² on the foil, m².</summary>
    private static double Weight(BinderRing ring, double[] radius)
    {
        double a = radius[ring.I], reduced = ring.J < 0 ? a : a * radius[ring.J] / (a + radius[ring.J]);
        return reduced * reduced;
    }
}
