using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A picture of the film in space: coated particles, rings of binder and the copper below, cut flat at the sides of the cell.</summary>
/// <remarks>Spheres are drawn exactly, by their equation at every point of a doubled raster; light is a lamp with shadows and an occluded sky. Parallel projection.</remarks>
public static class View3d
{
    private const int Samples = 2;
    private const double Azimuth = -0.96;
    private const double Elevation = 0.46;
    private const double LampAzimuth = -1.2;
    private const double LampElevation = 0.85;

    /// <summary>Draws the film seen obliquely from above, with a scale bar.</summary>
    /// <param name="state">A film.</param>
    /// <param name="options">Size, colours and how much copper.</param>
    /// <param name="threads">Threads; the bits do not depend on it.</param>
    /// <exception cref="InputException">Not a film.</exception>
    public static Picture Render(ElectrodeState state, ImagingOptions options, int threads)
    {
        FilmGeometry film = FilmGeometry.Of(state);
        View3dOptions view = options.View;
        var box = new ViewBox(film.Domain.Size.X, film.Domain.Size.Y, film.State.Foil is null ? 0 : film.FoilFloor - (0.5 * options.CopperDepth), film.Top);
        ViewBall[] balls = ViewBall.Of(film, view.Colour);
        var camera = new Camera(Azimuth, Elevation, box, view.Width * Samples, view.Height * Samples, 0.05);
        var lamp = new Camera(LampAzimuth, LampElevation, box, view.Height, view.Height, 0.02);
        ViewBuffer seen = ViewBuffer.Draw(camera, box, balls, state.Foil, threads), lit = ViewBuffer.Draw(lamp, box, balls, state.Foil, threads);
        byte[] pixels = Develop(new ViewLight(camera, seen, lamp, lit), view, threads);
        byte[] png = ViewLegend.Encode(pixels, view, camera.Pixel * Samples, state.Particles, film.Menisci.Count > 0, state.Foil is not null);
        string colours = view.Colour == ViewColour.Agglomerate ? "one colour for each agglomerate of the powder" : "coloured by material";
        return new("view-3d.png", "image/png", $"The film in space, {Databar.Length(film.Domain.Size.X)} × {Databar.Length(film.Domain.Size.Y)}, {colours}; parallel projection", png);
    }

    private static byte[] Develop(ViewLight light, View3dOptions view, int threads)
    {
        byte[] pixels = new byte[4 * view.Width * view.Height];
        Parallel.For(0, view.Height, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, y =>
        {
            for (int x = 0; x < view.Width; x++)
            {
                Vector3d sum = Vector3d.Zero;
                for (int k = 0; k < Samples * Samples; k++)
                {
                    sum += light.Of((x * Samples) + (k % Samples), (y * Samples) + (k / Samples)) ?? new Vector3d(1, 1, 1);
                }

                sum /= Samples * Samples;
                int i = 4 * ((y * view.Width) + x);
                (pixels[i], pixels[i + 1], pixels[i + 2], pixels[i + 3]) = (ViewPalette.Screen(sum.X), ViewPalette.Screen(sum.Y), ViewPalette.Screen(sum.Z), 255);
            }
        });
        return pixels;
    }
}
