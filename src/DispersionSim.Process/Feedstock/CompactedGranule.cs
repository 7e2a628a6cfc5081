using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Builds a dense granule by compaction: a loose one is pressed together, contacts stick and break as it yields.</summary>
/// <remarks>
/// A granule of packing 0.3 (<see cref="DenseGranule"/>) is drawn in, two hundredths of packing at a time, relaxed in part after each draw and to rest after the last (<see cref="GranulePress"/>): spheres repel, contacts that stick pull,
/// and the radius of gyration is held at that of a homogeneous ball of the packing. Sticking contacts that gape let go; new ones stick until there are 4.4 a sphere, which leaves the network free to yield.
/// Without friction what is pressed up to 0.6 comes near the isostatic 6 contacts a sphere. In the end nothing holds the size, so that no pressure is left. Spheres that hang on nothing in the end are moved to what is nearest (<see cref="StrayPieces"/>).
/// Range: φ 0.3–0.6, Z 4–6, overlap below 0.01. Not modelled: friction and rolling resistance while pressing, the shape of a die. Cohesive powders under consolidation: gilabert-2008.
/// </remarks>
public static class CompactedGranule
{
    private const double Loose = 0.3;
    private const double Draw = 0.02;
    private const int LastSteps = 800;

    /// <summary>Enough for what a draw presses to spread and for the granule to become no less round than by twice as many; springs come to rest after the last draw.</summary>
    private const int RelaxationSteps = 100;

    /// <summary>Builds one granule.</summary>
    /// <param name="radius">Radii, m.</param>
    /// <param name="packing">φ, see <see cref="AggregateShape.Packing"/>.</param>
    /// <param name="random">Stream of this granule.</param>
    /// <returns>Centres about the centre of mass, m, in the order of the radii.</returns>
    public static Vector3d[] Build(double[] radius, double packing, RandomStream random)
    {
        Vector3d[] loose = DenseGranule.Build(radius, Loose, random);
        if (radius.Length < 3)
        {
            return loose;
        }

        double unit = AggregateShape.GeometricMeanRadius(radius);
        int[] order = SpaceOrder.Of(Array.ConvertAll(loose, p => p / (2 * unit)));
        var press = new GranulePress(Array.ConvertAll(order, i => loose[i] / unit), Array.ConvertAll(order, i => radius[i] / unit));
        press.DrawTo(Loose);
        for (double reached = Loose; reached < packing;)
        {
            reached = Math.Min(packing, reached + Draw);
            press.DrawTo(reached);
            press.Relax(reached < packing ? RelaxationSteps : LastSteps);
            press.LetGo();
            press.Stick();
        }

        press.Relax(LastSteps);
        press.Release();
        press.Relax(LastSteps);
        Vector3d[] joined = StrayPieces.Join(press.Position, press.Radius);
        var position = new Vector3d[radius.Length];
        foreach ((int k, int i) in order.Index())
        {
            position[i] = unit * joined[k];
        }

        return SphereCluster.Centred(position, radius).Position;
    }
}
