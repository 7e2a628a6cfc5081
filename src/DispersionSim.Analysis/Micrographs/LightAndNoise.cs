namespace DispersionSim.Analysis;

/// <summary>What speaks against a picture's threshold: light that changes across it, and particles no brighter than noise.</summary>
internal static class LightAndNoise
{
    /// <summary>Parts of a picture along each edge.</summary>
    private const int Parts = 4;

    /// <summary>Share of the contrast that the rest's grey may change by from part to part: a threshold midway errs by a quarter of the contrast's half at it.</summary>
    private const double MostChange = 0.25;

    /// <summary>Noise over contrast at which one pixel in five lies on the wrong side.</summary>
    private const double MostNoise = 0.6;

    /// <summary>Sentences for the reader of a picture's numbers.</summary>
    public static IEnumerable<string> Cautions(Micrograph m)
    {
        if (m.Threshold is null)
        {
            yield break;
        }

        (double[] particle, double[] rest) = (Greys(m, 1), Greys(m, 0));
        double contrast = Math.Abs(Mean(particle) - Mean(rest)), change = (rest.Where(double.IsFinite).Max() - rest.Where(double.IsFinite).Min()) / contrast;
        if (m.Noise > MostNoise * contrast)
        {
            yield return FormattableString.Invariant($"noise is {m.Noise / contrast:F1} times the contrast between particles and the rest: what is outlined may be noise alone");
        }

        if (change > MostChange)
        {
            yield return FormattableString.Invariant($"the grey between particles changes by {100 * change:F0} % of the contrast across the picture: uneven light, which one threshold does not follow; see --flat-field");
        }
    }

    private static double Mean(double[] greys) => greys.Where(double.IsFinite).Average();

    /// <summary>Mean grey of the pixels of a label in each part of the picture; NaN where a part has none.</summary>
    private static double[] Greys(Micrograph m, byte label)
    {
        (int w, int h) = (m.Field.Shape[2], m.Field.Shape[1]);
        double[] sums = new double[Parts * Parts];
        int[] counts = new int[Parts * Parts];
        byte[] labels = m.Field.Labels;
        for (int y = 0; y < h; y++)
        {
            for (int x = 0; x < w; x++)
            {
                int i = (y * w) + x, part = (x * Parts / w) + (y * Parts / h * Parts);
                if (labels[i] == label)
                {
                    sums[part] += m.Prepared.Values[i];
                    counts[part]++;
                }
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
