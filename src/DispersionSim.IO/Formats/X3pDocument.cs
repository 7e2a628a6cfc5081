using System.Globalization;
using System.Xml.Linq;

namespace DispersionSim.IO;

/// <summary>One axis of an x3p file.</summary>
/// <param name="IsAbsolute">Positions stand in the list; else they follow from the index.</param>
/// <param name="DataType">I int16, L int32, F float32, D float64.</param>
/// <param name="Increment">m: spacing of an incremental axis, or length of one integer unit.</param>
/// <param name="Offset">m, added to every position.</param>
internal readonly record struct X3pAxis(bool IsAbsolute, char DataType, double Increment, double Offset)
{
    public int ByteCount => DataType switch
    {
        'I' => 2,
        'L' or 'F' => 4,
        _ => 8,
    };

    private bool IsInteger => DataType is 'I' or 'L';

    public double Read(SurfaceBytes cursor) => Scale(DataType switch
    {
        'I' => cursor.Int16(),
        'L' => cursor.Int32(),
        'F' => cursor.Single(),
        _ => cursor.Double(),
    });

    /// <summary>Only integer codes have an increment; the offset is common to all.</summary>
    public double Scale(double stored) => Offset + (IsInteger ? stored * Increment : stored);
}

/// <summary>What main.xml of an x3p file says.</summary>
internal sealed record X3pDocument(string FeatureType, X3pAxis X, X3pAxis Y, X3pAxis Z, int CountX, int CountY, bool IsList)
{
    public string? PointLink { get; init; }

    public string? PointChecksum { get; init; }

    public string? ValidLink { get; init; }

    public string? ValidChecksum { get; init; }

    /// <summary>The data of a text list: the stored axes of one point after another, scaled; NaN for an invalid point. Null when the list is binary.</summary>
    public double[]? TextData { get; init; }

    public int PointCount => CountX * CountY;

    /// <summary>The axes that stand in the list, in order.</summary>
    public X3pAxis[] StoredAxes => Stored(X, Y, Z);

    public static X3pDocument Parse(SurfaceSource source, XElement root)
    {
        string feature = Text(root, "FeatureType") ?? throw source.Error("main.xml has no FeatureType: not an x3p file.");
        if (feature is not ("SUR" or "PRF" or "PCL"))
        {
            source.Refuse($"holds feature type {feature}; SUR, PRF and gridded PCL are read.");
        }

        (X3pAxis x, X3pAxis y, X3pAxis z) = (Axis(source, root, "CX"), Axis(source, root, "CY"), Axis(source, root, "CZ"));
        bool isList = Find(root, "ListDimension") is not null;
        int countX = isList ? Count(source, root, "ListDimension") : Count(source, root, "SizeX");
        int countY = isList ? 1 : Count(source, root, "SizeY");
        int layers = isList ? 1 : Count(source, root, "SizeZ");
        if (layers != 1)
        {
            source.Refuse($"holds {layers} layers; only files with one layer are read.");
        }

        source.Points(countX, countY);
        return new(feature, x, y, z, countX, countY, isList)
        {
            PointLink = Text(root, "PointDataLink"),
            PointChecksum = Text(root, "MD5ChecksumPointData"),
            ValidLink = Text(root, "ValidPointsLink"),
            ValidChecksum = Text(root, "MD5ChecksumValidPoints"),
            TextData = Find(root, "DataList") is { } list ? Data(source, list, Stored(x, y, z), countX * countY) : null,
        };
    }

    private static X3pAxis[] Stored(X3pAxis x, X3pAxis y, X3pAxis z) => [.. new[] { x, y }.Where(a => a.IsAbsolute), z];

    private static double[] Data(SurfaceSource source, XElement list, X3pAxis[] axes, int count)
    {
        XElement[] data = [.. list.Elements().Where(e => e.Name.LocalName == "Datum")];
        if (data.Length != count)
        {
            source.Refuse($"states {count} points but its list has {data.Length}.");
        }

        return [.. data.SelectMany(d => Datum(source, d.Value, axes))];
    }

    private static double[] Datum(SurfaceSource source, string text, X3pAxis[] axes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [.. axes.Select(_ => double.NaN)];
        }

        string[] parts = text.Split(';');
        if (parts.Length != axes.Length)
        {
            source.Refuse($"a datum \"{text}\" has {parts.Length} numbers where the axes ask for {axes.Length}.");
        }

        return [.. parts.Select((p, i) => axes[i].Scale(Number(source, "Datum", p)))];
    }

    private static X3pAxis Axis(SurfaceSource source, XElement root, string name)
    {
        XElement axis = Find(root, name) ?? throw source.Error($"main.xml describes no axis {name}.");
        bool absolute = Text(axis, "AxisType") == "A";
        string type = Text(axis, "DataType") ?? "D";
        double increment = Text(axis, "Increment") is { } text ? Number(source, name, text) : 1;
        double offset = Text(axis, "Offset") is { } shift ? Number(source, name, shift) : 0;
        return type is "I" or "L" or "F" or "D"
            ? new(absolute, type[0], increment, offset)
            : throw source.Error($"axis {name} has data type {type}; I, L, F and D are known.");
    }

    private static int Count(SurfaceSource source, XElement root, string name) =>
        int.TryParse(Text(root, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw source.Error($"main.xml gives no usable {name}.");

    private static double Number(SurfaceSource source, string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw source.Error($"{name}: \"{text}\" is not a number.");

    private static XElement? Find(XElement root, string name) => root.Descendants().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Text(XElement root, string name) => Find(root, name)?.Value.Trim();
}
