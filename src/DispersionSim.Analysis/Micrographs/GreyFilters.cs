using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What a micrograph is freed from before it is thresholded.</summary>
public static class GreyFilters
{
    /// <summary>Rows that are taken together; sums are added band by band, so that they do not depend on the number of threads.</summary>
    private const int Band = 64;

    /// <summary>Takes off the uneven light: the picture less its Gaussian mean, plus its mean.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="deviation">Standard deviation of the Gaussian, pixels; several particles wide, or particles are taken off too.</param>
    /// <param name="threads">Threads.</param>
    public static GreyImage Flatten(GreyImage image, double deviation, int threads = 1)
    {
        float[] light = Smooth(image, deviation, threads);
        float mean = image.Values.Average();
        return Each(image, threads, i => image.Values[i] - light[i] + mean);
    }

    /// <summary>Takes off vertical stripes: what the median of a column differs from the smoothed medians of those round it.</summary>
    public static GreyImage Uncurtain(GreyImage image, int threads = 1)
    {
        (int w, int h) = (image.Width, image.Height);
        float[] medians = new float[w];
        Parallel.For(0, w, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new float[h], (x, _, column) =>
        {
            for (int y = 0; y < h; y++)
            {
                column[y] = image.Values[(y * w) + x];
            }

            medians[x] = Middle(column);
            return column;
        }, _ => { });
        const int reach = 16;
        float[] off = [.. Enumerable.Range(0, w).Select(x => medians[x] - Middle(medians[Math.Max(0, x - reach)..Math.Min(w, x + reach + 1)]))];
        return Each(image, threads, i => image.Values[i] - off[i % w]);
    }

    /// <summary>Standard deviation of the noise, from what a mask that knows no planes and edges along the axes leaves (Immerkær 1996, Comput. Vis. Image Underst. 64, 300).</summary>
    public static double Noise(GreyImage image, int threads = 1) => Noise(image, null, threads);

    /// <summary>The same away from the edges of particles, whose curves the mask takes for noise.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="labels">Label of each pixel: only those count whose neighbours two pixels off have the same; all count where null.</param>
    /// <param name="threads">Threads.</param>
    public static double Noise(GreyImage image, byte[]? labels, int threads = 1)
    {
        int margin = labels is null ? 1 : 2;
        var bands = new (double Sum, long Taken)[(image.Height + Band - 1) / Band];
        Parallel.For(0, bands.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => bands[k] = Roughness(image, labels, margin, Math.Max(margin, k * Band), Math.Min(image.Height - margin, (k + 1) * Band)));
        long taken = bands.Sum(b => b.Taken);
        return taken == 0 ? 0 : Math.Sqrt(Math.PI / 2) / 6 * bands.Sum(b => b.Sum) / taken;
    }

    private static (double Sum, long Taken) Roughness(GreyImage image, byte[]? labels, int margin, int from, int to)
    {
        (int w, double sum, long taken) = (image.Width, 0, 0);
        float[] v = image.Values;
        for (int y = from; y < to; y++)
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

        return (sum, taken);
    }

    private static GreyImage Each(GreyImage image, int threads, Func<int, float> value)
    {
        (int w, float[] values) = (image.Width, new float[image.Values.Length]);
        Parallel.For(0, image.Height, new ParallelOptions { MaxDegreeOfParallelism = threads }, y =>
        {
            for (int i = y * w; i < (y + 1) * w; i++)
            {
                values[i] = value(i);
            }
        });
        return image with { Values = values };
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
    private static float[] Smooth(GreyImage image, double deviation, int threads)
    {
        int reach = Math.Max(1, (int)Math.Round(Math.Sqrt((deviation * deviation * 4) + 1) / 2));
        float[] values = image.Values;
        for (int pass = 0; pass < 3; pass++)
        {
            values = Mean(Mean(values, image.Height, image.Width, image.Width, 1, reach, threads), image.Width, image.Height, 1, image.Width, reach, threads);
        }

        return values;
    }

    /// <summary>Means along lines; lines that lie side by side are gone along together, a band of them a thread, for what is read of them lies together.</summary>
    private static float[] Mean(float[] values, int lines, int length, int lineStep, int step, int reach, int threads)
    {
        var means = new float[values.Length];
        int abreast = lineStep == 1 ? Band : 1;
        Parallel.For(0, (lines + abreast - 1) / abreast, new ParallelOptions { MaxDegreeOfParallelism = threads }, band =>
        {
            Span<double> sums = stackalloc double[Band];
            int first = band * abreast, count = Math.Min(abreast, lines - first), at = first * lineStep;
            for (int k = -reach; k <= reach; k++)
            {
                for (int line = 0, from = at + (Mirrored(k, length) * step); line < count; line++)
                {
                    sums[line] += values[from + line];
                }
            }

            for (int k = 0; k < length; k++)
            {
                int to = at + (k * step), next = at + (Mirrored(k + reach + 1, length) * step), last = at + (Mirrored(k - reach, length) * step);
                for (int line = 0; line < count; line++)
                {
                    means[to + line] = (float)(sums[line] / ((2 * reach) + 1));
                    sums[line] += values[next + line] - values[last + line];
                }
            }
        });
        return means;
    }

    private static int Mirrored(int k, int length)
    {
        int turn = ((k % (2 * length)) + (2 * length)) % (2 * length);
        return turn < length ? turn : (2 * length) - 1 - turn;
    }
}
