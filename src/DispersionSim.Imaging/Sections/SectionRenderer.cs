using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Simulated backscatter micrographs of cross-sections, with pixel-aligned masks.</summary>
/// <remarks>Drawn from the spheres, menisci and height map themselves, not from voxels, so that edges are sharp at any pixel. Equations: docs/physics/imaging.md.</remarks>
public static class SectionRenderer
{
    /// <summary>Draws as many sections as the options ask for, evenly spaced along their normals from an offset that the seed gives.</summary>
    /// <param name="state">A film.</param>
    /// <param name="options">Number, pixel size and artefacts.</param>
    /// <param name="seed">The run's seed; same seed, same bytes.</param>
    /// <param name="threads">Sections drawn at once.</param>
    /// <exception cref="InputException">Not a film, or too many pixels.</exception>
    public static IReadOnlyList<SectionImage> Render(ElectrodeState state, ImagingOptions options, ulong seed, int threads)
    {
        FilmGeometry film = FilmGeometry.Of(state);
        SectionFrame[] frames = Frames(film, options, seed);
        var images = new SectionImage[frames.Length];
        Parallel.For(0, frames.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, i => images[i] = Draw(film, frames[i], options, seed, i));
        return images;
    }

    // Planes stand evenly along their normal, the first at a random place, so that no section repeats its neighbour.
    private static SectionFrame[] Frames(FilmGeometry film, ImagingOptions options, ulong seed)
    {
        double offset = new RandomStream(seed, StreamName.SectionPlanes).NextDouble();
        var frames = new SectionFrame[options.Sections];
        for (int i = 0; i < frames.Length; i++)
        {
            bool alongX = options.Normal == SectionNormal.Y || (options.Normal == SectionNormal.Alternate && i % 2 == 0);
            double length = alongX ? film.Domain.Size.Y : film.Domain.Size.X;
            frames[i] = SectionFrame.For(film, options, alongX, (i + offset) / frames.Length * length);
        }

        return frames;
    }

    private static SectionImage Draw(FilmGeometry film, SectionFrame frame, ImagingOptions options, ulong seed, int section)
    {
        string place = $"section {section + 1}, {frame.NormalName} = {Databar.Length(frame.Position)}";
        byte[] bar = Databar.Draw(frame.Width, frame.Pixel, place);
        int barRows = bar.Length / frame.Width;
        SectionTruth truth = SectionTruth.Of(film, frame);
        SectionMasks masks = SectionMasks.Of(truth, frame, film.State.Particles, barRows);
        var grains = new GrainContrast(film, frame, options.Channelling, seed, section);
        float[] signal = new SectionSignal(film, frame, options, grains).Draw(truth);
        byte[] grey = new Detector(frame, options, seed, section).Expose(signal, masks.Solid);
        return Encode(frame, masks, [.. grey, .. bar], barRows, section + 1, place);
    }

    private static SectionImage Encode(SectionFrame frame, SectionMasks masks, byte[] grey, int barRows, int number, string place)
    {
        int width = frame.Width, height = frame.Height + barRows;
        (string, string)[] texts =
        [
            ("Title", $"simulated backscatter image, {place}"),
            ("PixelSize", $"{frame.Pixel:R} m"),
            ("DatabarRows", $"{barRows}"),
            ("Top", $"{frame.Top:R} m"),
        ];
        Picture Png(string suffix, string caption, byte[] bytes) => new($"section-{number}{suffix}.png", "image/png", caption, bytes);
        return new(
            Png("", $"Simulated backscatter micrograph, {place}, {frame.Pixel * 1e9:0.0##} nm per pixel", GreyPng.Encode(width, height, grey, frame.Pixel, texts)),
            Png(".phase", $"Phases of {place}: pore 0, silicon 1, alloy 2, conductive powder 3, binder 4, copper 5", GreyPng.Encode(width, height, masks.Phase, frame.Pixel, texts)),
            Png(".particle", $"Primary particle ids of {place}", GreyPng.Encode(width, height, masks.Particle, frame.Pixel, texts)),
            Png(".agglomerate", $"Parent agglomerate ids of {place}", GreyPng.Encode(width, height, masks.Agglomerate, frame.Pixel, texts)))
        {
            PixelSize = frame.Pixel,
            Width = width,
            Height = height,
            DatabarRows = barRows,
            Normal = frame.NormalName,
            Position = frame.Position,
            Top = frame.Top,
        };
    }
}
