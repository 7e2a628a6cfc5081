namespace DispersionSim.Analysis;

/// <summary>Faces between voxels of different labels: the interface as counted, which overstates a smooth one by up to a half (a sphere's by exactly that).</summary>
public static class PhaseFaces
{
    /// <summary>Internal faces between each two labels, indexed 256·low + high.</summary>
    public static long[] Count(VoxelField field)
    {
        var faces = new long[256 * 256];
        byte[] labels = field.Labels;
        foreach (int axis in field.Axes)
        {
            int n = field.Shape[axis], stride = field.Stride(axis);
            foreach (int line in field.Lines(axis))
            {
                for (int k = 1, at = line; k < n; k++, at += stride)
                {
                    byte a = labels[at], b = labels[at + stride];
                    if (a != b)
                    {
                        faces[(256 * Math.Min(a, b)) + Math.Max(a, b)]++;
                    }
                }
            }
        }

        return faces;
    }
}
