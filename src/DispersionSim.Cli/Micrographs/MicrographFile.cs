using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A micrograph from a file, freed from the strip of text below it.</summary>
internal static class MicrographFile
{
    private const double FlatShare = 0.55;
    private const double LeastStrip = 0.02;
    private const double MostStrip = 0.25;

    /// <summary>Reads a picture.</summary>
    /// <param name="path">TIFF, PNG or JPEG.</param>
    /// <param name="crop">left, top, right, bottom in pixels; null for all but a strip of text that is found.</param>
    /// <param name="coloursAllowed">Whether colours may be read as grey.</param>
    /// <param name="say">Told what was cut off.</param>
    /// <exception cref="InputException">No picture, or colours.</exception>
    public static GreyImage Read(string path, int[]? crop, bool coloursAllowed, Action<string> say)
    {
        string suffix = Path.GetExtension(path).ToLowerInvariant();
        GreyImage image = suffix switch
        {
            ".tif" or ".tiff" => FirstPage(path, say),
            ".png" or ".jpg" or ".jpeg" => PictureDecoder.Decode(FileFault.ReadAll(path)) ?? throw new InputException($"{path}: is no picture, or is damaged or cut short"),
            _ => throw new InputException($"{path}: no picture is read from '{suffix}'; use .tif, .tiff, .png, .jpg"),
        };
        image = crop is null ? WithoutStrip(path, image, say) : Cropped(path, image, crop);
        if (crop is null && !coloursAllowed && !image.IsColoured && (BurntInBar.Find(image) ?? DottedBar.Find(image)) is var (left, top, right, bottom))
        {
            throw new InputException($"{path}: has what looks like a burnt-in scale bar from {left},{top} to {right},{bottom}, which would be taken for a particle: cut it off with --crop LEFT,TOP,RIGHT,BOTTOM; a crop to the whole picture keeps it");
        }

        return image.IsColoured && crop is null && !coloursAllowed
            ? throw new InputException($"{path}: has colours, as of burnt-in marks or a screenshot: cut the marks off with --crop LEFT,TOP,RIGHT,BOTTOM, or take the colours for grey with --colours")
            : image;
    }

    /// <summary>The pixels' one size, asked for or of the files.</summary>
    /// <exception cref="InputException">A file does not say it, or they differ.</exception>
    public static double PixelSize((string File, GreyImage Image)[] images, double? asked)
    {
        double[] sizes = [.. images.Select(i => asked ?? i.Image.PixelSize ?? throw new InputException($"{i.File}: does not say how large a pixel is; give --pixel-size, e.g. --pixel-size \"10 nm\""))];
        return sizes.Any(s => s == 0) ? throw new InputException("--pixel-size 0: must be a positive length")
            : sizes.All(s => Math.Abs(s - sizes[0]) <= 1e-3 * sizes[0]) ? sizes[0]
            : throw new InputException($"the pictures have pixels of {string.Join(" and ", sizes.Distinct().Select(s => Quantity.Rounded(s, "m")))}; measure them apart");
    }

    private static GreyImage FirstPage(string path, Action<string> say)
    {
        GreyImage image = MicrographTiffReader.Read(path);
        if (MicrographTiffReader.Pages(path) is var pages and > 1)
        {
            say($"{path}: has {pages} pages, of which the first is measured; a stack of slices is for analyze volume");
        }

        if (MicrographTiffReader.Unusual(path) is { } unusual)
        {
            say(FormattableString.Invariant($"{path}: has {unusual} for greys, from {image.Values.Min():G4} to {image.Values.Max():G4}, taken as they are"));
        }

        return image;
    }

    private static GreyImage Cropped(string path, GreyImage image, int[] crop)
    {
        (int left, int top, int right, int bottom) = (crop[0], crop[1], crop[2], crop[3]);
        return left >= 0 && top >= 0 && right <= image.Width && bottom <= image.Height && left < right && top < bottom
            ? Part(image, left, top, right, bottom)
            : throw new InputException($"--crop {string.Join(',', crop)}: must be LEFT,TOP,RIGHT,BOTTOM within the {image.Width} x {image.Height} pixels of {path}");
    }

    private static GreyImage Part(GreyImage image, int left, int top, int right, int bottom)
    {
        var values = new float[(right - left) * (bottom - top)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = image.Values[((top + (i / (right - left))) * image.Width) + left + (i % (right - left))];
        }

        return image with { Width = right - left, Height = bottom - top, Values = values };
    }

    /// <summary>Rows at the bottom of which more than half have one and the same grey are a strip of text.</summary>
    private static GreyImage WithoutStrip(string path, GreyImage image, Action<string> say)
    {
        int strip = 0;
        for (int missed = 0, y = image.Height - 1; y >= image.Height * (1 - MostStrip) && missed <= 3; y--)
        {
            bool flat = image.Values.AsSpan(y * image.Width, image.Width).ToArray().GroupBy(v => v).Max(g => g.Count()) > FlatShare * image.Width;
            missed = flat ? 0 : missed + 1;
            strip = flat ? image.Height - y : strip;
        }

        bool textured = image.Values.AsSpan(0, image.Width).ToArray().GroupBy(v => v).Max(g => g.Count()) <= FlatShare * image.Width;
        if (strip < LeastStrip * image.Height || strip > (MostStrip * image.Height) - 1 || !textured)
        {
            return image;
        }

        say($"{path}: the lowest {strip} rows are a strip of text and are left out");
        return Part(image, 0, 0, image.Width, image.Height - strip) with { IsColoured = false };
    }
}
