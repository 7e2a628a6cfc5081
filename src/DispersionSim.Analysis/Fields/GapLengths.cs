using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>Lengths along lines from the end of one chord of a phase to the beginning of the next, over all axes.</summary>
public sealed class GapLengths
{
    private readonly BlockSums sums;

    /// <summary>Measures the gaps of a label; a gap counts to the block in which it begins.</summary>
    public GapLengths(VoxelField field, byte label)
    {
        var blocks = FieldBlocks.Of(field);
        sums = new(blocks.Count, 3);
        foreach (int axis in field.Axes)
        {
            foreach (int line in field.Lines(axis))
            {
                Take(field, label, line, field.Shape[axis], field.Stride(axis), blocks);
            }
        }
    }

    /// <summary>D₀.₁ = Φ(ln 1.1/n + n/2) − Φ(ln 0.9/n + n/2), n² = ln(1 + s²/x̄²): chance that a gap, were they log-normal, lies within a tenth of their mean x̄.</summary>
    /// <remarks>Greater where gaps are more alike. It has no null and depends on fraction and size: to be compared with the literature only. Source: luo-koo-2007.</remarks>
    public double Likeness => Of(sums.Total);

    /// <summary>Interval of <see cref="Likeness"/>.</summary>
    public Interval? LikenessInterval => sums.Interval(Of, ErrorScale.LogOdds);

    private static double Of(double[] s)
    {
        double mean = s[1] / s[0], variance = (s[2] / s[0]) - (mean * mean), n = Math.Sqrt(Math.Log(1 + (variance / (mean * mean))));
        return n > 0 ? Normal.CDF(0, 1, (Math.Log(1.1) / n) + (n / 2)) - Normal.CDF(0, 1, (Math.Log(0.9) / n) + (n / 2)) : n == 0 ? 1 : double.NaN;
    }

    private void Take(VoxelField field, byte label, int line, int length, int stride, FieldBlocks blocks)
    {
        int left = -1;
        for (int k = 0, at = line; k < length; k++, at += stride)
        {
            if (field.Labels[at] != label)
            {
                continue;
            }

            if (left >= 0 && k - left > 1)
            {
                double gap = k - left - 1;
                double[] own = sums[blocks.BlockOf(line + ((left + 1) * stride))];
                (own[0], own[1], own[2]) = (own[0] + 1, own[1] + gap, own[2] + (gap * gap));
            }

            left = k;
        }
    }
}
