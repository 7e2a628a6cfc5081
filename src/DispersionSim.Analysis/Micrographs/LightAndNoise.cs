namespace DispersionSim.Analysis;

/// <summary>What speaks against a picture's threshold: light that changes across it, particles no brighter than noise or hardly brighter than the threshold, and particles that were taken for holes.</summary>
internal static class LightAndNoise
{
    /// <summary>Parts of a picture along each edge.</summary>
    private const int Parts = 4;

    /// <summary>Share of the contrast that the rest's grey may change by from part to part: a threshold midway errs by a quarter of the contrast's half at it.</summary>
    private const double MostChange = 0.25;

    /// <summary>Noise over contrast at which one pixel in five lies on the wrong side.</summary>
    private const double MostNoise = 0.6;

    /// <summary>Share of the area that holes of particles may be; more may be dark particles in what was taken for one bright one.</summary>
    private const double MostFilled = 0.05;

    /// <summary>How far, of what particles are from the threshold in the mean, a particle is that noise may have made; grains that noise lifts above it stay near it.</summary>
    private const double Faint = 0.4;

    /// <summary>Share of such particles, smaller than half the area-weighted mean, that is told of.</summary>
    private const double MostFaint = 0.1;

    /// <summary>Sentences for the reader of a picture's numbers.</summary>
    public static IEnumerable<string> Cautions(Micrograph m)
    {
        if (m.Threshold is null)
        {
            yield break;
        }

        if (m.Filled > MostFilled)
        {
            yield return FormattableString.Invariant($"{100 * m.Filled:F0} % of the area lay enclosed in what was taken for particles and was filled as holes in them: where these are the particles, they are dark (--dark-particles) or, where dark ones were asked for, bright");
        }

        if (Doubtful(m) is var faint and > 0)
        {
            yield return $"{faint} of the {m.Particles.Count} particles are small and hardly differ from the threshold, as grains of noise do, or things behind the section: look at the outlines, and leave such out with --least-diameter, smooth the picture with --median, or choose another --threshold";
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

    /// <summary>Number of particles that noise may have made, where they are more than a tenth of all; else 0.</summary>
    public static int Doubtful(Micrograph m) => m.Threshold is not null && FaintAndSmall(m) is var faint && faint > MostFaint * m.Particles.Count ? faint : 0;

    /// <summary>Particles of less than half the area-weighted mean diameter whose mean grey is near the threshold.</summary>
    private static int FaintAndSmall(Micrograph m)
    {
        double[] away = new double[m.Basins.Max() + 1];
        int[] count = new int[away.Length];
        for (int i = 0; i < m.Basins.Length; i++)
        {
            if (m.Basins[i] is var own and >= 0)
            {
                away[own] += Math.Abs(m.Prepared.Values[i] - m.Threshold!.Value);
                count[own]++;
            }
        }

        (double Away, int Count)[] all = [.. away.Zip(count).Where(p => p.Second > 0)];
        double mean = all.Sum(p => p.Away) / all.Sum(p => (double)p.Count), area = all.Sum(p => Math.Pow(p.Count, 1.5)) / all.Sum(p => (double)p.Count);
        return all.Count(p => 2 * Math.Sqrt(p.Count) < area && p.Away < Faint * mean * p.Count);
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
