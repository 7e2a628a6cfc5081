using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How the share of a label runs from slice to slice along an axis, and whether it rises or falls: sixteen columns along the axis tell how far chance takes it.</summary>
public sealed class PhaseTrend
{
    private readonly BlockSums sums;
    private readonly int length;

    /// <summary>Measures a label along an axis.</summary>
    public PhaseTrend(VoxelField field, byte label, int axis)
    {
        length = field.Shape[axis];
        var columns = FieldBlocks.Columns(field, axis);
        sums = new(columns.Count, 2 * length);
        columns.Each((from, count, column) =>
        {
            ReadOnlySpan<byte> row = field.Labels.AsSpan(from, count);
            if (axis < 2)
            {
                int slice = from / field.Stride(axis) % length;
                sums[column][slice] += row.Count(label);
                sums[column][length + slice] += count;
                return;
            }

            for (int k = 0; k < row.Length; k++)
            {
                sums[column][k] += row[k] == label ? 1 : 0;
                sums[column][length + k]++;
            }
        });
        Profile = Of(sums.Total);
        Slope = PhaseProfile.Trend(Profile);
        Interval = sums.Interval(s => PhaseProfile.Trend(Of(s)), ErrorScale.Plain);
        ProfileIntervals = sums.Intervals(Of, ErrorScale.LogOdds);
        P = sums.ChanceOfNone(s => PhaseProfile.Trend(Of(s)));
    }

    /// <summary>Share of the label in each slice.</summary>
    public double[] Profile { get; }

    /// <summary>Interval of each.</summary>
    public Interval?[] ProfileIntervals { get; }

    /// <summary>Change from the first to the last slice over the mean, by least squares.</summary>
    public double Slope { get; }

    public Interval? Interval { get; }

    /// <summary>Two-sided p of there being no trend.</summary>
    public double P { get; }

    private double[] Of(double[] s) => [.. Enumerable.Range(0, length).Select(k => s[k] / s[length + k])];
}
