using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>When the solution reaches each contact inside an agglomerate; until then the contact has its dry pull-off force.</summary>
/// <remarks>
/// Washburn from the outline inward: depth L = √(r γ cos θ t/2μ), r = ⅔ a (1 − φ)/φ the mean hydraulic radius of a packing φ of primaries of radius a. The depth of a
/// contact is what its middle lies inside the sphere of the agglomerate's radius of gyration, R = √(5/3) R_g. Flat front; the air inside escapes; a contact that has opened
/// is wet from then on. Source: washburn-1921.
/// </remarks>
internal sealed class DelayedWetting
{
    private readonly ElectrodeState powder;
    private readonly WettingOptions options;
    private readonly double viscosity;
    private readonly double[] depth;
    private readonly double[] pore;

    public DelayedWetting(ElectrodeState powder, WettingOptions options, double viscosity)
    {
        (this.powder, this.options, this.viscosity) = (powder, options, viscosity);
        ParticleSet p = powder.Particles;
        (depth, pore) = (new double[p.Count], new double[p.Count]);
        foreach (int[] members in Enumerable.Range(0, p.Count).Where(i => p.AgglomerateId[i] > 0).GroupBy(i => p.AgglomerateId[i]).Select(g => g.ToArray()))
        {
            Measure(members);
        }
    }

    /// <summary>Whether the contact of two primaries of one agglomerate is still dry after a time in the solution, s.</summary>
    public bool IsDry(int i, int j, double time)
    {
        double front = Math.Sqrt(pore[i] * options.SurfaceTension * Math.Cos(options.ContactAngle * Math.PI / 180) * (time + options.Soaking) / (2 * viscosity));
        return (depth[i] + depth[j]) / 2 > front;
    }

    private void Measure(int[] members)
    {
        ParticleSet p = powder.Particles;
        Vector3d middle = DispersionStage.Middle(members.Select(i => p.Position[i]), powder.Domain);
        Vector3d[] place = [.. members.Select(i => powder.Domain.Nearest(p.Position[i] - middle))];
        double[] radius = [.. members.Select(i => p.Radius[i])];
        Vector3d centre = AggregateShape.Centre(place, radius);
        double outline = Math.Sqrt(5.0 / 3) * AggregateShape.RadiusOfGyration(place, radius), packing = Math.Min(AggregateShape.Packing(place, radius), 0.74);
        double hydraulic = 2.0 / 3 * AggregateShape.GeometricMeanRadius(radius) * (1 - packing) / packing;
        for (int k = 0; k < members.Length; k++)
        {
            (depth[members[k]], pore[members[k]]) = (Math.Max(0, outline - (place[k] - centre).Length), hydraulic);
        }
    }
}
