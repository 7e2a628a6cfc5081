using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How far places of the window are from the nearest point, and how that compares with the points themselves.</summary>
public static class EmptySpace
{
    /// <summary>F(r) at step, 2·step, …: share of places of the window with a point not farther than r, by the Kaplan–Meier estimator.</summary>
    /// <remarks>Places: <see cref="EvenPlaces"/>. Random points: 1 − exp(−n̂ v_d r^d), v_d the unit ball; lower where points crowd. Source: baddeley-gill-1997.</remarks>
    /// <param name="sample">Points.</param>
    /// <param name="step">Step of r, m.</param>
    /// <param name="count">Number of r.</param>
    /// <param name="spacing">Mean distance between places, m.</param>
    public static double[] Function(PointSample sample, double step, int count, double spacing) =>
        KaplanMeier.Distribution(Distances(sample, step * count, spacing).Select(p => (p.Distance, p.Edge)), step, count, sample.Dimensions == 2);

    /// <summary>Places of the window, how far the nearest point is from each (infinite beyond a reach), and how far the nearest open edge.</summary>
    internal static IEnumerable<(Vector3d Place, double Distance, double Edge)> Distances(PointSample sample, double reach, double spacing)
    {
        var cells = new NeighbourCells(sample, reach);
        for (int i = 0; i < sample.Count; i++)
        {
            cells.Add(i, sample.Positions[i]);
        }

        return EvenPlaces.In(sample, spacing).Select(p => (p, Nearest(sample, cells, p, reach), sample.DistanceToEdge(p)));
    }

    /// <summary>J(r) = (1 − G)/(1 − F) at step, 2·step, …: 1 for random points, below it where points crowd, above it where they keep apart; NaN where F = 1.</summary>
    /// <remarks>G and F by the Kaplan–Meier estimator. Source: van-lieshout-baddeley-1996.</remarks>
    /// <inheritdoc cref="Function"/>
    public static double[] Contrast(PointSample sample, double step, int count, double spacing) =>
        Contrast(PointFunctions.NearestNeighbourKaplanMeier(sample, step, count), Function(sample, step, count, spacing));

    /// <summary>The same from G and F that are known already.</summary>
    internal static double[] Contrast(double[] nearest, double[] empty) => [.. nearest.Zip(empty, (g, f) => f < 1 ? (1 - g) / (1 - f) : double.NaN)];

    private static double Nearest(PointSample sample, NeighbourCells cells, Vector3d place, double reach)
    {
        double least = double.PositiveInfinity;
        foreach (int i in cells.Near(place))
        {
            least = Math.Min(least, sample.Window.Nearest(sample.Positions[i] - place).LengthSquared);
        }

        return least <= reach * reach ? Math.Sqrt(least) : double.PositiveInfinity;
    }
}
