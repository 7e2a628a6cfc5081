using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>95 % intervals by drawing with replacement (Efron 1979, Ann. Stat. 7, 1), 2.5 and 97.5 % quantiles of 999 draws.</summary>
public static class Bootstrap
{
    private const int Draws = 999;

    /// <summary>Interval of a number that a sample of independent values gives.</summary>
    public static Interval OfSample(double[] values, ulong seed, Func<double[], double> of) => OfSampleEach(values, seed, drawn => [of(drawn)])[0];

    /// <summary>Interval of each of several numbers that a sample of independent values gives, all on the same draws.</summary>
    public static Interval[] OfSampleEach(double[] values, ulong seed, Func<double[], double[]> of)
    {
        var random = new RandomStream(seed, StreamName.Bootstrap, 1);
        double[][] found = [.. Enumerable.Range(0, Draws).Select(_ => of([.. values.Select(_ => values[random.NextInt(values.Length)])]))];
        return [.. Enumerable.Range(0, found[0].Length).Select(k => Inner([.. found.Select(f => f[k])]))];
    }

    private static Interval Inner(IReadOnlyList<double> found) => new(Quantiles.Of(found, 0.025), Quantiles.Of(found, 0.975));
}
