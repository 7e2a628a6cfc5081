using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Interval of a ratio of sums over blocks of a field (Künsch 1989, Ann. Stat. 17, 1217): blocks are drawn with replacement, so that what hangs together within a block stays together.</summary>
public static class BlockBootstrap
{
    /// <summary>Fewer blocks than this say nothing about how blocks differ.</summary>
    public const int LeastBlocks = 8;

    private const int Draws = 999;

    /// <summary>95 % interval of Σa/Σb; null where there are too few blocks.</summary>
    /// <param name="a">Numerators, by block.</param>
    /// <param name="b">Denominators.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static Interval? OfRatio(IReadOnlyList<double> a, IReadOnlyList<double> b, ulong seed)
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

        return ratios.Count < Draws / 2 ? null : new(Quantiles.Of(ratios, 0.025), Quantiles.Of(ratios, 0.975));
    }
}
