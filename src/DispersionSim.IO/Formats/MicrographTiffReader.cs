using System.Globalization;
using System.Text.RegularExpressions;
using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads the first page of a TIFF as a micrograph: whole or real numbers of any usual width, in strips or tiles, a palette, or colours, with the pixel size of the resolution tags or of the microscope's own (Zeiss, FEI).</summary>
public static partial class MicrographTiffReader
{
    private const TiffTag Zeiss = (TiffTag)34118;
    private const TiffTag Fei = (TiffTag)34682;
    private const TiffTag FeiOther = (TiffTag)34680;

    /// <summary>Reads a picture.</summary>
    /// <exception cref="InputException">Absent, damaged, or of another kind.</exception>
    public static GreyImage Read(string path) => TiffFile.Reading(path, tiff => Page(tiff, path));

    /// <summary>Number of pages, of which the first is read.</summary>
    /// <exception cref="InputException">Absent or damaged.</exception>
    public static int Pages(string path) => TiffFile.Reading(path, tiff => (int)tiff.NumberOfDirectories());

    /// <summary>What the greys of the first page are, where no convention says their range: real numbers, those with sign, or wider ones than 16 bits; else null.</summary>
    /// <exception cref="InputException">Absent, damaged, or of another kind.</exception>
    public static string? Unusual(string path) => TiffFile.Reading(path, tiff => new TiffGreys(tiff, path).Unusual);

    private static GreyImage Page(Tiff tiff, string path)
    {
        (int width, int height) = TiffRows.Size(tiff);
        var greys = new TiffGreys(tiff, path);
        float[] values = greys.Read(tiff);
        return new(width, height, values, PixelSize(tiff), greys.AreColoured(values.Length));
    }

    private static double? PixelSize(Tiff tiff) => Microscope(tiff) ?? Resolution(tiff);

    /// <summary>Zeiss: "Image Pixel Size = 5.582 nm"; FEI: "PixelWidth=5.6e-009".</summary>
    private static double? Microscope(Tiff tiff)
    {
        foreach (TiffTag tag in new[] { Zeiss, Fei, FeiOther })
        {
            FieldValue[]? value = tiff.GetField(tag);
            string text = value is null ? "" : value[^1].ToString() ?? "";
            if (ZeissSize().Match(text) is { Success: true } zeiss && Quantity.TryParse(zeiss.Groups["size"].Value.Replace("µ", "u", StringComparison.Ordinal), "m", out double size, out _))
            {
                return size;
            }

            if (FeiSize().Match(text) is { Success: true } fei)
            {
                return double.Parse(fei.Groups["size"].Value, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>Resolution in dots an inch or a centimetre; 72, 96 and the like are a screen's, and say nothing of the specimen.</summary>
    private static double? Resolution(Tiff tiff)
    {
        double dots = tiff.GetField(TiffTag.XRESOLUTION)?[0].ToDouble() ?? 0;
        double unit = (tiff.GetField(TiffTag.RESOLUTIONUNIT)?[0].ToInt() ?? 1) switch { 2 => 0.0254, 3 => 0.01, _ => 0 };
        double size = dots > 0 ? unit / dots : 0;
        return size is > 0 and < 5e-6 ? size : null;
    }

    [GeneratedRegex(@"Image Pixel Size = (?<size>[\d.]+ [nµu]?m)", RegexOptions.ExplicitCapture)]
    private static partial Regex ZeissSize();

    [GeneratedRegex(@"PixelWidth=(?<size>[\d.eE+-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex FeiSize();
}
