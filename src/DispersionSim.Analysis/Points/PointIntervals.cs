using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>95 % intervals of the numbers of one point set, by drawing blocks of its window with replacement.</summary>
/// <remarks>
/// Blocks: 27 in space, 16 in the plane, nine columns for what depends on depth. Block draws of one set see what varies from block to block and not what
/// is larger than the window: replicates are better where there are any. Source of the draws: <see cref="Bootstrap"/>.
/// </remarks>
public static class PointIntervals
{
    /// <summary>Gives an interval to each number that can have one.</summary>
    /// <param name="sample">The set.</param>
    /// <param name="numbers">What the battery measured on it.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static IReadOnlyList<Measurement> Add(PointSample sample, IReadOnlyList<Measurement> numbers, ulong seed)
    {
        int[] counts = PointStatistics.Cells(sample).Counts;
        var cells = new Lazy<VoronoiCells>(() => VoronoiCells.Of(sample));
        return [.. numbers.Select(m => m with { Interval = m.Interval ?? Of(m) })];

        Interval? Of(Measurement m) => m.Name switch
        {
            "nearest-neighbour index" => Mean(Blocks(sample), Scaled(NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing), m.Value)),
            "crowding" => Mean(Blocks(sample), Crowding.Each(sample)),
            "contact-cluster share" => Mean(Blocks(sample), PointStatistics.Clustered(sample)),
            "Voronoi-cell variation" => Root(Mean(Blocks(sample), Deviations(cells.Value.Measures))),
            "Delaunay area disorder" => Disorder(Blocks(sample), cells.Value.Triangles),
            "depth slope" => Mean(Columns(sample), [.. sample.Depths.Select(z => 12 * ((z / sample.Depth) - 0.5))]),
            "depth wave" => DepthTrend.WaveInterval(sample, Columns(sample)),
            "cell-count variance over mean" when counts.Length >= Bootstrap.LeastBlocks => Drawn(c => new QuadratCounts(c).VarianceToMean),
            "Morisita index" when counts.Length >= Bootstrap.LeastBlocks => Drawn(c => new QuadratCounts(c).Morisita),
            _ => null,
        };

        Interval Drawn(Func<int[], double> of) => Bootstrap.OfSample([.. counts.Select(c => (double)c)], seed, drawn => of([.. drawn.Select(c => (int)c)]));

        // Each triangle lies in the block of the point that it is counted at.
        Interval? Disorder(int[] block, double[][] triangles) =>
            Root(Mean([.. triangles.SelectMany((t, i) => t.Select(_ => block[i]))], Deviations([.. triangles.SelectMany(t => t)]))) is { } v ? new(v.Low / (1 + v.Low), v.High / (1 + v.High)) : null;

        Interval? Mean(int[] block, double[] values)
        {
            double[] sum = new double[block.Max() + 1], number = new double[sum.Length];
            for (int i = 0; i < values.Length; i++)
            {
                sum[block[i]] += values[i];
                number[block[i]]++;
            }

            return Bootstrap.OfBlocks(sum, number, seed);
        }
    }

    private static int[] Blocks(PointSample sample) => new PointBlocks(sample).Blocks;

    private static int[] Columns(PointSample sample) => QuadratCounts.CellsOf(sample, sample.Dimensions == 3 ? (3, 3, 1) : (9, 1, 1));

    /// <summary>Values on a scale on which their mean is a given one.</summary>
    private static double[] Scaled(double[] values, double mean)
    {
        double factor = mean / values.Average();
        return [.. values.Select(v => v * factor)];
    }

    /// <summary>Squared deviations from the mean, over its square.</summary>
    private static double[] Deviations(double[] values)
    {
        double mean = values.Average();
        return [.. values.Select(v => (v - mean) * (v - mean) / (mean * mean))];
    }

    private static Interval? Root(Interval? squared) => squared is { } i ? new(Math.Sqrt(i.Low), Math.Sqrt(i.High)) : null;
}
