using System.Numerics;
using System.Runtime.InteropServices;

namespace DispersionSim.Imaging;

/// <summary>Gaussian blur of a picture, edges continued.</summary>
internal static class GaussianBlur
{
    /// <summary>The picture convolved with exp(−(x² + y²)/2σ²), the weights adding up to 1; a new array of the same size.</summary>
    /// <param name="picture">Row by row.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="sigma">Standard deviation, pixels; nothing happens below a tenth.</param>
    public static float[] Of(float[] picture, int width, double sigma)
    {
        if (sigma < 0.1)
        {
            return [.. picture];
        }

        float[] kernel = Kernel(sigma);
        return Down(Across(picture, kernel, width), kernel, width);
    }

    private static float[] Kernel(double sigma)
    {
        int reach = Math.Max(1, (int)Math.Ceiling(3 * sigma));
        double[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(k => Math.Exp(-k * k / (2 * sigma * sigma)))];
        double sum = weights.Sum();
        return [.. weights.Select(w => (float)(w / sum))];
    }

    private static float[] Across(float[] from, float[] kernel, int width)
    {
        float[] to = new float[from.Length], line = new float[width + kernel.Length - 1];
        int reach = kernel.Length / 2;
        for (int start = 0; start < from.Length; start += width)
        {
            for (int i = 0; i < line.Length; i++)
            {
                line[i] = from[start + Math.Clamp(i - reach, 0, width - 1)];
            }

            for (int k = 0; k < kernel.Length; k++)
            {
                Add(to.AsSpan(start, width), line.AsSpan(k, width), kernel[k]);
            }
        }

        return to;
    }

    private static float[] Down(float[] from, float[] kernel, int width)
    {
        float[] to = new float[from.Length];
        int reach = kernel.Length / 2, height = from.Length / width;
        for (int row = 0; row < height; row++)
        {
            for (int k = 0; k < kernel.Length; k++)
            {
                int source = Math.Clamp(row + k - reach, 0, height - 1);
                Add(to.AsSpan(row * width, width), from.AsSpan(source * width, width), kernel[k]);
            }
        }

        return to;
    }

    private static void Add(Span<float> sum, ReadOnlySpan<float> term, float weight)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        ReadOnlySpan<Vector<float>> terms = MemoryMarshal.Cast<float, Vector<float>>(term);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += terms[i] * weight;
        }

        for (int i = sums.Length * Vector<float>.Count; i < sum.Length; i++)
        {
            sum[i] += term[i] * weight;
        }
    }
}
