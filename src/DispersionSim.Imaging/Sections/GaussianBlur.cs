namespace DispersionSim.Imaging;

/// <summary>Gaussian blur of a picture, edges continued.</summary>
internal static class GaussianBlur
{
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
        int height = picture.Length / width;
        float[] across = Pass(picture, kernel, width, height, 1, width);
        return Pass(across, kernel, height, width, width, 1);
    }

    private static float[] Kernel(double sigma)
    {
        int reach = Math.Max(1, (int)Math.Ceiling(3 * sigma));
        double[] weights = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(k => Math.Exp(-k * k / (2 * sigma * sigma)))];
        double sum = weights.Sum();
        return [.. weights.Select(w => (float)(w / sum))];
    }

    private static float[] Pass(float[] from, float[] kernel, int length, int lines, int stride, int lineStride)
    {
        float[] to = new float[from.Length];
        int reach = kernel.Length / 2;
        for (int line = 0; line < lines; line++)
        {
            int start = line * lineStride;
            for (int i = 0; i < length; i++)
            {
                float sum = 0;
                for (int k = -reach; k <= reach; k++)
                {
                    sum += kernel[k + reach] * from[start + (Math.Clamp(i + k, 0, length - 1) * stride)];
                }

                to[start + (i * stride)] = sum;
            }
        }

        return to;
    }
}
