using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>How density changes along the last axis: by its slope where that axis has ends, by its first wave where it wraps and no place of it is the first.</summary>
/// <remarks>
/// Slope: ĝ = 12(z̄/L − ½), see <see cref="DepthSlope"/>. Along an axis that wraps it would depend on where the box was cut: a set that is denser in the middle than at the borders has no slope, and the same set moved on by a quarter of the box has a large one. Wave: 4|ρ|, ρ = Σ exp(2πi z/L)/n,
/// which of a profile 1 + a cos(2πz/L + φ) is 2a, what lies between its greatest and its least density over the mean, wherever the box begins (the length of the mean direction, mardia-jupp-2000). Chance alone gives ⟨16|ρ|²⟩ = 16/n of points without size.
/// </remarks>
public static class DepthTrend
{
    /// <summary>Greatest less least density of a wave over what |ρ| is.</summary>
    private const double Swing = 4;

    /// <summary>Name of the number and of its test.</summary>
    public static string NameOf(PointSample sample) => sample.DepthWraps ? "depth wave" : "depth slope";

    /// <summary>What the number is, in words.</summary>
    public static string DefinitionOf(PointSample sample) => sample.DepthWraps
        ? "greatest less least density over the mean, of the sine wave of one period along the last axis, which wraps; never negative"
        : "12(z/L - 1/2), z the mean coordinate along the last axis";

    /// <summary>The slope, or the swing of the wave.</summary>
    public static double Of(PointSample sample)
    {
        if (!sample.DepthWraps)
        {
            return PointStatistics.DepthSlopeOf(sample);
        }

        (double cosine, double sine) = (0, 0);
        foreach ((double c, double s) in Terms(sample))
        {
            (cosine, sine) = (cosine + c, sine + s);
        }

        return Swing * Math.Sqrt(Square(cosine / sample.Count) + Square(sine / sample.Count));
    }

    /// <summary>The test: two-sided of a slope, one-sided of a wave. The effect of a wave is what is left of its square without the null's.</summary>
    public static PointTest Test(PointSample sample, double observed, double[] chance, double margin)
    {
        if (sample.DepthWraps)
        {
            double left = (observed * observed) - chance.Average(c => c * c);
            return new(NameOf(sample), PointTest.Share(chance.Count(c => c >= observed), chance.Length), Math.Sqrt(Math.Max(0, left)), margin, Departure.Uneven);
        }

        double mean = chance.Average(), effect = observed - mean;
        return new(NameOf(sample), PointTest.Share(chance.Count(c => Math.Abs(c - mean) >= Math.Abs(effect)), chance.Length), effect, margin, Departure.Uneven);
    }

    /// <summary>Interval of the swing, from columns along the axis.</summary>
    /// <remarks>
    /// ρ without each column gives the jackknife's variance σ² of either part of ρ, the mean of the two so that it does not depend on where the box begins; a circle about ρ of radius √(2σ²F₀.₉₅(2, 2(B − 1))) holds the true ρ, and
    /// what lies between its nearest and its farthest point from 0 the true length. It holds the truth somewhat too often, for the circle holds more than a length.
    /// </remarks>
    public static Interval? WaveInterval(PointSample sample, int[] columns)
    {
        var sums = new BlockSums(columns.Max() + 1, 3);
        foreach ((int k, (double cosine, double sine)) in Terms(sample).Index())
        {
            double[] own = sums[columns[k]];
            (own[0], own[1], own[2]) = (own[0] + cosine, own[1] + sine, own[2] + 1);
        }

        double[] total = sums.Total;
        if (sums.Count < BlockSums.LeastBlocks || Enumerable.Range(0, sums.Count).Any(b => total[2] - sums[b][2] < 1))
        {
            return null;
        }

        double variance = (Square(sums.ErrorOf(s => s[0] / s[2])) + Square(sums.ErrorOf(s => s[1] / s[2]))) / 2;
        double radius = Math.Sqrt(2 * variance * FisherSnedecor.InvCDF(2, 2 * (sums.Count - 1), 0.95)), length = Math.Sqrt(Square(total[0]) + Square(total[1])) / total[2];
        return new(Swing * Math.Max(0, length - radius), Swing * Math.Min(1, length + radius));
    }

    private static IEnumerable<(double Cosine, double Sine)> Terms(PointSample sample) => sample.Depths.Select(z => (Math.Cos(2 * Math.PI * z / sample.Depth), Math.Sin(2 * Math.PI * z / sample.Depth)));

    private static double Square(double v) => v * v;
}
