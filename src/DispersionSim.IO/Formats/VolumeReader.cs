using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads a volume of labels by the kind of its file.</summary>
public static class VolumeReader
{
    /// <summary>Suffixes that are read.</summary>
    public const string Kinds = ".tif, .tiff, .npy, .vti, .raw";

    /// <summary>The labels of a file.</summary>
    /// <param name="path">A TIFF stack, a NumPy array, VTK image data, or raw values with their shape.</param>
    /// <param name="shape">For raw values: pages, rows, columns, e.g. "100,100,100".</param>
    /// <param name="type">For raw values: one of <see cref="VolumeRawReader.Types"/>; asked for where null.</param>
    /// <param name="array">Name of the array of labels in a .vti; may be null.</param>
    /// <exception cref="InputException">Absent, damaged, of another kind, larger than half of the memory, or shape or type not given.</exception>
    public static LabelVolume Read(string path, string? shape, string? type, string? array = null)
    {
        long there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (File.Exists(path) && new FileInfo(path).Length is var length && length > there / 2)
        {
            throw new InputException($"{path}: {length / 1_000_000} MB are more than half of the {there / 1_000_000} MB of memory; cut or coarsen the volume");
        }

        string suffix = Path.GetExtension(path).ToLowerInvariant();
        if (suffix is ".raw" or ".bin")
        {
            return shape is not null && type is not null
                ? VolumeRawReader.Read(path, Shape(shape), type)
                : throw new InputException($"{path}: raw values have no header; give --shape PAGES,ROWS,COLUMNS and --type {VolumeRawReader.Types} ({Length(path)} bytes)");
        }

        return shape is not null
            ? throw new InputException($"--shape {shape}: only for raw values; {Path.GetFileName(path)} says its shape itself")
            : suffix switch
            {
                ".tif" or ".tiff" => VolumeTiffReader.ReadLabels(path),
                ".npy" => VolumeRawReader.ReadNumpy(path),
                ".vti" => VtkImageReader.Read(path, array),
                _ => throw new InputException($"{path}: no volume is read from '{suffix}'; use {Kinds}"),
            };
    }

    private static (int Pages, int Rows, int Columns) Shape(string text)
    {
        int[] counts = [.. text.Split([',', 'x', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0)];
        return counts.Length == 3 && counts.All(n => n > 0)
            ? (counts[0], counts[1], counts[2])
            : throw new InputException($"--shape {text}: must be three counts, pages, rows, columns, e.g. 100,100,100");
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : throw new InputException($"{path}: there is no such file");
}
