namespace DispersionSim.Analysis;

/// <summary>What the tests look at, of one set: the observed one or a simulation.</summary>
/// <param name="L">L(r) − r, m.</param>
/// <param name="Nearest">Share of points with a neighbour within each distance.</param>
/// <param name="Trend">Depth slope, or depth wave where the last axis wraps.</param>
/// <param name="Clustered">Share in contact clusters of at least three; NaN for points without size.</param>
/// <param name="Variance">Variance over mean of cell counts.</param>
/// <param name="Index">Clark and Evans' index.</param>
/// <param name="Morisita">Morisita's index of the same cells.</param>
/// <param name="Crowding">How often points have three others close by.</param>
internal sealed record PointReadings(double[] L, double[] Nearest, double Trend, double Clustered, double Variance, double Index, double Morisita, double Crowding)
{
    /// <summary>Reads a set.</summary>
    /// <param name="sample">The set.</param>
    /// <param name="scale">Distances of the functions, which are the observed set's for all.</param>
    public static PointReadings Of(PointSample sample, PointScale scale)
    {
        double[] nearest = NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing);
        QuadratCounts cells = PointStatistics.Cells(sample);
        return new(
            [.. PointFunctions.CentredL(sample, scale.Step, scale.Last).Skip(scale.First - 1)],
            PointFunctions.NearestNeighbour(nearest, scale.NearestDistances),
            DepthTrend.Of(sample),
            sample.Radii.Length > 0 ? PointStatistics.ClusteredShare(sample) : double.NaN,
            cells.VarianceToMean,
            PointStatistics.NearestNeighbourIndexOf(sample, nearest),
            cells.Morisita,
            Analysis.Crowding.Of(sample));
    }

    /// <summary>The mean over several sets, function by function and number by number.</summary>
    public static PointReadings Mean(IReadOnlyCollection<PointReadings> sets)
    {
        return new(Curve(s => s.L), Curve(s => s.Nearest), Number(s => s.Trend), Number(s => s.Clustered), Number(s => s.Variance), Number(s => s.Index), Number(s => s.Morisita), Number(s => s.Crowding));

        double Number(Func<PointReadings, double> of) => sets.Average(of);

        double[] Curve(Func<PointReadings, double[]> of) => [.. Enumerable.Range(0, of(sets.First()).Length).Select(k => sets.Average(s => of(s)[k]))];
    }
}

/// <summary>Distances at which the functions of a set are taken: L from 0.4 to 3 spacings (at most half a periodic or open window), neighbours up to 1.5.</summary>
internal sealed record PointScale
{
    private const int StepsPerSpacing = 20;

    public PointScale(PointSample sample)
    {
        Step = sample.Spacing / StepsPerSpacing;
        double shortest = sample.Dimensions == 3 ? Math.Min(Math.Min(sample.Window.Size.X, sample.Window.Size.Y), sample.Window.Size.Z) : Math.Min(sample.Window.Size.X, sample.Window.Size.Y);
        First = (int)Math.Round(0.4 * StepsPerSpacing);
        Last = Math.Max(First, Math.Min(3 * StepsPerSpacing, (int)(shortest / 2 / Step)));
    }

    /// <summary>Distance between values, m.</summary>
    public double Step { get; }

    /// <summary>Number of the first value used.</summary>
    public int First { get; }

    /// <summary>Number of the last one.</summary>
    public int Last { get; }

    public double[] Distances => [.. Enumerable.Range(First, Last - First + 1).Select(k => k * Step)];

    public double[] NearestDistances => [.. Enumerable.Range(1, StepsPerSpacing * 3 / 2).Select(k => k * Step)];
}
