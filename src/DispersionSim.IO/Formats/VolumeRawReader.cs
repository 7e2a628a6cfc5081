using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads labels without a format of their own: raw values with a shape given by the user, or NumPy arrays (.npy). Axis 0 is the page, the slowest.</summary>
public static partial class VolumeRawReader
{
    /// <summary>Types of raw values.</summary>
    public const string Types = LabelType.Names;

    private const string Arrays = "an array of two or three axes, of bool, whole numbers or floats";

    /// <summary>Reads raw values in the shape that the user gives.</summary>
    /// <param name="path">The file: nothing but values, little-endian, axis 2 fastest.</param>
    /// <param name="shape">Counts along axis 0 (pages), 1 (rows), 2 (columns).</param>
    /// <param name="type">One of <see cref="Types"/>; labels are 0 to 255 in each.</param>
    /// <exception cref="InputException">The length does not fit the shape, or a label is out of range.</exception>
    public static LabelVolume Read(string path, (int Pages, int Rows, int Columns) shape, string type = "uint8")
    {
        LabelType values = LabelType.Named(type) ?? throw new InputException($"{path}: type '{type}' is not known; use {LabelType.Names}");
        byte[] bytes = FileFault.ReadAll(path);
        long expected = (long)shape.Pages * shape.Rows * shape.Columns * values.Width;
        return expected == bytes.Length && expected > 0
            ? new(shape.Columns, shape.Rows, shape.Pages, null, 0, values.Labels(path, bytes))
            : throw new InputException($"{path}: holds {bytes.Length} bytes, but shape {shape.Pages},{shape.Rows},{shape.Columns} of {type} needs {expected}");
    }

    /// <summary>An array of two axes (one page) or three, in C or Fortran order, whose values are labels.</summary>
    /// <exception cref="InputException">Another kind of array, or damaged.</exception>
    public static LabelVolume ReadNumpy(string path)
    {
        byte[] bytes = FileFault.ReadAll(path);
        if (bytes.Length < 12 || bytes[0] != 0x93 || !bytes.AsSpan(1, 5).SequenceEqual("NUMPY"u8))
        {
            throw new InputException($"{path}: is no NumPy array");
        }

        int at = bytes[6] == 1 ? 10 : 12;
        long length = bytes[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8)) : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8));
        int start = (int)Math.Min(bytes.Length, at + length);
        Match header = NumpyHeader().Match(Encoding.Latin1.GetString(bytes, at, start - at));
        return header.Success && LabelType.OfNumpy(header.Groups["type"].Value) is { } type && Shape(header.Groups["shape"].Value) is { } shape
            ? FromNumpy(path, bytes.AsSpan(start), type, shape, header.Groups["order"].Value == "True")
            : throw new InputException($"{path}: expected {Arrays}; its header is {(header.Success ? $"{header.Groups["type"].Value}, shape ({header.Groups["shape"].Value})" : "of another kind")}");
    }

    private static LabelVolume FromNumpy(string path, ReadOnlySpan<byte> values, LabelType type, int[] shape, bool fortran)
    {
        long wanted = (long)shape[0] * shape[1] * shape[2] * type.Width;
        if (values.Length != wanted || wanted == 0)
        {
            throw new InputException($"{path}: {(values.Length == 0 ? "is empty" : values.Length < wanted ? "is cut short" : "is longer than its shape says")}: {values.Length} bytes for shape {string.Join(",", shape)}, which needs {wanted}");
        }

        byte[] labels = type.Labels(path, values);
        return new(shape[2], shape[1], shape[0], null, 0, fortran ? Turned(labels, shape) : labels);
    }

    /// <summary>From first axis fastest to last axis fastest.</summary>
    private static byte[] Turned(byte[] labels, int[] shape)
    {
        byte[] turned = new byte[labels.Length];
        for (int k = 0, at = 0; k < shape[2]; k++)
        {
            for (int j = 0; j < shape[1]; j++)
            {
                for (int i = 0; i < shape[0]; i++, at++)
                {
                    turned[(((i * shape[1]) + j) * shape[2]) + k] = labels[at];
                }
            }
        }

        return turned;
    }

    /// <summary>Three counts; a single page before two. Null where there are more, fewer or too large ones.</summary>
    private static int[]? Shape(string text)
    {
        int[] counts = [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1)];
        return counts.Contains(-1) ? null : counts.Length switch { 2 => [1, .. counts], 3 => counts, _ => null };
    }

    [GeneratedRegex(@"'descr':\s*'(?<type>[<>|=][a-z]\d+)'.*'fortran_order':\s*(?<order>True|False).*'shape':\s*\((?<shape>[\d,\s]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumpyHeader();
}
