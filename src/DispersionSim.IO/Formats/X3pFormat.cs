using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The .x3p exchange format (ISO 5436-2, ISO 25178-72): a zip that holds main.xml and, often, a binary list of points.</summary>
/// <remarks>
/// Surfaces (SUR), profiles (PRF) and point clouds (PCL) that lie on a regular grid are read; incremental and absolute axes,
/// text and binary lists, integer codes with increment and offset. Invalid: an empty datum, NaN, or a cleared bit of the validity list.
/// </remarks>
internal sealed class X3pFormat : ISurfaceFormat
{
    public string Name => "x3p";

    public bool Recognises(SurfaceSource source) => source.StartsWith("PK"u8) || source.Extension == ".x3p";

    public HeightMap Read(SurfaceSource source)
    {
        using ZipArchive zip = Open(source);
        X3pDocument document = X3pDocument.Parse(source, Main(source, zip));
        double[]?[] data = document.TextData ?? BinaryData(source, zip, document);
        return document.IsList ? Cloud(source, document, data) : Matrix(source, document, data);
    }

    private static ZipArchive Open(SurfaceSource source)
    {
        try
        {
            return new(new MemoryStream(source.Bytes), ZipArchiveMode.Read);
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{source.Path}: is not an x3p file or is cut off: it does not open as a zip.", e);
        }
    }

    private static XElement Main(SurfaceSource source, ZipArchive zip)
    {
        try
        {
            using MemoryStream stream = new(Entry(source, zip, "main.xml"));
            using XmlReader reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException e)
        {
            throw new InputException($"{source.Path}: main.xml is damaged: {e.Message}", e);
        }
    }

    private static byte[] Entry(SurfaceSource source, ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.GetEntry(name.TrimStart('/')) ?? throw source.Error($"holds no {name}: not an x3p file.");
        try
        {
            using Stream stream = entry.Open();
            byte[] bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or OverflowException)
        {
            throw new InputException($"{source.Path}: {name} in it is damaged.", e);
        }
    }

    private static double[]?[] BinaryData(SurfaceSource source, ZipArchive zip, X3pDocument document)
    {
        byte[] points = Linked(source, zip, document.PointLink ?? throw source.Error("holds neither a list of data nor a link to one."), document.PointChecksum);
        byte[]? valid = document.ValidLink is { } link ? Linked(source, zip, link, document.ValidChecksum) : null;
        X3pAxis[] axes = document.StoredAxes;
        long wanted = (long)document.PointCount * axes.Sum(a => a.ByteCount);
        if (points.Length != wanted || (valid is not null && valid.Length * 8L < document.PointCount))
        {
            source.Refuse($"states {document.PointCount} points ({wanted} bytes) but its list has {points.Length} bytes.");
        }

        SurfaceBytes cursor = new(source with { Bytes = points }, 0);
        double[]?[] data = new double[document.PointCount][];
        for (int i = 0; i < data.Length; i++)
        {
            double[] datum = [.. axes.Select(a => a.Read(cursor))];
            data[i] = valid is null || ((valid[i >> 3] >> (i & 7)) & 1) == 1 ? datum : null;
        }

        return data;
    }

    private static byte[] Linked(SurfaceSource source, ZipArchive zip, string link, string? checksum)
    {
        byte[] bytes = Entry(source, zip, link);
        if (!string.IsNullOrWhiteSpace(checksum) && !Convert.ToHexString(MD5.HashData(bytes)).Equals(checksum.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            source.Refuse($"is damaged: the checksum of {link} does not agree.");
        }

        return bytes;
    }

    private static HeightMap Matrix(SurfaceSource source, X3pDocument document, double[]?[] data)
    {
        double stepX = document.X.IsAbsolute ? RegularStep(source, document, data, X3pColumn.X) : document.X.Increment;
        double stepY = document.Y.IsAbsolute ? RegularStep(source, document, data, X3pColumn.Y) : document.Y.Increment;
        double[] heights = [.. data.Select(d => d is null ? double.NaN : d[^1])];
        // A profile has no second spacing; its own serves for the one row.
        return source.Map(document.CountX, document.CountY, stepX, document.CountY == 1 ? stepX : stepY, heights);
    }

    private static HeightMap Cloud(SurfaceSource source, X3pDocument document, double[]?[] data)
    {
        double[][] points = [.. data.OfType<double[]>()];
        if (!document.X.IsAbsolute || !document.Y.IsAbsolute)
        {
            source.Refuse($"holds a list of feature type {document.FeatureType} without x and y for each point; only lists of x;y;z are read.");
        }

        return SurfaceGrid.TryMap(source, [.. points.Select(p => p[0])], [.. points.Select(p => p[1])], [.. points.Select(p => p[2])])
            ?? throw source.Error($"holds a point cloud (feature type {document.FeatureType}) that lies on no regular grid; only gridded points are read.");
    }

    /// <summary>The spacing of absolute positions, which must be those of a regular grid.</summary>
    private static double RegularStep(SurfaceSource source, X3pDocument document, double[]?[] data, X3pColumn column)
    {
        int count = column == X3pColumn.X ? document.CountX : document.CountY;
        int component = column == X3pColumn.Y && document.X.IsAbsolute ? 1 : 0;
        double[] places = new double[count];
        Array.Fill(places, double.NaN);
        for (int i = 0; i < data.Length; i++)
        {
            if (data[i] is { } datum)
            {
                ref double place = ref places[column == X3pColumn.X ? i % document.CountX : i / document.CountX];
                place = double.IsNaN(place) || place.Equals(datum[component]) ? datum[component] : throw Irregular(source, column);
            }
        }

        double step = (places[^1] - places[0]) / Math.Max(1, count - 1);
        return count == 1 || Enumerable.Range(0, count).All(i => Math.Abs(places[i] - places[0] - (i * step)) <= 1e-3 * Math.Abs(step))
            ? Math.Abs(step)
            : throw Irregular(source, column);
    }

    private static InputException Irregular(SurfaceSource source, X3pColumn column) =>
        source.Error(string.Create(CultureInfo.InvariantCulture, $"gives absolute {column} positions that are not equally spaced; only regular grids are read."));

    private enum X3pColumn
    {
        X,
        Y,
    }
}
