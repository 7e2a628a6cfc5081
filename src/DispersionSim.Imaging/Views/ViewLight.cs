using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Light on a view: a lamp with soft shadows, the sky, and less of the sky in crevices.</summary>
internal sealed class ViewLight(Camera camera, ViewBuffer seen, Camera lamp, ViewBuffer lit)
{
    private const double Lamp = 0.62;
    private const double Sky = 0.55;
    private const double LeastShadowBias = 25e-9;
    private const int Samples = 16;

    // Neighbouring pixels look in directions turned against each other, the same again after so many.
    private const int Pattern = 4;

    // Crevices are looked for within this share of the picture's width.
    private const double Surroundings = 0.035;

    // The depth map of the lamp is a raster: a bias of less than its pixel lets coarse pictures shade themselves.
    private readonly double shadowBias = Math.Max(LeastShadowBias, 3 * lamp.Pixel);
    private readonly int reach = ReachOf(camera);
    private readonly (int X, int Y)[] around = Around(ReachOf(camera));

    /// <summary>Light that a pixel sends to the viewer, linear; null where it sees nothing.</summary>
    public Vector3d? Of(int x, int y)
    {
        int pixel = (y * camera.Width) + x;
        if (float.IsPositiveInfinity(seen.Depth[pixel]))
        {
            return null;
        }

        Vector3d place = camera.At(x + 0.5, y + 0.5, seen.Depth[pixel]), normal = seen.Normal[pixel];
        double facing = Math.Max(0, -Vector3d.Dot(normal, lamp.Forward));
        double sky = (0.6 + (0.4 * normal.Z)) * Openness(x, y, place, normal);
        double light = (Lamp * facing * Reached(place, normal)) + (Sky * sky);
        return (seen.Colour[pixel] * light) + (new Vector3d(1, 1, 1) * Gloss(normal, facing));
    }

    private double Gloss(Vector3d normal, double facing)
    {
        Vector3d half = (-lamp.Forward - camera.Forward).Normalized();
        return facing > 0 ? 0.06 * Math.Pow(Math.Max(0, Vector3d.Dot(half, normal)), 40) : 0;
    }

    /// <summary>Share of the lamp that reaches a place: the depth map of the lamp at 3 × 3 points.</summary>
    private double Reached(Vector3d place, Vector3d normal)
    {
        (double lx, double ly, double depth) = lamp.Project(place + (normal * shadowBias));
        int clear = 0;
        for (int k = 0; k < 9; k++)
        {
            int x = (int)Math.Floor(lx + (0.9 * ((k % 3) - 1))), y = (int)Math.Floor(ly + (0.9 * ((k / 3) - 1)));
            bool inside = x >= 0 && x < lamp.Width && y >= 0 && y < lamp.Height;
            clear += !inside || lit.Depth[(y * lamp.Width) + x] >= depth - shadowBias ? 1 : 0;
        }

        return clear / 9.0;
    }

    /// <summary>Share of the sky that neighbours in the picture leave free (ambient occlusion from the depth buffer).</summary>
    private double Openness(int x, int y, Vector3d place, Vector3d normal)
    {
        double hidden = 0, radius = reach * camera.Pixel;
        int first = ((x % Pattern) + (Pattern * (y % Pattern))) * Samples;
        for (int k = 0; k < Samples; k++)
        {
            int nx = x + around[first + k].X, ny = y + around[first + k].Y;
            if (nx < 0 || ny < 0 || nx >= camera.Width || ny >= camera.Height || float.IsPositiveInfinity(seen.Depth[(ny * camera.Width) + nx]))
            {
                continue;
            }

            Vector3d d = camera.At(nx + 0.5, ny + 0.5, seen.Depth[(ny * camera.Width) + nx]) - place;
            double distance = d.Length + 1e-12, up = Math.Max(0, (Vector3d.Dot(d, normal) / distance) - 0.08);
            hidden += up / (1 + (distance * distance / (radius * radius)));
        }

        return Math.Max(0.08, 1 - (1.9 * hidden / Samples));
    }

    private static int ReachOf(Camera camera) => Math.Max(4, (int)(camera.Width * Surroundings));

    /// <summary>Where each pixel of the pattern looks, pixels from itself: turns of the golden angle, evenly spread over a disc.</summary>
    private static (int X, int Y)[] Around(int reach)
    {
        var offsets = new (int, int)[Pattern * Pattern * Samples];
        for (int i = 0; i < offsets.Length; i++)
        {
            int pixel = i / Samples, k = i % Samples;
            double angle = (2.399963 * k) + (pixel * (2 * Math.PI / 16 / Samples)), far = reach * Math.Sqrt((k + 0.5) / Samples);
            offsets[i] = ((int)Math.Round(far * Math.Cos(angle)), (int)Math.Round(far * Math.Sin(angle)));
        }

        return offsets;
    }
}
