using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How a point set stands to its null: six tests (five of points without size), the numbers behind them, and the functions with their envelopes.</summary>
/// <param name="Null">Name of the null.</param>
/// <param name="Tests">The tests, p adjusted after Holm.</param>
/// <param name="Numbers">Numbers with the null's mean and 95 % band.</param>
/// <param name="Functions">L(r) − r and the nearest-neighbour distribution with the envelopes of the null.</param>
public sealed record PointVerdict(string Null, IReadOnlyList<PointTest> Tests, IReadOnlyList<Measurement> Numbers, IReadOnlyList<Curve> Functions)
{
    /// <summary>What the tests looked at, of the set and of each simulation: several sets may be tested by their means.</summary>
    internal (PointReadings Observed, PointReadings[] Chance) Readings { get; init; }

    /// <summary>Why nothing is decided, whatever the tests say: the set is too dense for its null; null where they decide.</summary>
    public string? Undecided { get; init; }

    /// <summary>Whether the battery finds the set crowded, graded or in agglomerates.</summary>
    public bool Rejected => Undecided is null && Tests.Any(t => t.IsDefect);

    /// <summary>Begins what is said of a set that is not rejected.</summary>
    public string Nothing => Undecided ?? PointTest.Nothing(Tests, Readings.Chance.Length);
}

/// <summary>Monte Carlo battery of uniform dispersion.</summary>
/// <remarks>
/// L(r) − r and the nearest-neighbour distribution by global envelopes; depth slope two-sided (along an axis that wraps, depth wave one-sided); contact clusters, variance of cell counts and crowding one-sided. p = (number of simulations at
/// least as extreme + 1)/(simulations + 1). See docs/physics/point-patterns.md.
/// </remarks>
public static class PointBattery
{
    private const double TrendMargin = 0.2;
    private const double ShareMargin = 0.02;
    private const double VariationMargin = 1.25;

    /// <summary>Simulations that numbers which decide nothing, and cost much, are compared with.</summary>
    private const int Described = 99;

    /// <summary>Quantile of the null's nearest-neighbour index above which particles keep farther apart than by chance.</summary>
    private const double Order = 0.975;

    /// <summary>Filled share above which touching is what chance does, and clusters decide nothing.</summary>
    private const double Crowded = 0.2;

    /// <summary>Tests a set. Where it is too dense for its null, or the null cannot be drawn, nothing is decided, and the verdict says why.</summary>
    /// <param name="sample">At least three points.</param>
    /// <param name="model">Its null.</param>
    /// <param name="simulations">Simulations of the null, at least 19.</param>
    /// <param name="seed">Seed of the simulations.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="report">Told the share that is done, from any thread.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static PointVerdict Run(PointSample sample, IPointNull model, int simulations, ulong seed, int threads, Action<double>? report = null, CancellationToken stop = default) =>
        Run(sample, new(sample), model, simulations, seed, threads, true, report, stop);

    /// <summary>Tests a set, its functions taken at distances that it shares with others; the costly numbers that decide nothing may be left out.</summary>
    internal static PointVerdict Run(PointSample sample, PointScale scale, IPointNull model, int simulations, ulong seed, int threads, bool isDescribed, Action<double>? report, CancellationToken stop)
    {
        try
        {
            return DenseNull.WhyNotDrawn(model, sample) is { } why ? Undrawn(sample, scale, model, why) : Drawn(sample, scale, model, DenseNull.Simulations(model, sample, simulations), seed, threads, isDescribed, report, stop);
        }
        catch (InputException undrawn)
        {
            return Undrawn(sample, scale, model, undrawn.Message);
        }
    }

    private static PointVerdict Drawn(PointSample sample, PointScale scale, IPointNull model, int simulations, ulong seed, int threads, bool isDescribed, Action<double>? report, CancellationToken stop)
    {
        var observed = PointReadings.Of(sample, scale);
        var chance = new PointReadings[simulations];
        var cells = new VoronoiCells[isDescribed ? Math.Min(simulations, Described) : 0];
        NullSimulations.Run(model, simulations, seed, threads, (k, drawn) =>
        {
            chance[k] = PointReadings.Of(drawn, scale);
            if (k < cells.Length)
            {
                cells[k] = VoronoiCells.Of(drawn);
            }
        }, report, stop);
        (IReadOnlyList<PointTest> tests, (GlobalEnvelope L, GlobalEnvelope Nearest) envelopes) = Test(observed, chance, sample, model is not PoissonNull && sample.Radii.Length > 0);
        return new(model.Name, tests, [.. Numbers(sample, observed, chance), .. isDescribed ? Cells(VoronoiCells.Of(sample), cells) : []], [.. Functions(sample, scale, observed, envelopes)]) { Readings = (observed, chance), Undecided = DenseNull.WhyNotDecisive(model, sample) };
    }

    /// <summary>What is left of the battery where the null cannot be drawn: numbers and functions, and no test.</summary>
    private static PointVerdict Undrawn(PointSample sample, PointScale scale, IPointNull model, string why)
    {
        var observed = PointReadings.Of(sample, scale);
        return new(model.Name, [], [.. Numbers(sample, observed, []), .. Cells(VoronoiCells.Of(sample), [])], [.. Functions(sample, scale, observed, null)]) { Readings = (observed, []), Undecided = why };
    }

    /// <summary>The tests of readings against those of the simulations.</summary>
    /// <param name="observed">Readings of a set, or the mean over several.</param>
    /// <param name="chance">The same of each simulation.</param>
    /// <param name="sample">The set, or one of them: its spacing and filled share.</param>
    /// <param name="sized">Whether particles have a size that the null knows.</param>
    internal static (IReadOnlyList<PointTest> Tests, (GlobalEnvelope L, GlobalEnvelope Nearest) Envelopes) Test(PointReadings observed, PointReadings[] chance, PointSample sample, bool sized)
    {
        // A lattice has many neighbours at a few distances: where particles keep farther apart than by chance and cells hold more alike numbers, what L and neighbours show is order. Crowding and clusters are never taken for it: dense groups may lie among well-kept distances.
        bool ordered = observed.Index > Quantiles.Of(chance.Select(n => n.Index), Order) && !(observed.Variance > chance.Average(n => n.Variance));
        var envelopes = (L: GlobalEnvelope.Of(observed.L, [.. chance.Select(n => n.L)]), Nearest: GlobalEnvelope.Of(observed.Nearest, [.. chance.Select(n => n.Nearest)]));
        List<PointTest> tests =
        [
            Curve("L function", envelopes.L, observed.L, [.. chance.Select(n => n.L)], sample.Spacing, ordered),
            Curve("nearest-neighbour function", envelopes.Nearest, observed.Nearest, [.. chance.Select(n => n.Nearest)], 1, ordered),
            DepthTrend.Test(sample, observed.Trend, [.. chance.Select(n => n.Trend)], TrendMargin),
            OneSided("cell-count variance", Math.Sqrt(observed.Variance / chance.Average(n => n.Variance)), [.. chance.Select(n => Math.Sqrt(n.Variance / chance.Average(m => m.Variance)))], VariationMargin),
            OneSided("crowding", observed.Crowding, [.. chance.Select(n => n.Crowding)], double.NaN),
        ];
        if (sized)
        {
            double[] shares = [.. chance.Select(n => n.Clustered)];
            tests.Add(OneSided("contact clusters", observed.Clustered, shares, sample.Fraction < Crowded ? Quantiles.Of(shares, 0.95) + ShareMargin : double.NaN));
        }

        return (PointTest.Adjust(tests), envelopes);
    }

    private static PointTest Curve(string name, GlobalEnvelope envelope, double[] observed, double[][] chance, double unit, bool ordered)
    {
        (double greatest, double deviation) = (0, 0);
        for (int k = 0; k < observed.Length; k++)
        {
            double mean = chance.Average(n => n[k]), spread = Math.Sqrt(chance.Average(n => (n[k] - mean) * (n[k] - mean)));
            double studentised = spread > 0 ? (observed[k] - mean) / spread : 0;
            (greatest, deviation) = Math.Abs(studentised) > Math.Abs(greatest) ? (studentised, (observed[k] - mean) / unit) : (greatest, deviation);
        }

        return new(name, envelope.P, deviation, double.NaN, greatest > 0 && !ordered ? Departure.Uneven : Departure.Regular);
    }

    private static PointTest OneSided(string name, double observed, double[] chance, double margin) =>
        new(name, double.IsNaN(observed) ? 1 : PointTest.Share(chance.Count(n => n >= observed), chance.Length), observed, margin, Departure.Uneven);

    private static IEnumerable<Measurement> Numbers(PointSample sample, PointReadings observed, PointReadings[] chance)
    {
        yield return Reading("nearest-neighbour index", observed.Index, n => n.Index, "mean nearest-neighbour distance over that of points at random, no edge correction");
        yield return Reading(DepthTrend.NameOf(sample), observed.Trend, n => n.Trend, DepthTrend.DefinitionOf(sample));
        yield return Reading("cell-count variance over mean", observed.Variance, n => n.Variance, "in cells of about ten points");
        yield return Reading("Morisita index", observed.Morisita, n => n.Morisita, "how much likelier than by chance two points share one of the same cells");
        yield return Reading("crowding", observed.Crowding, n => n.Crowding, "mean of n(n - 1)(n - 2) over the cube of what chance would give, n the others within a spacing (in a plane three quarters of one): what a few dense groups raise most");
        if (!double.IsNaN(observed.Clustered))
        {
            yield return Reading("contact-cluster share", observed.Clustered, n => n.Clustered, "share of particles in clusters of at least three, gaps up to a tenth of the mean radius");
        }

        Measurement Reading(string name, double value, Func<PointReadings, double> of, string definition) => Number(name, value, [.. chance.Select(of)], definition);
    }

    private static IEnumerable<Measurement> Cells(VoronoiCells observed, VoronoiCells[] chance)
    {
        yield return Number("Voronoi-cell variation", observed.Variation, [.. chance.Select(c => c.Variation)], "standard deviation over mean of the cells' volumes or areas");
        if (!double.IsNaN(observed.AreaDisorder))
        {
            yield return Number("Delaunay area disorder", observed.AreaDisorder, [.. chance.Select(c => c.AreaDisorder)], "1 - 1/(1 + s/mean) of the areas of the Delaunay triangles whose circumcentre lies in the window");
        }
    }

    private static Measurement Number(string name, double value, double[] chance, string definition) => chance.Length == 0
        ? new(name, value, "-") { Definition = definition }
        : new(name, value, "-") { NullMean = chance.Average(), NullBand = new(Quantiles.Of(chance, 0.025), Quantiles.Of(chance, 0.975)), Definition = definition };

    private static IEnumerable<Curve> Functions(PointSample sample, PointScale scale, PointReadings observed, (GlobalEnvelope L, GlobalEnvelope Nearest)? envelopes)
    {
        var blocks = new PointBlocks(sample);
        string band = envelopes is null ? "" : "global envelope, 95 %";
        yield return new Curve("L function", "r", "m", "L(r) - r", "m", scale.Distances, observed.L) { Low = envelopes?.L.Low, High = envelopes?.L.High, BandName = band }
            .With(blocks.CentredL(scale.Step, scale.Last)[(scale.First - 1)..]);
        yield return new Curve("nearest-neighbour function", "r", "m", "G(r)", "-", scale.NearestDistances, observed.Nearest) { Low = envelopes?.Nearest.Low, High = envelopes?.Nearest.High, BandName = band }
            .With(blocks.NearestNeighbour(NearestNeighbours.Distances(sample.Window, sample.Positions, sample.Spacing), scale.NearestDistances));
    }
}
