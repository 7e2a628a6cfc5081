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
        try
        {
            using ZipArchive zip = new(new MemoryStream(source.Bytes), ZipArchiveMode.Read);
            X3pDocument document = X3pDocument.Parse(source, Main(source, zip));
            double[] data = document.TextData ?? BinaryData(source, zip, document);
            return document.IsList ? Cloud(source, document, data) : Matrix(source, document, data);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new InputException($"{source.Path}: is not an x3p file, or cut off or damaged: it does not open as a zip.", e);
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
            throw new InputException($"{source.Path}: main.xml is damaged at line {e.LineNumber}.", e);
        }
    }

    private static byte[] Entry(SurfaceSource source, ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.GetEntry(name.Trim().Replace('\\', '/').TrimStart('/')) ?? throw source.Error($"holds no {name}: not an x3p file.");
        if (entry.Length / SurfaceSource.LargestPacking > entry.CompressedLength)
        {
            source.Refuse($"is damaged: it states {entry.Length} bytes for {name}.");
        }

        using Stream stream = entry.Open();
        byte[] bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static double[] BinaryData(SurfaceSource source, ZipArchive zip, X3pDocument document)
    {
        byte[] points = Linked(source, zip, document.PointLink ?? throw source.Error("holds neither a list of data nor a link to one."), document.PointChecksum);
        byte[]? valid = document.ValidLink is { } link ? Linked(source, zip, link, document.ValidChecksum) : null;
        X3pAxis[] axes = document.StoredAxes;
        long wanted = (long)document.PointCount * axes.Sum(a => a.ByteCount);
        if (points.Length != wanted)
        {
            source.Refuse($"states {document.PointCount} points ({wanted} bytes) but its list has {points.Length} bytes.");
        }

        if (valid is not null && valid.Length * 8L < document.PointCount)
        {
            source.Refuse($"states {document.PointCount} points but its list of valid ones has {valid.Length} bytes.");
        }

        SurfaceBytes cursor = new(source with { Bytes = points }, 0);
        double[] data = new double[document.PointCount * axes.Length];
        for (int i = 0; i < data.Length; i++)
        {
            double value = axes[i % axes.Length].Read(cursor);
            data[i] = IsValid(valid, i / axes.Length) ? value : double.NaN;
        }

        return data;
    }

    /// <summary>The bit of a point, the lowest of each byte first.</summary>
    private static bool IsValid(byte[]? valid, int point) => valid is null || ((valid[point >> 3] >> (point & 7)) & 1) == 1;

    /// <summary>A list and its check; a checksum that is no MD5 digest is a placeholder and checks nothing.</summary>
    private static byte[] Linked(SurfaceSource source, ZipArchive zip, string link, string? checksum)
    {
        byte[] bytes = Entry(source, zip, link);
        bool isDigest = checksum is { Length: 32 } && checksum.All(char.IsAsciiHexDigit);
        if (isDigest && !Convert.ToHexString(MD5.HashData(bytes)).Equals(checksum, StringComparison.OrdinalIgnoreCase))
        {
            source.Refuse($"is damaged: the checksum of {link} does not agree.");
        }

        return bytes;
    }

    private static HeightMap Matrix(SurfaceSource source, X3pDocument document, double[] data)
    {
        double stepX = document.X.IsAbsolute ? RegularStep(source, document, data, X3pColumn.X) : document.X.Increment;
        double stepY = document.Y.IsAbsolute ? RegularStep(source, document, data, X3pColumn.Y) : document.Y.Increment;
        // A profile has no second spacing; its own serves for the one row.
        return source.Map(document.CountX, document.CountY, stepX, document.CountY == 1 ? stepX : stepY, Column(data, document.StoredAxes.Length - 1, document.StoredAxes.Length));
    }

    private static HeightMap Cloud(SurfaceSource source, X3pDocument document, double[] data)
    {
        if (!document.X.IsAbsolute || !document.Y.IsAbsolute)
        {
            source.Refuse($"holds a list of feature type {document.FeatureType} without x and y for each point; only lists of x;y;z are read.");
        }

        // An invalid point has no place either.
        double[] placed = [.. data.Chunk(3).Where(p => double.IsFinite(p[0] + p[1])).SelectMany(p => p)];
        return placed.Length == 0
            ? throw source.Error("holds no valid point.")
            : SurfaceGrid.TryMap(source, Column(placed, 0, 3), Column(placed, 1, 3), Column(placed, 2, 3))
                ?? throw source.Error($"holds a point cloud (feature type {document.FeatureType}) that lies on no regular grid; only gridded points are read.");
    }

    private static double[] Column(double[] data, int column, int columns) => [.. Enumerable.Range(0, data.Length / columns).Select(i => data[(i * columns) + column])];

    /// <summary>The spacing of absolute positions, which must be those of a regular grid. Rows and columns without a valid point have no position of their own.</summary>
    private static double RegularStep(SurfaceSource source, X3pDocument document, double[] data, X3pColumn column)
    {
        int axes = document.StoredAxes.Length, component = column == X3pColumn.Y && document.X.IsAbsolute ? 1 : 0;
        double[] places = new double[column == X3pColumn.X ? document.CountX : document.CountY];
        Array.Fill(places, double.NaN);
        for (int i = 0; i < document.PointCount; i++)
        {
            double position = data[(i * axes) + component];
            ref double place = ref places[column == X3pColumn.X ? i % document.CountX : i / document.CountX];
            place = double.IsNaN(position) || place.Equals(position) ? place : double.IsNaN(place) ? position : throw Irregular(source, column);
        }

        int first = Array.FindIndex(places, double.IsFinite), last = Array.FindLastIndex(places, double.IsFinite);
        double step = first < last ? (places[last] - places[first]) / (last - first) : double.NaN;
        bool isRegular = Enumerable.Range(0, places.Length).All(i => double.IsNaN(places[i]) || Math.Abs(places[i] - places[first] - ((i - first) * step)) <= 1e-3 * Math.Abs(step));
        return places.Length == 1 || isRegular ? Math.Abs(step) : throw Irregular(source, column);
    }

    private static InputException Irregular(SurfaceSource source, X3pColumn column) =>
        source.Error(string.Create(CultureInfo.InvariantCulture, $"gives absolute {column} positions that are not equally spaced; only regular grids are read."));

    private enum X3pColumn
    {
        X,
        Y,
    }
}
