using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The blocks of a window, 27 in space and 16 in the plane, what each has of the functions of distance, and the intervals that follow.</summary>
/// <remarks>A pair counts half to the block of either point. Estimators are those of the whole set, of the volume, points and pairs that are left without a block. Source: loh-2008.</remarks>
public sealed class PointBlocks
{
    private readonly PointSample sample;
    private readonly (int X, int Y, int Z) division;
    private readonly int[] blocks;

    /// <summary>Cuts a window.</summary>
    public PointBlocks(PointSample sample)
    {
        this.sample = sample;
        division = sample.Dimensions == 3 ? (3, 3, 3) : (4, 4, 1);
        blocks = QuadratCounts.CellsOf(sample, division);
    }

    /// <summary>Number of blocks.</summary>
    public int Count => division.X * division.Y * division.Z;

    /// <summary>Block of each point.</summary>
    public int[] Blocks => blocks;

    /// <summary>Intervals of K at step, 2·step, ….</summary>
    public Interval?[] Ripley(double step, int count) => Pairs(step, count, 0, (_, _, _) => 1).Intervals(s => K(s, count), ErrorScale.Logarithm);

    /// <summary>Intervals of L(r) − r.</summary>
    public Interval?[] CentredL(double step, int count) => Pairs(step, count, 0, (_, _, _) => 1)
        .Intervals(s => [.. K(s, count).Select((k, at) => PointFunctions.Length(k, sample.Dimensions) - ((at + 1) * step))], ErrorScale.Plain);

    /// <summary>Intervals of the smooth pair correlation.</summary>
    public Interval?[] PairCorrelation(double step, int count)
    {
        double h = DistanceKernel.HalfWidth(sample);
        BlockSums sums = Pairs(step, count, h, (_, _, d) => 1 / (sample.Dimensions == 3 ? 4 * Math.PI * d * d : 2 * Math.PI * d));
        return sums.Intervals(s => [.. Enumerable.Range(0, count).Select(k => s[0] / (s[1] * (s[1] - 1)) * s[2 + k] / DistanceKernel.ShareAboveZero((k + 1) * step, h))], ErrorScale.Logarithm);
    }

    /// <summary>Intervals of the mark correlation.</summary>
    public Interval?[] MarkCorrelation(double[] marks, double step, int count)
    {
        double h = DistanceKernel.HalfWidth(sample);
        BlockSums all = Pairs(step, count, h, (_, _, _) => 1), marked = Pairs(step, count, h, (i, j, _) => marks[i] * marks[j]), both = new(Count, (2 * count) + 2);
        for (int b = 0; b < Count; b++)
        {
            all[b].AsSpan(2).CopyTo(both[b]);
            marked[b].AsSpan(2).CopyTo(both[b].AsSpan(count));
        }

        for (int i = 0; i < marks.Length; i++)
        {
            both[blocks[i]][2 * count] += marks[i];
            both[blocks[i]][(2 * count) + 1]++;
        }

        return both.Intervals(s => [.. Enumerable.Range(0, count).Select(k => s[count + k] / s[k] * Math.Pow(s[(2 * count) + 1] / s[2 * count], 2))], ErrorScale.Logarithm);
    }

    /// <summary>Intervals of K between two kinds.</summary>
    public Interval?[] CrossRipley(int[] kinds, int first, int second, double step, int count)
    {
        BlockSums pairs = Pairs(step, count, 0, (i, j, _) => (kinds[i] == first && kinds[j] == second) || (kinds[i] == second && kinds[j] == first) ? 1 : 0), both = new(Count, count + 3);
        for (int b = 0; b < Count; b++)
        {
            pairs[b].AsSpan(2).CopyTo(both[b]);
            both[b][count] = pairs[b][0];
        }

        for (int i = 0; i < kinds.Length; i++)
        {
            both[blocks[i]][count + 1] += kinds[i] == first ? 1 : 0;
            both[blocks[i]][count + 2] += kinds[i] == second ? 1 : 0;
        }

        return both.Intervals(s =>
        {
            double sum = 0;
            return [.. Enumerable.Range(0, count).Select(k => s[count] / (s[count + 1] * s[count + 2]) * (sum += s[k] / 2))];
        }, ErrorScale.Logarithm);
    }

    /// <summary>Intervals of the share of points with a neighbour within each distance, without edge correction.</summary>
    public Interval?[] NearestNeighbour(double[] nearest, double[] distances)
    {
        var sums = new BlockSums(Count, distances.Length + 1);
        for (int i = 0; i < nearest.Length; i++)
        {
            sums[blocks[i]][^1]++;
            for (int k = distances.Length - 1; k >= 0 && nearest[i] <= distances[k]; k--)
            {
                sums[blocks[i]][k]++;
            }
        }

        return sums.Intervals(s => [.. distances.Select((_, k) => s[k] / s[^1])], ErrorScale.LogOdds);
    }

    /// <summary>Interval of the crowding: of the points outside each block, within the reach that their own density gives.</summary>
    public Interval? Crowding()
    {
        int[] left = [.. Enumerable.Range(0, Count).Select(b => sample.Count - blocks.Count(own => own == b))];
        double[] reaches = [.. left.Select(n => Analysis.Crowding.ReachOf(sample, n * (double)Count / (Count - 1)))];
        // A block that holds most of the points leaves nothing to be told from.
        double[][] each = left.Any(n => 4 * n < sample.Count) ? [] : Analysis.Crowding.Each(sample, reaches);
        return each.Length == 0 ? null : BlockSums.IntervalOf(
            Analysis.Crowding.Of(sample), [.. each.Select((values, b) => values.Where((_, i) => blocks[i] != b).Average())], ErrorScale.Logarithm);
    }

    /// <summary>Intervals of G, F and J after Kaplan and Meier.</summary>
    public (Interval?[] G, Interval?[] F, Interval?[] J) Neighbourhood(double step, int count, double spacing)
    {
        int each = KaplanMeier.Length(count);
        var sums = new BlockSums(Count, 2 * each);
        double[] nearest = NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing);
        for (int i = 0; i < nearest.Length; i++)
        {
            KaplanMeier.Count(sums[blocks[i]].AsSpan(0, each), nearest[i], sample.DistanceToEdge(sample.Positions[i]), step, sample.Dimensions == 2);
        }

        foreach ((Vector3d place, double distance, double edge) in EmptySpace.Distances(sample, step * count, spacing))
        {
            KaplanMeier.Count(sums[QuadratCounts.CellOf(sample, place, division)].AsSpan(each), distance, edge, step, sample.Dimensions == 2);
        }

        double[] G(double[] s) => KaplanMeier.OfCounts(s.AsSpan(0, each));
        double[] F(double[] s) => KaplanMeier.OfCounts(s.AsSpan(each));
        return (sums.Intervals(G, ErrorScale.LogOdds), sums.Intervals(F, ErrorScale.LogOdds), sums.Intervals(s => EmptySpace.Contrast(G(s), F(s)), ErrorScale.Logarithm));
    }

    private static double[] K(double[] s, int count)
    {
        double sum = 0;
        return [.. Enumerable.Range(0, count).Select(k => s[0] / (s[1] * (s[1] - 1)) * (sum += s[2 + k]))];
    }

    /// <summary>Volume, points, and weighted pairs by distance, of each block.</summary>
    private BlockSums Pairs(double step, int count, double halfWidth, Func<int, int, double, double> value)
    {
        var sums = new BlockSums(Count, count + 2);
        for (int b = 0; b < Count; b++)
        {
            sums[b][0] = sample.Measure / Count;
        }

        foreach (int block in blocks)
        {
            sums[block][1]++;
        }

        var visitor = new Halves(sample.Window, blocks, step, count, halfWidth, value, sums);
        new PairSearch(sample.Window, sample.Positions, (step * count) + halfWidth).Visit(ref visitor);
        return sums;
    }

    private readonly record struct Halves(Domain Window, int[] Blocks, double Step, int Count, double HalfWidth, Func<int, int, double, double> Value, BlockSums Sums) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            double distance = Math.Sqrt(distanceSquared), weight = Value(i, j, distance) / Analysis.PairCorrelation.Coverage(Window, separation);
            if (HalfWidth == 0)
            {
                Add(i, j, Math.Max(1, (int)Math.Ceiling(distance / Step)), weight);
                return;
            }

            int last = Math.Min(Count, (int)Math.Floor((distance + HalfWidth) / Step));
            for (int k = Math.Max(1, (int)Math.Ceiling((distance - HalfWidth) / Step)); k <= last; k++)
            {
                Add(i, j, k, weight * DistanceKernel.Density((k * Step) - distance, HalfWidth));
            }
        }

        private void Add(int i, int j, int k, double weight)
        {
            if (k <= Count)
            {
                Sums[Blocks[i]][k + 1] += weight;
                Sums[Blocks[j]][k + 1] += weight;
            }
        }
    }
}
