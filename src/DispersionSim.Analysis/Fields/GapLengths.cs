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
            if (axis == 2)
            {
                foreach (int line in field.Lines(axis))
                {
                    Take(field, label, line, blocks);
                }
            }
            else
            {
                Across(field, label, axis, blocks);
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

    /// <summary>The gaps of a row.</summary>
    private void Take(VoxelField field, byte label, int line, FieldBlocks blocks)
    {
        ReadOnlySpan<byte> row = field.Labels.AsSpan(line, field.Shape[2]);
        for (int at = row.IndexOf(label), next; at >= 0; at = next)
        {
            int end = row[at..].IndexOfAnyExcept(label), gap = end < 0 ? -1 : row[(at + end)..].IndexOf(label);
            next = gap < 0 ? -1 : at + end + gap;
            if (gap > 0)
            {
                Add(gap, blocks.BlockOf(line + at + end));
            }
        }
    }

    /// <summary>The gaps along another axis, those of all columns of a row together, for they lie side by side.</summary>
    private void Across(VoxelField field, byte label, int axis, FieldBlocks blocks)
    {
        int stride = field.Stride(axis), other = 1 - axis;
        int[] left = new int[field.Shape[2]];
        for (int o = 0; o < field.Shape[other]; o++)
        {
            Array.Fill(left, -1);
            for (int k = 0; k < field.Shape[axis]; k++)
            {
                int line = (o * field.Stride(other)) + (k * stride);
                ReadOnlySpan<byte> row = field.Labels.AsSpan(line, left.Length);
                for (int c = 0; c < row.Length; c++)
                {
                    if (row[c] != label)
                    {
                        continue;
                    }

                    if (left[c] >= 0 && k - left[c] > 1)
                    {
                        Add(k - left[c] - 1, blocks.BlockOf(line + c - ((k - left[c] - 1) * stride)));
                    }

                    left[c] = k;
                }
            }
        }
    }

    private void Add(double gap, int block)
    {
        double[] own = sums[block];
        (own[0], own[1], own[2]) = (own[0] + 1, own[1] + gap, own[2] + (gap * gap));
    }
}
