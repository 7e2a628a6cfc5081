namespace DispersionSim.Analysis;

/// <summary>Lengths of the unbroken runs of a label along the lines of an axis (Torquato 2002, §2.3).</summary>
/// <param name="All">Number of chords of each length, voxels; chords cut by the border included.</param>
/// <param name="Interior">Those that end inside at both sides: long ones are lost more often, so that their mean is biased low.</param>
public sealed record ChordLengths(long[] All, long[] Interior)
{
    /// <summary>Mean of all chords, voxels: unbiased for the phase's surface but for the ends at the border.</summary>
    public double Mean => MeanOf(All);

    public double MeanInterior => MeanOf(Interior);

    /// <summary>The chords of a label along an axis.</summary>
    public static ChordLengths Of(VoxelField field, byte label, int axis)
    {
        int n = field.Shape[axis], stride = field.Stride(axis);
        var all = new long[n + 1];
        var interior = new long[n + 1];
        foreach (int line in field.Lines(axis))
        {
            int start = -1;
            for (int k = 0; k <= n; k++)
            {
                bool inside = k < n && field.Labels[line + (k * stride)] == label;
                if (inside && start < 0)
                {
                    start = k;
                }
                else if (!inside && start >= 0)
                {
                    all[k - start]++;
                    interior[k - start] += start > 0 && k < n ? 1 : 0;
                    start = -1;
                }
            }
        }

        return new(all, interior);
    }

    private static double MeanOf(long[] counts)
    {
        double number = counts.Sum(), length = counts.Select((c, l) => (double)c * l).Sum();
        return number > 0 ? length / number : double.NaN;
    }
}
