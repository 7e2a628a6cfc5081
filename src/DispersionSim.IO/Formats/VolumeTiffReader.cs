using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Labels on a regular grid, read from a file. Index = x + CountX·(y + CountY·z), z = page.</summary>
/// <param name="VoxelSize">Edge of a voxel, m; null where the file does not say.</param>
/// <param name="OriginZ">Height of the lower face of the first page, m; 0 where the file does not say.</param>
public sealed record LabelVolume(int CountX, int CountY, int CountZ, double? VoxelSize, double OriginZ, byte[] Labels);

/// <summary>Reads label stacks (any TIFF of whole or real numbers, in strips or tiles, whatever its compression) and the fraction stacks of <see cref="VolumeTiffWriter"/>.</summary>
public static class VolumeTiffReader
{
    /// <summary>The labels of every page.</summary>
    /// <exception cref="InputException">Absent, damaged, coloured, or labels over 255.</exception>
    public static LabelVolume ReadLabels(string path) => Reading(path, stack =>
    {
        int slice = stack.CountX * stack.CountY;
        byte[] labels = new byte[checked(stack.Pages.Count * slice)];
        for (int i = 0; i < labels.Length; i++)
        {
            ushort value = stack.Pages[i / slice][i % slice];
            labels[i] = value <= byte.MaxValue ? (byte)value : throw new InputException($"{path}: label {value}: labels are whole numbers from 0 to 255");
        }

        return new LabelVolume(stack.CountX, stack.CountY, stack.Pages.Count, VoxelSize(stack), Number(stack, "origin_z_m") ?? 0, labels);
    });

    /// <summary>The fractions and geometry of a volume; ids are not in the file and read as 0.</summary>
    /// <exception cref="InputException">Absent, damaged, or no fraction stack.</exception>
    public static VoxelVolume ReadFractions(string path) => Reading(path, stack =>
    {
        int phases = (int)(Number(stack, "channels") ?? 1), slice = stack.CountX * stack.CountY, slices = stack.Pages.Count / Math.Max(1, phases);
        if (phases < 2 || slices * phases != stack.Pages.Count || VoxelSize(stack) is not double voxel)
        {
            throw new InputException($"{path}: is no stack of phase fractions: expected an ImageJ hyperstack with a channel for each phase and a voxel size");
        }

        return new VoxelVolume
        {
            CountX = stack.CountX,
            CountY = stack.CountY,
            CountZ = slices,
            VoxelSize = voxel,
            OriginZ = Number(stack, "origin_z_m") ?? 0,
            Fraction = [.. Enumerable.Range(0, phases).Select(p => Enumerable.Range(0, slices).SelectMany(z => stack.Pages[(z * phases) + p].Select(q => q / (float)VolumeTiffWriter.FractionOne)).ToArray())],
            ParticleId = new int[slices * slice],
            AgglomerateId = new int[slices * slice],
        };
    });

    private static double? VoxelSize(Stack stack) =>
        Number(stack, "voxel_size_m") ?? (Number(stack, "spacing") is double step && LengthUnit(stack) is double unit ? step * unit : null);

    private static double? LengthUnit(Stack stack) => stack.Description.GetValueOrDefault("unit") switch
    {
        "um" or "µm" or "μm" or "micron" or "\\u00B5m" => 1e-6,
        "nm" => 1e-9,
        "mm" => 1e-3,
        _ => null,
    };

    private static double? Number(Stack stack, string key) =>
        stack.Description.TryGetValue(key, out string? text) && double.TryParse(text, out double value) ? value : null;

    private static T Reading<T>(string path, Func<Stack, T> content) => TiffFile.Reading(path, tiff => content(Pages(tiff, path)));

    private static Stack Pages(Tiff tiff, string path)
    {
        int width = TiffFile.Field(tiff, TiffTag.IMAGEWIDTH), height = TiffFile.Field(tiff, TiffTag.IMAGELENGTH);
        var pages = new List<ushort[]>();
        string description = tiff.GetField(TiffTag.IMAGEDESCRIPTION)?[0].ToString() ?? "";
        while (true)
        {
            if (TiffFile.Field(tiff, TiffTag.IMAGEWIDTH) != width || TiffFile.Field(tiff, TiffTag.IMAGELENGTH) != height)
            {
                throw new InputException($"{path}: page {pages.Count + 1} has another size than the first");
            }

            pages.Add(Page(tiff, width, height, $"{path}: page {pages.Count + 1}"));
            if (tiff.LastDirectory())
            {
                return new(width, height, pages, Properties(description));
            }

            if (!tiff.ReadDirectory())
            {
                throw new InputException($"{path}: is cut short after page {pages.Count}");
            }
        }
    }

    private static ushort[] Page(Tiff tiff, int width, int height, string place)
    {
        var sample = new TiffSample(tiff, place);
        if (sample.Samples != 1)
        {
            throw new InputException($"{place}: expected one number a voxel, a label, not {sample.Samples}, as colours have them");
        }

        bool inverted = sample.Bits == 1 && TiffFile.Field(tiff, TiffTag.PHOTOMETRIC, 1) == (int)Photometric.MINISWHITE;
        ushort[] pixels = new ushort[checked(width * height)];
        TiffRows.Each(tiff, 1, place, (_, row, left, count, bytes) =>
        {
            for (int x = 0; x < count; x++)
            {
                double value = sample.At(bytes, x);
                pixels[left + x + (row * width)] = value >= 0 && value <= ushort.MaxValue && value == Math.Floor(value)
                    ? (ushort)(inverted ? sample.Inverted(value) : value)
                    : throw new InputException(FormattableString.Invariant($"{place}: label {value}: labels are whole numbers from 0 to 255"));
            }
        });
        return pixels;
    }

    private static Dictionary<string, string> Properties(string description)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] pair in description.Split('\n', '\0').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2))
        {
            properties[pair[0].Trim()] = pair[1].Trim();
        }

        return properties;
    }

    private sealed record Stack(int CountX, int CountY, List<ushort[]> Pages, Dictionary<string, string> Description);
}
