using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Builds a dense granule of chosen packing, one primary after another, each resting on two or three others.</summary>
/// <remarks>
/// A primary is set where the granule keeps the radius of gyration of a homogeneous ball of packing φ, R_g² = 3/5 (Σa³/φ)^(2/3):
/// at the distance Γ from the centre of mass that <see cref="FractalAggregate"/> uses for clusters. Among the sites that touch three primaries
/// the one nearest to Γ is taken; where the coordination Z(φ) = 4.4 + 4.4 (φ − 0.3) is already reached, a site that touches two and lies at Γ exactly.
/// Contacts are exact, nothing overlaps, all hangs together. Where a large primary set late spoils the packing of a small granule, up to 8 orders are tried.
/// Range: φ 0.3–0.55, Z 4–6 (milled or spray-dried powder; Z(φ) assumed). Not modelled: the grain's outline, surface crusts, hollow granules.
/// </remarks>
public static class DenseGranule
{
    private const int MostOrders = 8;
    private const double GoodEnough = 0.01;

    /// <summary>Builds one granule.</summary>
    /// <param name="radius">Radii, m.</param>
    /// <param name="packing">φ, see <see cref="AggregateShape.Packing"/>.</param>
    /// <param name="random">Stream of this granule.</param>
    /// <returns>Centres about the centre of mass, m, in the order of the radii.</returns>
    public static Vector3d[] Build(double[] radius, double packing, RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, radius.Length)];
        Vector3d[] best = [];
        double miss = double.PositiveInfinity;
        for (int tried = 0; tried < MostOrders && miss > GoodEnough; tried++)
        {
            Vector3d[] grown = InOrder(order, radius, packing, random);
            double off = Math.Abs(AggregateShape.Packing(grown, radius) - packing);
            (best, miss) = off < miss ? (grown, off) : (best, miss);
            random.Shuffle(order);
        }

        return best;
    }

    private static Vector3d[] InOrder(int[] order, double[] radius, double packing, RandomStream random)
    {
        var growth = new GranuleGrowth(Array.ConvertAll(order, i => radius[i]), packing, random);
        for (int k = 0; k < order.Length; k++)
        {
            growth.Set(k);
        }

        Vector3d[] grown = growth.Centred(), position = new Vector3d[order.Length];
        for (int k = 0; k < order.Length; k++)
        {
            position[order[k]] = grown[k];
        }

        return position;
    }
}
