using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>Scale on which the error of a number is taken as symmetric.</summary>
public enum ErrorScale
{
    /// <summary>The number itself.</summary>
    Plain,

    /// <summary>Its logarithm: for what is above 0.</summary>
    Logarithm,

    /// <summary>ln(p/(1 − p)): for shares.</summary>
    LogOdds,
}

/// <summary>Sums over the blocks that one sample is cut into, and 95 % intervals of whatever numbers follow from the sums.</summary>
/// <remarks>
/// Block jackknife: θ₍b₎ without block b, SE = √[(B − 1)/B Σ(g(θ₍b₎) − mean)²] on a scale g, interval g⁻¹(g(θ) ± t₀.₉₇₅(B − 1) SE). What hangs together over less than a block stays together;
/// what is larger than a block is not seen, so that replicates are better where there are any. Of variances between 8 to 64 blocks, drawing blocks with replacement and taking quantiles held the
/// truth in 73 to 91 of 100, this in 90 to 96. Sources: kunsch-1989, efron-tibshirani-1993.
/// </remarks>
public sealed class BlockSums
{
    /// <summary>Fewer blocks than this say nothing about how blocks differ.</summary>
    public const int LeastBlocks = 8;

    /// <summary>What is no further from 0 is 0.</summary>
    private const double Rounding = 1e-12;

    private readonly double[][] sums;
    private readonly double[]? whole;

    /// <summary>Empty sums.</summary>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="length">Number of sums of each.</param>
    /// <param name="whole">Sums of the whole sample, where what goes with a block is more than its part, such as pairs, which go with the block of either end; those of all blocks together where null.</param>
    public BlockSums(int blocks, int length, double[]? whole = null) => (sums, this.whole) = ([.. Enumerable.Range(0, blocks).Select(_ => new double[length])], whole);

    public int Count => sums.Length;

    /// <summary>The sums that go with a block, to be added to.</summary>
    public double[] this[int block] => sums[block];

    /// <summary>The sums of the whole sample.</summary>
    public double[] Total => whole ?? [.. Enumerable.Range(0, sums[0].Length).Select(k => sums.Sum(s => s[k]))];

    /// <summary>Interval of one number; null where there are too few blocks, or where it is no number without one of them.</summary>
    /// <param name="of">The number that sums give.</param>
    /// <param name="scale">Scale of its error.</param>
    /// <param name="about">The estimate, where another one than that of the sums is reported.</param>
    public Interval? Interval(Func<double[], double> of, ErrorScale scale, double? about = null) => Intervals(s => [of(s)], scale, about is { } a ? [a] : null)[0];

    /// <summary>Intervals of several numbers.</summary>
    /// <inheritdoc cref="Interval"/>
    public Interval?[] Intervals(Func<double[], double[]> of, ErrorScale scale, double[]? about = null)
    {
        (double[] estimates, double[][] without) = (of(Total), Without(of));
        return [.. estimates.Select((e, k) => Of(e, [.. without.Select(w => w[k])], scale, about?[k] ?? e))];
    }

    /// <summary>Two-sided p of a number's being nothing but chance about 0: Student's t of the number over its error.</summary>
    public double ChanceOfNone(Func<double[], double> of)
    {
        double estimate = Math.Abs(of(Total)), error = ErrorOf(of);
        return Count < LeastBlocks || !(estimate > Rounding) ? 1 : error > 0 ? 2 * (1 - StudentT.CDF(0, 1, Count - 1, estimate / error)) : 0;
    }

    /// <summary>Standard error of a number.</summary>
    public double ErrorOf(Func<double[], double> of) => Error([.. Without(s => [of(s)]).Select(w => w[0])]);

    /// <summary>Interval of a number that is no function of sums, from what it is without each block.</summary>
    public static Interval? IntervalOf(double estimate, double[] without, ErrorScale scale) => Of(estimate, without, scale, estimate);

    private static Interval? Of(double estimate, double[] without, ErrorScale scale, double about)
    {
        if (without.Length < LeastBlocks || !double.IsFinite(about))
        {
            return null;
        }

        if (without.All(w => w == estimate))
        {
            return new(about, about);
        }

        double[] scaled = [.. without.Select(w => On(w, scale))];
        double centre = On(about, scale), half = StudentInterval.Quantile(without.Length) * Error(scaled);
        return double.IsFinite(centre) && double.IsFinite(half) ? new(Back(centre - half, scale), Back(centre + half, scale)) : null;
    }

    private static double Error(double[] without)
    {
        double mean = without.Average(), n = without.Length;
        return Math.Sqrt((n - 1) / n * without.Sum(w => (w - mean) * (w - mean)));
    }

    private static double On(double value, ErrorScale scale) => scale switch
    {
        ErrorScale.Logarithm => Math.Log(value),
        ErrorScale.LogOdds => Math.Log(value / (1 - value)),
        _ => value,
    };

    private static double Back(double value, ErrorScale scale) => scale switch
    {
        ErrorScale.Logarithm => Math.Exp(value),
        ErrorScale.LogOdds => 1 / (1 + Math.Exp(-value)),
        _ => value,
    };

    private double[][] Without(Func<double[], double[]> of)
    {
        double[] total = Total;
        return [.. sums.Select(own => of([.. total.Select((t, k) => t - own[k])]))];
    }
}
