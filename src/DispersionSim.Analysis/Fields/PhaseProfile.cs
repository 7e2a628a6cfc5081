namespace DispersionSim.Analysis;

/// <summary>How much of a field is one label, and how that runs along an axis.</summary>
public static class PhaseProfile
{
    /// <summary>Share of the voxels that have a label.</summary>
    public static double Fraction(VoxelField field, byte label) => (double)field.Labels.AsSpan().Count(label) / field.Count;

    /// <summary>Share of the label in each slice along an axis.</summary>
    public static double[] Along(VoxelField field, byte label, int axis)
    {
        int n = field.Shape[axis], stride = field.Stride(axis);
        var sums = new long[n];
        foreach (int line in field.Lines(axis))
        {
            for (int k = 0; k < n; k++)
            {
                sums[k] += field.Labels[line + (k * stride)] == label ? 1 : 0;
            }
        }

        double each = (double)field.Count / n;
        return [.. sums.Select(s => s / each)];
    }

    /// <summary>Trend of a profile from its first to its last slice over its mean, by least squares: 12·Σ(x−½)(p−p̄)/(n·p̄) with x the middles of slices in [0, 1].</summary>
    public static double Trend(IReadOnlyList<double> profile)
    {
        double mean = profile.Average(), n = profile.Count;
        double moment = profile.Select((p, k) => (((k + 0.5) / n) - 0.5) * (p - mean)).Sum();
        double spread = profile.Select((_, k) => Math.Pow(((k + 0.5) / n) - 0.5, 2)).Sum();
        return mean > 0 && spread > 0 ? moment / spread / mean : 0;
    }
}
