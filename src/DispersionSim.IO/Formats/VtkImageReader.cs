using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Reads labels from VTK's XML image data (.vti) of one piece: values as text, in base64 or appended, plain or compressed with zlib.</summary>
/// <remarks>VTK's x runs fastest: it becomes axis 2. The format has spacings but no unit, so the edge of a voxel is not taken from it. Source: The VTK User's Guide, file formats.</remarks>
public static class VtkImageReader
{
    private const string Marker = "<AppendedData";

    /// <summary>The labels of one array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the array where there are several; null takes the active or only one.</param>
    /// <exception cref="InputException">Absent, damaged, of another kind, of several pieces, or its voxels are no cubes.</exception>
    public static LabelVolume Read(string path, string? name)
    {
        byte[] bytes = FileFault.ReadAll(path);
        try
        {
            return Read(path, bytes, name);
        }
        catch (Exception e) when (e is XmlException or FormatException or InvalidDataException or IndexOutOfRangeException or ArgumentException or OverflowException or NullReferenceException)
        {
            throw new InputException($"{path}: is no VTK image data, or is damaged: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static LabelVolume Read(string path, byte[] bytes, string? name)
    {
        (XmlElement file, Appended appended) = Parts(bytes);
        if (file.GetAttribute("type") != "ImageData")
        {
            throw new InputException($"{path}: holds {file.GetAttribute("type")}; ImageData is read");
        }

        var image = (XmlElement)file.SelectSingleNode("ImageData")!;
        double[] spacing = Numbers(image.GetAttribute("Spacing"));
        if (spacing.Length == 3 && spacing.Max() > spacing.Min() * 1.001)
        {
            throw new InputException($"{path}: its voxels are {spacing[0]} x {spacing[1]} x {spacing[2]}, no cubes; resample it");
        }

        XmlElement[] pieces = [.. image.SelectNodes("Piece")!.OfType<XmlElement>()];
        if (pieces.Length != 1)
        {
            throw new InputException($"{path}: has {pieces.Length} pieces; write it as one");
        }

        XmlElement array = Chosen(path, pieces[0], name);
        int[] extent = [.. Numbers(pieces[0].GetAttribute("Extent")).Select(v => (int)v)];
        int points = array.ParentNode!.Name == "PointData" ? 1 : 0;
        (int x, int y, int z) = (extent[1] - extent[0] + points, extent[3] - extent[2] + points, extent[5] - extent[4] + points);
        byte[] labels = array.GetAttribute("format") == "ascii"
            ? [.. Numbers(array.InnerText).Select(v => Label(path, v))]
            : Type(path, array.GetAttribute("type"), IsBigEndian(file)).Labels(path, new Block(file).Of(array, appended));
        return labels.LongLength == (long)x * y * z
            ? new(x, y, z, null, 0, labels)
            : throw new InputException($"{path}: array {array.GetAttribute("Name")} has {labels.Length} values for {x} x {y} x {z} voxels");
    }

    /// <summary>The document without its appended bytes, which are no XML, and those bytes from behind their underscore on.</summary>
    private static (XmlElement File, Appended Data) Parts(byte[] bytes)
    {
        int marker = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Marker));
        string head = Encoding.UTF8.GetString(bytes, 0, marker < 0 ? bytes.Length : marker);
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(marker < 0 ? head : head + "</VTKFile>");
        if (marker < 0)
        {
            return (document.DocumentElement!, new([], false));
        }

        int end = marker + bytes.AsSpan(marker).IndexOf((byte)'>'), from = end + 1 + bytes.AsSpan(end).IndexOf((byte)'_');
        return (document.DocumentElement!, new(bytes[from..], Encoding.ASCII.GetString(bytes, marker, end - marker).Contains("base64", StringComparison.Ordinal)));
    }

    private static XmlElement Chosen(string path, XmlElement piece, string? name)
    {
        XmlElement[] all = [.. piece.SelectNodes("*/DataArray")!.OfType<XmlElement>().Where(a => a.GetAttribute("NumberOfComponents") is "" or "1")];
        XmlElement[] wanted = name is not null ? [.. all.Where(a => a.GetAttribute("Name") == name)]
            : all.Length < 2 ? all
            : [.. all.Where(a => a.GetAttribute("Name") == ((XmlElement)a.ParentNode!).GetAttribute("Scalars"))];
        return wanted.Length == 1 ? wanted[0] : throw new InputException(all.Length == 0
            ? $"{path}: has no array of one component"
            : $"{path}: name the array of labels with --array: {string.Join(", ", all.Select(a => a.GetAttribute("Name")))}");
    }

    private static bool IsBigEndian(XmlElement file) => file.GetAttribute("byte_order") == "BigEndian";

    /// <summary>VTK's name of a type, e.g. UInt16.</summary>
    private static LabelType Type(string path, string name, bool bigEndian) =>
        LabelType.Named(name.ToLowerInvariant()) is { } type ? type with { BigEndian = bigEndian } : throw new InputException($"{path}: values of type {name} are not read as labels");

    private static byte Label(string path, double value) =>
        value is >= 0 and <= byte.MaxValue && value == Math.Floor(value) ? (byte)value : throw new InputException($"{path}: label {value}: labels are whole numbers from 0 to 255");

    private static double[] Numbers(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => double.Parse(w, CultureInfo.InvariantCulture))];

    /// <summary>What stands behind the underscore of the appended data.</summary>
    private readonly record struct Appended(byte[] Bytes, bool IsBase64);

    /// <summary>Binary values with their header: their length, or where compressed the number, size and last size of blocks and each one's compressed length.</summary>
    private sealed class Block(XmlElement file)
    {
        private readonly int width = file.GetAttribute("header_type") == "UInt64" ? 8 : 4;
        private readonly bool bigEndian = IsBigEndian(file);
        private readonly string compressor = file.GetAttribute("compressor");

        public byte[] Of(XmlElement array, Appended appended)
        {
            if (array.GetAttribute("format") == "appended")
            {
                int offset = int.Parse(array.GetAttribute("offset"), CultureInfo.InvariantCulture);
                return appended.IsBase64 ? OfText(Encoding.ASCII.GetString(appended.Bytes, offset, appended.Bytes.Length - offset)) : Unpacked(appended.Bytes.AsSpan(offset));
            }

            return OfText(array.InnerText);
        }

        /// <summary>Base64: of a compressed array the header is encoded by itself, of a plain one mostly not.</summary>
        private byte[] OfText(string text)
        {
            string digits = new([.. text.TakeWhile(c => c != '<').Where(c => !char.IsWhiteSpace(c))]);
            int blocks = compressor.Length == 0 ? 0 : (int)Entry(Decoded(digits, width), 0), entries = compressor.Length == 0 ? 1 : 3 + blocks;
            int head = ((entries * width) + 2) / 3 * 4;
            bool apart = compressor.Length > 0 || (entries * width % 3 != 0 && digits[head - 1] == '=');
            byte[] header = Decoded(digits, entries * width);
            int length = compressor.Length == 0 ? (int)Entry(header, 0) : Enumerable.Range(3, blocks).Sum(k => (int)Entry(header, k));
            return apart
                ? Unpacked([.. header, .. Decoded(digits[head..], length)])
                : Unpacked(Decoded(digits, header.Length + length));
        }

        private byte[] Unpacked(ReadOnlySpan<byte> bytes)
        {
            if (compressor.Length == 0)
            {
                return bytes.Slice(width, (int)Entry(bytes, 0)).ToArray();
            }

            if (compressor != "vtkZLibDataCompressor")
            {
                throw new InvalidDataException($"compressed by {compressor}; vtkZLibDataCompressor is read");
            }

            int blocks = (int)Entry(bytes, 0), from = (3 + blocks) * width;
            using var values = new MemoryStream();
            for (int k = 0; k < blocks; k++)
            {
                int length = (int)Entry(bytes, 3 + k);
                using var zip = new ZLibStream(new MemoryStream(bytes.Slice(from, length).ToArray()), CompressionMode.Decompress);
                zip.CopyTo(values);
                from += length;
            }

            return values.ToArray();
        }

        /// <summary>The first bytes of base64 digits.</summary>
        private static byte[] Decoded(string digits, int count) => Convert.FromBase64String(digits[..Math.Min(digits.Length, (count + 2) / 3 * 4)])[..count];

        private long Entry(ReadOnlySpan<byte> header, int k) => (width, bigEndian) switch
        {
            (8, false) => BinaryPrimitives.ReadInt64LittleEndian(header[(8 * k)..]),
            (8, true) => BinaryPrimitives.ReadInt64BigEndian(header[(8 * k)..]),
            (_, false) => BinaryPrimitives.ReadUInt32LittleEndian(header[(4 * k)..]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(header[(4 * k)..]),
        };
    }
}
