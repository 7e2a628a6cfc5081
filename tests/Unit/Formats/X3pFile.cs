using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DispersionSim.Tests.Unit;

/// <summary>Writes small .x3p files of every kind that the standard allows.</summary>
internal sealed record X3pFile
{
    public string Feature { get; init; } = "SUR";

    /// <summary>Axis type and data type of x, y and z, e.g. "IDIDAD".</summary>
    public string Axes { get; init; } = "IDIDAD";

    public string Dimension { get; init; } = "<MatrixDimension><SizeX>3</SizeX><SizeY>2</SizeY><SizeZ>1</SizeZ></MatrixDimension>";

    public double IncrementX { get; init; } = 2e-6;

    public double IncrementZ { get; init; } = 1;

    public double OffsetZ { get; init; }

    /// <summary>Stored numbers of each point; null for an invalid one.</summary>
    public double[]?[] Points { get; init; } = [[1], [2], [3], [4], [5], [6]];

    public bool IsBinary { get; init; }

    public bool HasMask { get; init; }

    /// <summary>Checksum of the points; the right one where null.</summary>
    public string? Checksum { get; init; }

    public byte[] Build()
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            byte[] points = Binary(), mask = Mask();
            Add(zip, "main.xml", Encoding.UTF8.GetBytes(Main(points, mask)));
            if (IsBinary)
            {
                Add(zip, "bindata/data.bin", points);
            }

            if (HasMask)
            {
                Add(zip, "bindata/valid.bin", mask);
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    private string Main(byte[] points, byte[] mask) => string.Create(CultureInfo.InvariantCulture, $"""
        <p:ISO5436_2 xmlns:p="http://www.opengps.eu/2008/ISO5436_2"><Record1><Revision>ISO5436 - 2000</Revision><FeatureType>{Feature}</FeatureType><Axes>
        <CX><AxisType>{Axes[0]}</AxisType><DataType>{Axes[1]}</DataType><Increment>{IncrementX}</Increment><Offset>0</Offset></CX>
        <CY><AxisType>{Axes[2]}</AxisType><DataType>{Axes[3]}</DataType><Increment>3E-6</Increment><Offset>0</Offset></CY>
        <CZ><AxisType>{Axes[4]}</AxisType><DataType>{Axes[5]}</DataType><Increment>{IncrementZ}</Increment><Offset>{OffsetZ}</Offset></CZ></Axes></Record1>
        <Record3>{Dimension}{(IsBinary ? Link(points, mask) : List())}</Record3></p:ISO5436_2>
        """);

    private string List() => "<DataList>" + string.Concat(Points.Select(p => p is null ? "<Datum/>" : $"<Datum>{string.Join(';', p.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))}</Datum>")) + "</DataList>";

    private string Link(byte[] points, byte[] mask) =>
        $"<DataLink><PointDataLink>bindata/data.bin</PointDataLink><MD5ChecksumPointData>{Checksum ?? Digest(points)}</MD5ChecksumPointData>"
        + (HasMask ? $"<ValidPointsLink>bindata/valid.bin</ValidPointsLink><MD5ChecksumValidPoints>{Digest(mask)}</MD5ChecksumValidPoints>" : "") + "</DataLink>";

    private static string Digest(byte[] bytes) => Convert.ToHexString(MD5.HashData(bytes)).ToLowerInvariant();

    private byte[] Mask()
    {
        byte[] mask = new byte[(Points.Length + 7) / 8];
        for (int i = 0; i < Points.Length; i++)
        {
            mask[i / 8] |= (byte)(Points[i] is null ? 0 : 1 << (i % 8));
        }

        return mask;
    }

    private byte[] Binary()
    {
        char[] types = [.. Enumerable.Range(0, 3).Where(i => i == 2 || Axes[2 * i] == 'A').Select(i => Axes[(2 * i) + 1])];
        double missing = types[^1] is 'F' or 'D' && !HasMask ? double.NaN : 0;
        return [.. Points.SelectMany(p => types.Select((t, i) => (t, v: p is null ? missing : p[i]))).SelectMany(c => Bytes(c.t, c.v))];
    }

    private static byte[] Bytes(char type, double value)
    {
        byte[] bytes = new byte[type switch { 'I' => 2, 'L' or 'F' => 4, _ => 8 }];
        switch (type)
        {
            case 'I':
                BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)value);
                break;
            case 'L':
                BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)value);
                break;
            case 'F':
                BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
                break;
            default:
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
                break;
        }

        return bytes;
    }
}
