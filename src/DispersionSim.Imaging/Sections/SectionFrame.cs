using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A cross-section's plane and its pixels: u runs across the picture, w behind it, z up.</summary>
/// <param name="AlongX">The picture shows x (the plane is normal to y); otherwise y.</param>
/// <param name="Position">Place of the plane along its normal, m.</param>
/// <param name="Width">Pixels across: the whole width of the segment.</param>
/// <param name="Height">Rows of the image, databar apart.</param>
/// <param name="Pixel">Edge of a pixel, m.</param>
/// <param name="Top">Height of the upper edge, m.</param>
internal sealed record SectionFrame(bool AlongX, double Position, int Width, int Height, double Pixel, double Top)
{
    /// <summary>Points sampled along each edge of a pixel: binder films are thinner than one.</summary>
    public const int Samples = 3;

    private const int MostPixels = 100_000_000;

    public string NormalName => AlongX ? "y" : "x";

    /// <summary>Edge of a sample, m.</summary>
    public double Step => Pixel / Samples;

    /// <summary>Samples across.</summary>
    public int SampleWidth => Width * Samples;

    /// <summary>Sample rows.</summary>
    public int SampleHeight => Height * Samples;

    /// <summary>The frame of a section through the whole width and height of a film, with a margin above it; its pixel is the nearest to the wanted one that divides the width.</summary>
    /// <exception cref="InputException">More pixels than can be drawn.</exception>
    public static SectionFrame For(FilmGeometry film, ImagingOptions options, bool alongX, double position)
    {
        double length = alongX ? film.Domain.Size.X : film.Domain.Size.Y;
        int width = Math.Max(1, (int)Math.Round(length / options.PixelSize));
        double pixel = length / width, margin = 0.06 * length;
        double bottom = film.State.Foil is null ? -margin : film.FoilFloor - options.CopperDepth, top = film.Top + margin;
        double height = Math.Ceiling((top - bottom) / pixel);
        return height * width * Samples * Samples <= MostPixels
            ? new(alongX, position, width, (int)height, pixel, top)
            : throw new InputException($"images.pixel_size = \"{options.PixelSize * 1e9:G4} nm\": makes a picture of {width} x {height} pixels; at most {MostPixels / Samples / Samples:N0} pixels can be drawn, take a larger pixel");
    }

    /// <summary>A place or vector of the film in the section's axes (u, w, z).</summary>
    public Vector3d Turn(Vector3d p) => AlongX ? p : new(p.Y, p.X, p.Z);

    /// <summary>Extent of the cell in the section's axes.</summary>
    public Vector3d Cell(Domain domain) => Turn(domain.Size);

    /// <summary>Middle of a column of samples, m.</summary>
    public double U(int column) => (column + 0.5) * Step;

    /// <summary>Middle of a row of samples, m.</summary>
    public double Z(int row) => Top - ((row + 0.5) * Step);

    /// <summary>The columns whose middle lies in a span, clipped to the picture.</summary>
    public (int First, int Last) Columns(double from, double to) =>
        (Math.Max(0, (int)Math.Ceiling((from / Step) - 0.5)), Math.Min(SampleWidth - 1, (int)Math.Floor((to / Step) - 0.5)));

    /// <summary>The rows whose middle lies in a span of heights, clipped to the picture.</summary>
    public (int First, int Last) Rows(double low, double high) =>
        (Math.Max(0, (int)Math.Ceiling(((Top - high) / Step) - 0.5)), Math.Min(SampleHeight - 1, (int)Math.Floor(((Top - low) / Step) - 0.5)));

    /// <summary>The copies of a place that a body of some reach may show in the picture: all its periodic images along u, and along w from just before the plane to one cell behind.</summary>
    public IEnumerable<Vector3d> Copies(Domain domain, Vector3d place, double reach)
    {
        Vector3d cell = Cell(domain), p = Turn(place);
        double w = PeriodicAxis.Wrap(p.Y - Position + reach, cell.Y) - reach, u = PeriodicAxis.Wrap(p.X, cell.X);
        for (int k = -1; k <= 1; k++)
        {
            double shifted = u + (k * cell.X);
            if (shifted > -reach && shifted < cell.X + reach)
            {
                yield return new(shifted, w, p.Z);
            }
        }
    }
}
