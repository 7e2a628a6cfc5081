using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>Pictures of sections of made-up spheres of radius 8 pixels.</summary>
internal static class MadeSections
{
    /// <summary>Pixels a radius.</summary>
    public const int Radius = 8;

    public const double Pixel = 1e-8;

    /// <summary>Edge of a picture, radii.</summary>
    public const int Edge = 40;

    /// <summary>How the pictures are cut.</summary>
    public static MicrographOptions Options { get; } = new() { PixelSize = Pixel, Threads = 2 };

    /// <summary>Spheres that fill a fifth of a box.</summary>
    public static ClusteredSpheres Spheres(double share, double contrast) => new() { Fraction = 0.2, Share = share, Size = 20, Contrast = contrast };

    /// <summary>A section as a picture with soft edges and some noise.</summary>
    public static GreyImage Picture(ClusteredSpheres spheres, int number, int scale = Radius)
    {
        var random = new RandomStream(7, StreamName.MonteCarlo, number);
        PointSample cut = ClusteredSpheres.Section(spheres.Draw(new(Edge, Edge, 24), random), 12);
        int side = Edge * scale;
        float[] values = [.. Enumerable.Range(0, side * side).Select(_ => (float)(60 + (4 * random.NextGaussian())))];
        foreach ((Vector3d place, double radius) in cut.Positions.Zip(cut.Radii))
        {
            (double x, double y, double r) = (place.X * scale, place.Y * scale, radius * scale);
            for (int b = Math.Max(0, (int)(y - r - 1)); b <= Math.Min(side - 1, (int)(y + r + 1)); b++)
            {
                for (int a = Math.Max(0, (int)(x - r - 1)); a <= Math.Min(side - 1, (int)(x + r + 1)); a++)
                {
                    values[(b * side) + a] += (float)(120 * Math.Clamp(r + 0.5 - Math.Sqrt(Math.Pow(a + 0.5 - x, 2) + Math.Pow(b + 0.5 - y, 2)), 0, 1));
                }
            }
        }

        return new(side, side, [.. values.Select(v => Math.Min(v, 190))], null);
    }

    /// <summary>The same, cut into particles.</summary>
    public static Micrograph Cut(ClusteredSpheres spheres, int number) => Micrograph.Of(Picture(spheres, number), Options);

    /// <summary>A film of such spheres, as a process-null layer of a run is one.</summary>
    public static ElectrodeState Film(ClusteredSpheres spheres, int number)
    {
        const double metre = Radius * Pixel;
        PointSample drawn = spheres.Draw(new(Edge + 2, Edge + 2, Edge + 6), new(11, StreamName.MonteCarlo, number));
        return Made.Film((Edge + 2) * metre, (Edge + 6) * metre, Made.Particles([.. drawn.Positions.Select(p => p * metre)], metre));
    }
}
