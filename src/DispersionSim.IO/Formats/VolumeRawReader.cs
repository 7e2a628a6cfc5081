using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads labels without a format of their own: raw bytes with a shape given by the user, or NumPy arrays (.npy). Axis 0 is the page, the slowest.</summary>
public static partial class VolumeRawReader
{
    /// <summary>Reads raw values in the shape that the user gives.</summary>
    /// <param name="path">The file: nothing but values, little-endian, axis 2 fastest.</param>
    /// <param name="shape">Counts along axis 0 (pages), 1 (rows), 2 (columns).</param>
    /// <param name="type">uint8, int8 or uint16; labels are 0 to 255 in each.</param>
    /// <exception cref="InputException">The length does not fit the shape, or a label is out of range.</exception>
    public static LabelVolume Read(string path, (int Pages, int Rows, int Columns) shape, string type = "uint8")
    {
        byte[] bytes = FileFault.ReadAll(path);
        int width = WidthOf(path, type);
        long expected = (long)shape.Pages * shape.Rows * shape.Columns * width;
        return expected == bytes.Length && expected > 0
            ? new(shape.Columns, shape.Rows, shape.Pages, null, 0, Labels(path, bytes, width, signed: type == "int8"))
            : throw new InputException($"{path}: holds {bytes.Length} bytes, but shape {shape.Pages},{shape.Rows},{shape.Columns} of {type} needs {expected}");
    }

    /// <summary>A three-dimensional C-ordered array of bool, uint8, int8 or uint16.</summary>
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
        return header.Success && header.Groups["order"].Value == "False"
            ? FromNumpy(path, bytes.AsSpan(start), header)
            : throw new InputException($"{path}: expected a three-dimensional array of bool, uint8, int8 or uint16 in C order");
    }

    private static LabelVolume FromNumpy(string path, ReadOnlySpan<byte> values, Match header)
    {
        int[] shape = [.. new[] { "a", "b", "c" }.Select(name => int.Parse(header.Groups[name].Value))];
        string type = header.Groups["type"].Value;
        int width = type[^1] - '0';
        return values.Length == (long)shape[0] * shape[1] * shape[2] * width
            ? new(shape[2], shape[1], shape[0], null, 0, Labels(path, values, width, signed: type[^2] == 'i'))
            : throw new InputException($"{path}: is cut short: {values.Length} bytes for shape {shape[0]},{shape[1]},{shape[2]}");
    }

    private static byte[] Labels(string path, ReadOnlySpan<byte> bytes, int width, bool signed)
    {
        byte[] labels = new byte[bytes.Length / width];
        for (int i = 0; i < labels.Length; i++)
        {
            int value = width == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]) : signed ? (sbyte)bytes[i] : bytes[i];
            labels[i] = value is >= 0 and <= byte.MaxValue ? (byte)value : throw new InputException($"{path}: label {value}: labels are 0 to 255");
        }

        return labels;
    }

    private static int WidthOf(string path, string type) => type switch
    {
        "uint8" or "int8" => 1,
        "uint16" => 2,
        _ => throw new InputException($"{path}: type '{type}' is not known; use uint8, int8 or uint16"),
    };

    [GeneratedRegex(@"'descr':\s*'[<|](?<type>b1|u1|i1|u2)'.*'fortran_order':\s*(?<order>True|False).*'shape':\s*\((?<a>\d+),\s*(?<b>\d+),\s*(?<c>\d+),?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex NumpyHeader();
}
