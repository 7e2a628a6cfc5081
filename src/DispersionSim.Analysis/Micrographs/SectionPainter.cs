using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Paints circles as a micrograph shows its particles: its size, the mean greys of its particles and of the rest, the width of its edges, its noise.</summary>
/// <remarks>The grey runs across an edge along a straight line of width w = C/g, C the contrast and g the median slope of the prepared picture where particles end; ramps of particles that nearly touch add up, as a blurred picture's do.</remarks>
internal sealed class SectionPainter
{
    private readonly double particle, rest, edge, noise;
    private readonly byte[]? labels;

    public SectionPainter(Micrograph like, MicrographOptions options)
    {
        (Width, Height) = (like.Field.Shape[2], like.Field.Shape[1]);
        if (options.Labels is { } given)
        {
            labels = [given[0], (byte)Enumerable.Range(0, 256).First(v => !given.Contains((byte)v))];
            (particle, rest, edge, noise) = (1, 0, 0, 0);
            return;
        }

        float[] grey = like.Prepared.Values;
        byte[] inside = like.Field.Labels;
        particle = grey.Where((_, i) => inside[i] == 1).Average(v => (double)v);
        rest = grey.Where((_, i) => inside[i] == 0).Average(v => (double)v);
        edge = Math.Max(1, Math.Abs(particle - rest) / Math.Max(Slope(like), double.Epsilon));
        noise = like.Noise;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The picture.</summary>
    /// <param name="circles">Circles in a window as large as the micrograph, m from its upper left corner.</param>
    /// <param name="random">Noise.</param>
    /// <param name="pixel">Edge of a pixel, m.</param>
    public GreyImage Paint(IReadOnlyList<(double X, double Y, double Radius)> circles, RandomStream random, double pixel)
    {
        var covered = new float[Width * Height];
        foreach ((double x, double y, double radius) in circles)
        {
            Cover(covered, x / pixel, y / pixel, radius / pixel);
        }

        return new(Width, Height, [.. covered.Select(c => Grey(c, random))], null);
    }

    private float Grey(float covered, RandomStream random) => labels is null
        ? (float)(rest + ((particle - rest) * Math.Min(1, covered)) + (noise > 0 ? noise * random.NextGaussian() : 0))
        : labels[covered >= 0.5f ? 0 : 1];

    private void Cover(float[] covered, double x, double y, double radius)
    {
        double width = Math.Max(edge, 1), reach = radius + (width / 2);
        for (int b = Math.Max(0, (int)(y - reach)); b <= Math.Min(Height - 1, (int)(y + reach)); b++)
        {
            for (int a = Math.Max(0, (int)(x - reach)); a <= Math.Min(Width - 1, (int)(x + reach)); a++)
            {
                double dx = a + 0.5 - x, dy = b + 0.5 - y;
                covered[(b * Width) + a] += (float)Math.Clamp(0.5 + ((radius - Math.Sqrt((dx * dx) + (dy * dy))) / width), 0, 1);
            }
        }
    }

    /// <summary>Median slope of the prepared picture at the particles' pixels beside the rest, a pixel.</summary>
    private double Slope(Micrograph like)
    {
        float[] grey = like.Prepared.Values;
        byte[] inside = like.Field.Labels;
        var slopes = new List<double>();
        for (int y = 1; y < Height - 1; y++)
        {
            for (int at = (y * Width) + 1; at < ((y + 1) * Width) - 1; at++)
            {
                if (inside[at] == 1 && inside[at - 1] + inside[at + 1] + inside[at - Width] + inside[at + Width] < 4)
                {
                    (double dx, double dy) = ((grey[at + 1] - grey[at - 1]) / 2.0, (grey[at + Width] - grey[at - Width]) / 2.0);
                    slopes.Add(Math.Sqrt((dx * dx) + (dy * dy)));
                }
            }
        }

        return slopes.Count > 0 ? Quantiles.Of(slopes, 0.5) : double.PositiveInfinity;
    }
}
