using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>95 % intervals of the numbers of one point set, by leaving out one block of its window after the other.</summary>
/// <remarks>
/// Blocks: 27 in space, 16 in the plane, nine columns for what depends on depth, the cells themselves for what counts cells. What is left has its own density: distances are in units of its own spacing, so that sets whose number of points
/// is chance too, as that of clusters is, have it in their intervals. Blocks see what varies from block to block and not what is larger than the window, and of a few groups too little: "Intervals of the numbers" in docs/validation.md. See <see cref="BlockSums"/>.
/// </remarks>
public static class PointIntervals
{
    /// <summary>Gives an interval to each number that can have one.</summary>
    /// <param name="sample">The set.</param>
    /// <param name="numbers">What the battery measured on it.</param>
    public static IReadOnlyList<Measurement> Add(PointSample sample, IReadOnlyList<Measurement> numbers)
    {
        int[] counts = PointStatistics.Cells(sample).Counts;
        var blocks = new Lazy<PointBlocks>(() => new(sample));
        var cells = new Lazy<VoronoiCells>(() => VoronoiCells.Of(sample));
        return [.. numbers.Select(m => m with { Interval = m.Interval ?? Of(m) })];

        Interval? Of(Measurement m) => m.Name switch
        {
            "nearest-neighbour index" => Spaced(NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing), m.Value),
            "crowding" => blocks.Value.Crowding(),
            "contact-cluster share" => Sums(PointStatistics.Clustered(sample)).Interval(s => s[0] / s[2], ErrorScale.LogOdds),
            "Voronoi-cell variation" => Sums(cells.Value.Measures).Interval(Variation, ErrorScale.Logarithm),
            "Delaunay area disorder" => Triangles(cells.Value.Triangles).Interval(s => Variation(s) / (1 + Variation(s)), ErrorScale.Logarithm),
            "depth slope" => Sums([.. sample.Depths], Columns(sample), 9).Interval(s => 12 * ((s[0] / s[2] / sample.Depth) - 0.5), ErrorScale.Plain),
            "depth wave" => DepthTrend.WaveInterval(sample, Columns(sample)),
            "cell-count variance over mean" => Counted(s => ((s[1] - (s[0] * s[0] / s[2])) / (s[2] - 1)) / (s[0] / s[2])),
            "Morisita index" => Counted(s => s[2] * (s[1] - s[0]) / (s[0] * (s[0] - 1))),
            _ => null,
        };

        // Distances over the spacing of what is left.
        Interval? Spaced(double[] nearest, double index)
        {
            double Index(double[] s) => s[0] / s[2] * Math.Pow(s[2] / s[3], 1.0 / sample.Dimensions);
            BlockSums sums = Sums(nearest);
            double unit = index / Index(sums.Total);
            return sums.Interval(s => unit * Index(s), ErrorScale.Logarithm);
        }

        BlockSums Sums(double[] values, int[]? block = null, int count = 0) => Summed(values, block ?? blocks.Value.Blocks, count > 0 ? count : blocks.Value.Count, sample.Measure);

        // Each triangle lies in the block of the point that it is counted at.
        BlockSums Triangles(double[][] triangles) =>
            Summed([.. triangles.SelectMany(t => t)], [.. triangles.SelectMany((t, i) => t.Select(_ => blocks.Value.Blocks[i]))], blocks.Value.Count, sample.Measure);

        Interval? Counted(Func<double[], double> of) =>
            counts.Length < BlockSums.LeastBlocks ? null : Summed([.. counts.Select(c => (double)c)], [.. Enumerable.Range(0, counts.Length)], counts.Length, sample.Measure).Interval(of, ErrorScale.Logarithm);
    }

    private static int[] Columns(PointSample sample) => QuadratCounts.CellsOf(sample, sample.Dimensions == 3 ? (3, 3, 1) : (9, 1, 1));

    /// <summary>Sum, sum of squares, number and window of each block.</summary>
    private static BlockSums Summed(double[] values, int[] block, int count, double measure)
    {
        var sums = new BlockSums(count, 4);
        for (int b = 0; b < count; b++)
        {
            sums[b][3] = measure / count;
        }

        foreach ((int i, double value) in values.Index())
        {
            double[] own = sums[block[i]];
            (own[0], own[1], own[2]) = (own[0] + value, own[1] + (value * value), own[2] + 1);
        }

        return sums;
    }

    /// <summary>Standard deviation over mean.</summary>
    private static double Variation(double[] s) => Math.Sqrt(Math.Max(0, (s[1] / s[2]) - (s[0] * s[0] / s[2] / s[2]))) / (s[0] / s[2]);
}
