using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What a micrograph is freed from before it is thresholded.</summary>
public static class GreyFilters
{
    /// <summary>Takes off the uneven light: the picture less its Gaussian mean, plus its mean.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="deviation">Standard deviation of the Gaussian, pixels; several particles wide, or particles are taken off too.</param>
    public static GreyImage Flatten(GreyImage image, double deviation)
    {
        float[] light = Smooth(image, deviation);
        float mean = image.Values.Average();
        return image with { Values = [.. image.Values.Zip(light, (v, l) => v - l + mean)] };
    }

    /// <summary>Takes off vertical stripes: what the median of a column differs from the smoothed medians of those round it.</summary>
    public static GreyImage Uncurtain(GreyImage image)
    {
        (int w, int h) = (image.Width, image.Height);
        float[] medians = [.. Enumerable.Range(0, w).Select(x => Middle([.. Enumerable.Range(0, h).Select(y => image.Values[(y * w) + x])]))];
        const int reach = 16;
        float[] off = [.. Enumerable.Range(0, w).Select(x => medians[x] - Middle(medians[Math.Max(0, x - reach)..Math.Min(w, x + reach + 1)]))];
        return image with { Values = [.. image.Values.Select((v, i) => v - off[i % w])] };
    }

    /// <summary>Standard deviation of the noise, from what a mask that knows no planes and edges along the axes leaves (Immerkær 1996, Comput. Vis. Image Underst. 64, 300).</summary>
    public static double Noise(GreyImage image) => Noise(image, null);

    /// <summary>The same away from the edges of particles, whose curves the mask takes for noise.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="labels">Label of each pixel: only those count whose neighbours two pixels off have the same; all count where null.</param>
    public static double Noise(GreyImage image, byte[]? labels)
    {
        (int w, int h) = (image.Width, image.Height);
        (double sum, long taken) = (0, 0);
        float[] v = image.Values;
        int margin = labels is null ? 1 : 2;
        for (int y = margin; y < h - margin; y++)
        {
            for (int at = (y * w) + margin; at < ((y + 1) * w) - margin; at++)
            {
                if (labels is null || IsWithin(labels, at, w))
                {
                    taken++;
                    sum += Math.Abs(v[at - w - 1] + v[at - w + 1] + v[at + w - 1] + v[at + w + 1] - (2 * (v[at - w] + v[at - 1] + v[at + 1] + v[at + w])) + (4 * v[at]));
                }
            }
        }

        return taken == 0 ? 0 : Math.Sqrt(Math.PI / 2) / 6 * sum / taken;
    }

    /// <summary>Whether all eight neighbours two pixels off have a pixel's label.</summary>
    private static bool IsWithin(byte[] labels, int at, int width)
    {
        (byte own, int rows) = (labels[at], 2 * width);
        return labels[at - 2] == own && labels[at + 2] == own && labels[at - rows] == own && labels[at + rows] == own
            && labels[at - rows - 2] == own && labels[at - rows + 2] == own && labels[at + rows - 2] == own && labels[at + rows + 2] == own;
    }

    private static float Middle(float[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    /// <summary>A Gaussian as three means over boxes, edges mirrored (Wells 1986).</summary>
    private static float[] Smooth(GreyImage image, double deviation)
    {
        int reach = Math.Max(1, (int)Math.Round(Math.Sqrt((deviation * deviation * 4) + 1) / 2));
        float[] values = image.Values;
        for (int pass = 0; pass < 3; pass++)
        {
            values = Mean(Mean(values, image.Height, image.Width, image.Width, 1, reach), image.Width, image.Height, 1, image.Width, reach);
        }

        return values;
    }

    private static float[] Mean(float[] values, int lines, int length, int lineStep, int step, int reach)
    {
        var means = new float[values.Length];
        for (int line = 0; line < lines; line++)
        {
            int at = line * lineStep;
            double sum = 0;
            for (int k = -reach; k <= reach; k++)
            {
                sum += values[at + (Mirrored(k, length) * step)];
            }

            for (int k = 0; k < length; k++)
            {
                means[at + (k * step)] = (float)(sum / ((2 * reach) + 1));
                sum += values[at + (Mirrored(k + reach + 1, length) * step)] - values[at + (Mirrored(k - reach, length) * step)];
            }
        }

        return means;
    }

    private static int Mirrored(int k, int length)
    {
        int turn = ((k % (2 * length)) + (2 * length)) % (2 * length);
        return turn < length ? turn : (2 * length) - 1 - turn;
    }
}
