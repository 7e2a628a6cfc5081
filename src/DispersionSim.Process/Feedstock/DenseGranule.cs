using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Builds a dense granule of chosen packing, one primary after another, each resting on two or three others.</summary>
/// <remarks>
/// A primary is set where the granule keeps the radius of gyration of a homogeneous ball of packing φ, R_g² = 3/5 (Σa³/φ)^(2/3):
/// at the distance Γ from the centre of mass that <see cref="FractalAggregate"/> uses for clusters. Among the sites that touch three primaries
/// the one nearest to Γ is taken; where the coordination Z(φ) = 4.4 + 4.4 (φ − 0.3) is already reached, a site that touches two and lies at Γ exactly.
/// Contacts are exact, nothing overlaps, all hangs together.
/// Range: φ 0.3–0.55, Z 4–6 (milled or spray-dried powder; Z(φ) assumed). Not modelled: the grain's outline, surface crusts, hollow granules.
/// </remarks>
public static class DenseGranule
{
    /// <param name="radius">Radii in the order in which the primaries are set, m.</param>
    /// <param name="packing">φ, see <see cref="AggregateShape.Packing"/>.</param>
    /// <param name="random">Stream of this granule.</param>
    /// <returns>Centres about the centre of mass, m.</returns>
    public static Vector3d[] Build(double[] radius, double packing, RandomStream random)
    {
        var growth = new GranuleGrowth(radius, packing, random);
        for (int i = 0; i < radius.Length; i++)
        {
            growth.Set(i);
        }

        return growth.Centred();
    }
}
