using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How sure an effective diffusivity is, from parts of the field solved by themselves.</summary>
/// <remarks>
/// The variance of an effective property of a random medium falls with the volume (Kanit et al. 2003, Int. J. Solids Struct. 40, 3647): of B equal parts, ln D has a standard deviation s, and of the whole s/√B. Interval
/// D exp(± t₀.₉₇₅(B − 1) s/√B). Eight parts, two along each axis; of a picture sixteen. None where a part is cut off: the field is then too small for its paths.
/// </remarks>
internal static class PartedDiffusion
{
    /// <summary>The interval; null where there is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase that conducts.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="effective">Effective diffusivity of the whole.</param>
    public static Interval? Interval(VoxelField field, byte label, int axis, double effective)
    {
        int dimensions = field.Axes.Count(), each = dimensions == 3 ? 2 : 4;
        int[] parts = [.. field.Shape.Select(n => n == 1 ? 1 : each)];
        if (dimensions < 2 || field.Axes.Any(a => field.Shape[a] < 2 * each))
        {
            return null;
        }

        var logs = new List<double>();
        for (int k = 0; k < parts[0] * parts[1] * parts[2]; k++)
        {
            VoxelField part = Part(field, parts, [k / (parts[1] * parts[2]), k / parts[2] % parts[1], k % parts[2]]);
            double own = FieldDiffusion.Solve(part, l => l == label ? 1 : 0, axis).Effective;
            if (own <= 0)
            {
                return null;
            }

            logs.Add(Math.Log(own));
        }

        double mean = logs.Average(), half = StudentInterval.Quantile(logs.Count) * Math.Sqrt(logs.Sum(v => (v - mean) * (v - mean)) / (logs.Count - 1) / logs.Count);
        return new(effective * Math.Exp(-half), effective * Math.Exp(half));
    }

    private static VoxelField Part(VoxelField field, int[] parts, int[] which)
    {
        int[] from = [.. which.Select((w, a) => w * field.Shape[a] / parts[a])], to = [.. which.Select((w, a) => (w + 1) * field.Shape[a] / parts[a])], shape = [.. to.Zip(from, (t, f) => t - f)];
        byte[] labels = new byte[shape[0] * shape[1] * shape[2]];
        for (int row = 0; row < shape[0] * shape[1]; row++)
        {
            int start = ((from[0] + (row / shape[1])) * field.Stride(0)) + ((from[1] + (row % shape[1])) * field.Stride(1)) + from[2];
            field.Labels.AsSpan(start, shape[2]).CopyTo(labels.AsSpan(row * shape[2]));
        }

        return new(labels, shape, field.Spacing);
    }
}
