using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>95 % intervals by drawing with replacement (Efron 1979, Ann. Stat. 7, 1), 2.5 and 97.5 % quantiles of 999 draws.</summary>
public static class Bootstrap
{
    /// <summary>Fewer blocks than this say nothing about how blocks differ.</summary>
    public const int LeastBlocks = 8;

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

    /// <summary>Interval of Σa/Σb over blocks of a field, within which what hangs together stays together (Künsch 1989, Ann. Stat. 17, 1217); null where there are too few blocks.</summary>
    /// <param name="a">Numerators, by block.</param>
    /// <param name="b">Denominators.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static Interval? OfBlocks(IReadOnlyList<double> a, IReadOnlyList<double> b, ulong seed)
    {
        if (a.Count < LeastBlocks)
        {
            return null;
        }

        var random = new RandomStream(seed, StreamName.Bootstrap);
        var ratios = new List<double>(Draws);
        for (int draw = 0; draw < Draws; draw++)
        {
            (double above, double below) = (0, 0);
            for (int k = 0; k < a.Count; k++)
            {
                int block = random.NextInt(a.Count);
                (above, below) = (above + a[block], below + b[block]);
            }

            if (below > 0)
            {
                ratios.Add(above / below);
            }
        }

        return ratios.Count < Draws / 2 ? null : Inner(ratios);
    }

    private static Interval Inner(IReadOnlyList<double> found) => new(Quantiles.Of(found, 0.025), Quantiles.Of(found, 0.975));
}
