using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How evenly two or more kinds of points are mixed with each other, wherever the points lie.</summary>
/// <param name="Segregation">Pielou's S = 1 − (share of points whose nearest neighbour is of another kind)/(that by chance): 0 by chance, 1 apart, below 0 where unlike points seek each other.</param>
/// <param name="Lacey">Lacey's index M = (s₀² − s²)/(s₀² − s_r²): 1 mixed as by chance, 0 apart.</param>
/// <param name="Intensity">Danckwerts' intensity of segregation I = s²/s₀².</param>
/// <remarks>
/// s² = Σ_k Σ_c n_c (p_kc − p_k)²/N over cells c and kinds k, s₀² = Σ_k p_k(1 − p_k), s_r² = s₀²/n̄ with n̄ points a cell.
/// Sources: pielou-1961, lacey-1954, danckwerts-1952.
/// </remarks>
public sealed record KindMixing(double Segregation, double Lacey, double Intensity)
{
    /// <summary>Points that a cell holds on average.</summary>
    private const double PerCell = 10;

    /// <summary>Measures a set against as many labellings of the same points at random.</summary>
    /// <param name="sample">The points.</param>
    /// <param name="kinds">Kind of each, at least two in all.</param>
    /// <param name="simulations">Labellings, at least 19.</param>
    /// <param name="seed">Their seed.</param>
    /// <returns>Numbers with the null's mean and band, and the two-sided p-value of S: (labellings at least as far from their mean + 1)/(labellings + 1).</returns>
    public static (IReadOnlyList<Measurement> Numbers, double P) Test(PointSample sample, int[] kinds, int simulations, ulong seed)
    {
        int[] nearest = Nearest(sample), cells = QuadratCounts.CellsHolding(sample, PerCell);
        KindMixing observed = Of(nearest, cells, kinds);
        KindMixing[] chance = [.. Enumerable.Range(0, simulations).Select(k => Of(nearest, cells, Shuffling.Of(kinds, new(seed, StreamName.MonteCarlo, k))))];
        double mean = chance.Average(c => c.Segregation), effect = Math.Abs(observed.Segregation - mean);
        double p = (chance.Count(c => Math.Abs(c.Segregation - mean) >= effect) + 1.0) / (simulations + 1);
        (Interval? segregation, Interval? lacey, Interval? intensity) = Intervals(nearest, cells, kinds, new PointBlocks(sample));
        Measurement Number(string name, Func<KindMixing, double> of, string definition, Interval? interval)
        {
            double[] all = [.. chance.Select(of)];
            return new(name, of(observed), "-") { Interval = interval, NullMean = all.Average(), NullBand = new(Quantiles.Of(all, 0.025), Quantiles.Of(all, 0.975)), Definition = definition };
        }

        return (
        [
            Number("segregation of kinds", c => c.Segregation, "Pielou's S from the kinds of nearest neighbours: 0 by chance, 1 apart", segregation),
            Number("Lacey index of kinds", c => c.Lacey, "(s0^2 - s^2)/(s0^2 - sr^2) in cells of about ten points", lacey),
            Number("intensity of segregation", c => c.Intensity, "Danckwerts' s^2/s0^2 in the same cells", intensity),
        ], p);
    }

    /// <summary>The numbers of one labelling.</summary>
    /// <param name="nearest">Index of each point's nearest neighbour.</param>
    /// <param name="cells">Cell of each point.</param>
    /// <param name="kinds">Kind of each point.</param>
    public static KindMixing Of(int[] nearest, int[] cells, int[] kinds)
    {
        double points = kinds.Length;
        double[] counts = [.. Enumerable.Range(0, kinds.Max() + 1).Select(kind => (double)kinds.Count(k => k == kind))];
        double unlike = kinds.Where((kind, i) => kinds[nearest[i]] != kind).Count() / points, byChance = 1 - counts.Sum(n => n * (n - 1) / (points * (points - 1)));
        double[][] within = [.. Enumerable.Range(0, cells.Max() + 1).Select(_ => new double[counts.Length])];
        for (int i = 0; i < kinds.Length; i++)
        {
            within[cells[i]][kinds[i]]++;
        }

        double apart = counts.Sum(n => n / points * (1 - (n / points)));
        double variance = within.Sum(cell => Spread(cell, counts, points)) / points, random = apart * within.Length / points;
        return new(1 - (unlike / byChance), (apart - variance) / (apart - random), variance / apart);
    }

    /// <summary>Jackknife over blocks of points for what neighbours say, over cells for what cells say.</summary>
    private static (Interval? Segregation, Interval? Lacey, Interval? Intensity) Intervals(int[] nearest, int[] cells, int[] kinds, PointBlocks blocks)
    {
        int number = kinds.Max() + 1;
        BlockSums unlike = new(blocks.Count, number + 1), within = new(cells.Max() + 1, number + 2);
        for (int i = 0; i < kinds.Length; i++)
        {
            unlike[blocks.Blocks[i]][kinds[i]]++;
            unlike[blocks.Blocks[i]][number] += kinds[i] == kinds[nearest[i]] ? 0 : 1;
            within[cells[i]][kinds[i]]++;
        }

        for (int c = 0; c < within.Count; c++)
        {
            double[] own = within[c];
            double points = own.Sum();
            (own[number], own[number + 1]) = (points > 0 ? own.Take(number).Sum(n => n * n) / points : 0, 1);
        }

        return (unlike.Interval(Segregation, ErrorScale.Plain), within.Interval(s => Cells(s).Lacey, ErrorScale.Plain), within.Interval(s => Cells(s).Intensity, ErrorScale.Logarithm));

        double Segregation(double[] s)
        {
            double points = s.Take(number).Sum();
            return 1 - (s[number] / points / (1 - s.Take(number).Sum(n => n * (n - 1) / (points * (points - 1)))));
        }

        // Σ_c Σ_k n_c (p_kc − p_k)² = Σ_c Σ_k n_kc²/n_c − Σ_k n_k²/N.
        (double Lacey, double Intensity) Cells(double[] s)
        {
            double points = s.Take(number).Sum(), squares = s.Take(number).Sum(n => n * n) / points;
            double variance = (s[number] - squares) / points, apart = 1 - (squares / points), random = apart * s[number + 1] / points;
            return ((apart - variance) / (apart - random), variance / apart);
        }
    }

    /// <summary>Index of each point's nearest neighbour.</summary>
    public static int[] Nearest(PointSample sample)
    {
        double[] distances = NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing);
        var partners = new Partners(distances, new int[sample.Count]);
        new PairSearch(sample.Window, sample.Positions, distances.Max() * (1 + 1e-9)).Visit(ref partners);
        return partners.Of;
    }

    private static double Spread(double[] cell, double[] counts, double points)
    {
        double total = cell.Sum();
        return total == 0 ? 0 : total * cell.Select((n, kind) => Math.Pow((n / total) - (counts[kind] / points), 2)).Sum();
    }

    private readonly record struct Partners(double[] Distance, int[] Of) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            double distance = Math.Sqrt(distanceSquared);
            if (distance <= Distance[i])
            {
                Of[i] = j;
            }

            if (distance <= Distance[j])
            {
                Of[j] = i;
            }
        }
    }
}
