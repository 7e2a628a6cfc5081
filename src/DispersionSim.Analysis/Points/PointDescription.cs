using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Functions of distance that describe a set beside its tests, each with the global envelope of its null; they decide nothing.</summary>
public static class PointDescription
{
    /// <summary>Simulations that each is compared with.</summary>
    private const int Simulations = 99;

    /// <summary>Places of empty space are as many as this at most.</summary>
    private const double Places = 20_000;

    /// <summary>Kinds of which each pair is compared.</summary>
    private const int MostKinds = 4;

    /// <summary>K, g, G, F and J against the null of the set; mark correlation of the radii and K between kinds against the same points with radii or kinds dealt out anew.</summary>
    /// <param name="sample">At least ten points.</param>
    /// <param name="labels">Kind of each point, or nothing.</param>
    /// <param name="model">The null; null where it cannot be drawn, and the functions have no envelope.</param>
    /// <param name="seed">Seed of the simulations.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    /// <param name="report">Told the share that is done, from any thread.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static IReadOnlyList<Curve> Of(PointSample sample, string[] labels, IPointNull? model, ulong seed, int threads, Action<double>? report = null, CancellationToken stop = default)
    {
        var scale = new PointScale(sample);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop };
        double[][][] chance = new double[model is null ? 0 : DenseNull.Simulations(model, sample, Simulations)][][];
        if (model is not null)
        {
            NullSimulations.Run(model, chance.Length, seed, threads, (k, drawn) => chance[k] = Read(drawn, scale), report, stop);
        }

        double[][] observed = Read(sample, scale);
        string measure = sample.Dimensions == 3 ? "m^3" : "m^2";
        (string Name, string Symbol, string Unit)[] names =
        [
            ("Ripley's K", "K(r)", measure), ("pair correlation", "g(r)", "-"), ("corrected nearest-neighbour function", "G(r)", "-"), ("empty-space function", "F(r)", "-"), ("J function", "J(r)", "-"),
        ];
        var blocks = new PointBlocks(sample);
        (Interval?[] g, Interval?[] f, Interval?[] j) = blocks.Neighbourhood(scale.Step, scale.NearestDistances.Length, PlaceSpacing(sample));
        Interval?[][] intervals = [blocks.Ripley(scale.Step, scale.Last), blocks.PairCorrelation(scale.Step, scale.Last), g, f, j];
        List<Curve> curves = [.. names.Select((n, of) => Envelope(n.Name, n.Symbol, n.Unit, scale, observed[of], [.. chance.Select(c => c[of])], intervals[of])).OfType<Curve>()];
        if (sample.Radii.Length > 0 && sample.Radii.Max() > sample.Radii.Min() * (1 + 1e-9))
        {
            double[] Marked(double[] radii) => MarkCorrelation.Of(sample, radii, scale.Step, scale.Last);
            curves.AddRange(Dealt("mark correlation of radii", "k(r)", "-", sample.Radii, Marked, blocks.MarkCorrelation(sample.Radii, scale.Step, scale.Last)));
        }

        string[] names2 = [.. labels.Distinct().Order(StringComparer.Ordinal)];
        int[] kinds = [.. labels.Select(label => Array.IndexOf(names2, label))];
        for (int a = 0; a < names2.Length && names2.Length <= MostKinds; a++)
        {
            for (int b = a + 1; b < names2.Length; b++)
            {
                (int first, int second) = (a, b);
                curves.AddRange(Dealt($"K between {names2[a]} and {names2[b]}", "K(r)", measure, kinds, dealt => CrossRipley.Of(sample, dealt, first, second, scale.Step, scale.Last), blocks.CrossRipley(kinds, first, second, scale.Step, scale.Last)));
            }
        }

        return curves;

        IEnumerable<Curve> Dealt<T>(string name, string symbol, string unit, T[] marks, Func<T[], double[]> of, Interval?[] intervals)
        {
            var anew = new double[Simulations][];
            Parallel.For(0, Simulations, parallel, k => anew[k] = of(Shuffling.Of(marks, new(seed, StreamName.MonteCarlo, k))));
            return Envelope(name, symbol, unit, scale, of(marks), anew, intervals) is { } curve ? [curve] : [];
        }
    }

    /// <summary>The functions of one set, in the order of their names.</summary>
    private static double[][] Read(PointSample sample, PointScale scale)
    {
        double places = PlaceSpacing(sample);
        int near = scale.NearestDistances.Length;
        double[] g = PointFunctions.NearestNeighbourKaplanMeier(sample, scale.Step, near), f = EmptySpace.Function(sample, scale.Step, near, places);
        return
        [
            PairCorrelation.Ripley(sample.Window, sample.Positions, scale.Step, scale.Last), SmoothPairCorrelation.Of(sample, scale.Step, scale.Last), g, f, EmptySpace.Contrast(g, f),
        ];
    }

    private static double PlaceSpacing(PointSample sample) => Math.Max(sample.Spacing / 2, Math.Pow(sample.Measure / Places, 1.0 / sample.Dimensions));

    /// <summary>From the first distance to the last at which the function is a number of the set and of every simulation; null where there is none.</summary>
    private static Curve? Envelope(string name, string symbol, string unit, PointScale scale, double[] observed, double[][] chance, Interval?[] intervals)
    {
        int[] kept = [.. Enumerable.Range(0, observed.Length).Where(k => double.IsFinite(observed[k]) && chance.All(c => double.IsFinite(c[k])))];
        if (kept.Length < 2)
        {
            return null;
        }

        double[] On(double[] values) => [.. kept.Select(k => values[k])];
        GlobalEnvelope? envelope = chance.Length == 0 ? null : GlobalEnvelope.Of(On(observed), [.. chance.Select(On)]);
        return new Curve(name, "r", "m", symbol, unit, [.. kept.Select(k => (k + 1) * scale.Step)], On(observed)) { Low = envelope?.Low, High = envelope?.High, BandName = envelope is null ? "" : $"global envelope of {chance.Length} simulations, 95 %" }
            .With([.. kept.Select(k => intervals[k])]);
    }
}
