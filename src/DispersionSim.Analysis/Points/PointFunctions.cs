namespace DispersionSim.Analysis;

/// <summary>Functions of distance that describe how points lie to each other.</summary>
public static class PointFunctions
{
    /// <summary>L(r) − r at r = step, 2·step, …: 0 for points placed at random, above it where they crowd.</summary>
    /// <remarks>L = √(K/π) in the plane, (3K/4π)^(1/3) in space; K as in <see cref="PairCorrelation.Ripley"/>. Source: ripley-1976.</remarks>
    public static double[] CentredL(PointSample sample, double step, int count)
    {
        double[] k = PairCorrelation.Ripley(sample.Window, sample.Positions, step, count);
        return [.. k.Select((value, i) => Length(value, sample.Dimensions) - ((i + 1) * step))];
    }

    /// <summary>Radius of the ball or disc of a given volume or area.</summary>
    public static double Length(double measure, int dimensions) => dimensions == 3 ? Math.Cbrt(3 * measure / (4 * Math.PI)) : Math.Sqrt(measure / Math.PI);

    /// <summary>Share of points whose nearest neighbour is not farther than r, at each of the distances; no edge correction: the null has the same edges.</summary>
    /// <param name="nearest">Distance of each point to its nearest neighbour.</param>
    /// <param name="distances">The distances r.</param>
    public static double[] NearestNeighbour(double[] nearest, IEnumerable<double> distances)
    {
        double[] sorted = [.. nearest.Order()];
        return [.. distances.Select(r => CountUpTo(sorted, r) / (double)sorted.Length)];
    }

    /// <summary>Hanisch's estimator of the same at step, 2·step, …: only points nearer to their neighbour than to an open edge count, each by the inverse of the window in which it would.</summary>
    /// <remarks>Weights are taken at the end of the step that a distance falls into. Source: hanisch-1984.</remarks>
    public static double[] NearestNeighbourCorrected(PointSample sample, double step, int count)
    {
        double[] nearest = NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing), weight = new double[count];
        for (int i = 0; i < nearest.Length; i++)
        {
            int k = Math.Max(0, (int)Math.Ceiling(nearest[i] / step) - 1);
            if (k < count && nearest[i] <= sample.DistanceToEdge(sample.Positions[i]))
            {
                weight[k] += 1 / sample.MeasureWithin((k + 1) * step);
            }
        }

        double total = weight.Sum(), sum = 0;
        return [.. weight.Select(w => (sum += w) / total)];
    }

    /// <summary>The Kaplan–Meier estimator of the same at step, 2·step, …: a point nearer to an open edge than to its neighbour still tells that the neighbour is farther.</summary>
    /// <remarks>Source: baddeley-gill-1997.</remarks>
    public static double[] NearestNeighbourKaplanMeier(PointSample sample, double step, int count) =>
        KaplanMeier.Distribution(NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing).Select((d, i) => (d, sample.DistanceToEdge(sample.Positions[i]))), step, count, sample.Dimensions == 2);

    private static int CountUpTo(double[] sorted, double r)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] <= r ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
