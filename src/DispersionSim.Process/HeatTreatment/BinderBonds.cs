using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Bonds that the furnace makes: cured rings of binder, and necks where silicon sinters.</summary>
public static class BinderBonds
{
    /// <summary>Neck over particle radius from which a contact counts as sintered.</summary>
    public const double SinteredNeck = 0.01;

    /// <summary>The bonds from before (the powder's, whose ancestry must not be lost), one per ring between two particles,
    /// and a sinter bond per ring once necks exceed <see cref="SinteredNeck"/>.</summary>
    /// <param name="neckRatio">Neck over particle radius.</param>
    public static Bond[] Add(IEnumerable<Bond> before, BinderLayout layout, double[] radius, double neckRatio)
    {
        BinderRing[] rings = [.. layout.Rings.Where(r => r.J >= 0 && r.Volume > 0)];
        IEnumerable<Bond> binder = rings.Select(r => ToBond(r, BondOrigin.Binder, BinderLayout.RingRadius(r.Volume, HarmonicMean(radius, r))));
        IEnumerable<Bond> necks = neckRatio < SinteredNeck ? [] : rings.Select(r => ToBond(r, BondOrigin.Sinter, neckRatio * HarmonicMean(radius, r)));
        return [.. before.Where(b => b.Origin is not BondOrigin.Binder and not BondOrigin.Sinter), .. binder, .. necks];
    }

    /// <summary>Fraction of the particles that touch a ring of binder, on another particle or on the foil.</summary>
    public static double ShareOfParticlesTouched(BinderLayout layout, int particles)
    {
        var touched = new HashSet<int>();
        foreach (BinderRing ring in layout.Rings.Where(r => r.Volume > 0))
        {
            touched.Add(ring.I);
            touched.Add(ring.J);
        }

        touched.Remove(-1);
        return particles == 0 ? 0 : (double)touched.Count / particles;
    }

    private static Bond ToBond(BinderRing ring, BondOrigin origin, double radius) =>
        new(Math.Min(ring.I, ring.J), Math.Max(ring.I, ring.J), origin, radius);

    private static double HarmonicMean(double[] radius, BinderRing ring) =>
        2 * radius[ring.I] * radius[ring.J] / (radius[ring.I] + radius[ring.J]);
}
