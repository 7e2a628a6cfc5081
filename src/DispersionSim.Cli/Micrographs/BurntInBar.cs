using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>A scale bar that was drawn into a picture: an upright rectangle of the brightest or darkest grey, much wider than high, that stands free.</summary>
/// <remarks>Particles cut off by the range of the greys have such rows too, but rows above and below that are nearly as long; a bar has none.</remarks>
internal static class BurntInBar
{
    /// <summary>Greys within this share of the range of the brightest or darkest are taken for it, so that JPEG does not hide a bar.</summary>
    private const double Alike = 0.06;

    private const double LeastWidth = 0.04, Free = 0.2;
    private const int LeastPixels = 20, LeastRows = 2, WiderThanHigh = 4;

    /// <summary>Left, top, right and bottom of the first bar; null where there is none.</summary>
    public static (int Left, int Top, int Right, int Bottom)? Find(GreyImage image)
    {
        float low = image.Values.Min(), high = image.Values.Max(), near = (float)(Alike * (high - low));
        return near > 0 ? Find(image, high - near, high) ?? Find(image, low, low + near) : null;
    }

    private static (int Left, int Top, int Right, int Bottom)? Find(GreyImage image, float from, float to)
    {
        (int w, int h) = (image.Width, image.Height);
        int least = Math.Max(LeastPixels, (int)(LeastWidth * w));
        for (int y = 0; y < h; y++)
        {
            for (int left = 0; left < w; left++)
            {
                int right = left;
                while (right < w && Marked(y, right))
                {
                    right++;
                }

                if (right - left >= least && Share(y - 1, left, right) < Free && Bottom(y, left, right) is { } bottom)
                {
                    return (left, y, right, bottom);
                }

                left = right;
            }
        }

        return null;

        bool Marked(int y, int x) => image.Values[(y * w) + x] is var v && v >= from && v <= to;

        double Share(int y, int first, int end) => y < 0 || y >= h ? 0 : Enumerable.Range(first, end - first).Count(x => Marked(y, x)) / (double)(end - first);

        // Rows below that are as long, then one that is free.
        int? Bottom(int top, int left, int right)
        {
            int y = top + 1;
            while (y < h && Share(y, left, right) > 1 - (Free / 4) && !(left > 0 && Marked(y, left - 1)) && !(right < w && Marked(y, right)))
            {
                y++;
            }

            return y - top >= LeastRows && right - left >= WiderThanHigh * (y - top) && Share(y, left, right) < Free ? y : null;
        }
    }
}
