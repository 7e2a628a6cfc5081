using System.IO.Compression;
using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>VTK image data in every way its writer has: the variants of 4 × 3 × 2 voxels hold the same labels.</summary>
public sealed class VtkImageReaderTests : IDisposable
{
    private static readonly byte[] Labels = [.. Enumerable.Range(0, 24).Select(i => (byte)(i * 7 % 5))];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ascii", false, 4)]
    [InlineData("binary", false, 4)]
    [InlineData("binary", false, 8)]
    [InlineData("binary", true, 4)]
    [InlineData("binary", true, 8)]
    [InlineData("appended", false, 8)]
    [InlineData("appended", true, 4)]
    public void Every_encoding_gives_the_labels_in_order(string format, bool compressed, int header)
    {
        LabelVolume volume = VtkImageReader.Read(File(format, compressed, header), null);
        Assert.Equal((4, 3, 2), (volume.CountX, volume.CountY, volume.CountZ));
        Assert.Equal(Labels, volume.Labels);
        Assert.Null(volume.VoxelSize);
    }

    // The same 2 × 2 × 1 labels 0, 1, 2, 3 of two bytes each, most significant first, behind a length of four or eight bytes.
    [Theory]
    [InlineData(4, new byte[] { 0, 0, 0, 8, 0, 0, 0, 1, 0, 2, 0, 3 })]
    [InlineData(8, new byte[] { 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 1, 0, 2, 0, 3 })]
    public void Bytes_are_read_in_the_order_that_the_file_names(int header, byte[] bytes)
    {
        string path = folder.At("big.vti");
        string document = Document($"""<CellData><DataArray type="UInt16" Name="l" format="binary">{Convert.ToBase64String(bytes)}</DataArray></CellData>""", "0 2 0 2 0 1", "", header);
        System.IO.File.WriteAllText(path, document.Replace("LittleEndian", "BigEndian", StringComparison.Ordinal));
        Assert.Equal([0, 1, 2, 3], VtkImageReader.Read(path, null).Labels);
    }

    [Fact]
    public void Points_are_one_more_than_cells_along_each_axis()
    {
        string path = folder.At("p.vti");
        System.IO.File.WriteAllText(path, Document("""<PointData><DataArray type="Float32" Name="l" format="ascii">0 1 2 3 4 5 6 7</DataArray></PointData>""", "0 1 0 1 0 1", "", 4));
        Assert.Equal((2, 2, 2), (VtkImageReader.Read(path, null).CountX, VtkImageReader.Read(path, null).CountY, VtkImageReader.Read(path, null).CountZ));
    }

    [Theory]
    [InlineData("""<CellData><DataArray type="UInt8" Name="a" format="ascii">1</DataArray><DataArray type="UInt8" Name="b" format="ascii">2</DataArray></CellData>""", "name the array of labels with --array: a, b")]
    [InlineData("""<CellData><DataArray type="Float32" Name="a" format="ascii">0.5</DataArray></CellData>""", "label 0.5: labels are whole numbers from 0 to 255")]
    [InlineData("""<CellData><DataArray type="UInt8" Name="a" format="ascii">1 2</DataArray></CellData>""", "array a has 2 values for 1 x 1 x 1 voxels")]
    [InlineData("""<CellData><DataArray type="UInt8" Name="a" format="binary">AQ</DataArray></CellData>""", "is no VTK image data, or is damaged")]
    [InlineData("<CellData", "is no VTK image data, or is damaged")]
    public void What_cannot_be_read_is_refused_in_one_line(string data, string words)
    {
        string path = folder.At("bad.vti");
        System.IO.File.WriteAllText(path, Document(data, "0 1 0 1 0 1", "", 4));
        string message = Assert.Throws<InputException>(() => VtkImageReader.Read(path, null)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void One_of_several_arrays_is_taken_by_name()
    {
        string path = folder.At("two.vti");
        System.IO.File.WriteAllText(path, Document("""<CellData><DataArray type="UInt8" Name="a" format="ascii">1</DataArray><DataArray type="UInt8" Name="b" format="ascii">2</DataArray></CellData>""", "0 1 0 1 0 1", "", 4));
        Assert.Equal(2, VtkImageReader.Read(path, "b").Labels[0]);
    }

    private static string Document(string data, string extent, string attributes, int header) =>
        $"""<?xml version="1.0"?><VTKFile type="ImageData" version="1.0" byte_order="LittleEndian" header_type="UInt{8 * header}"{attributes}><ImageData WholeExtent="{extent}" Spacing="1 1 1"><Piece Extent="{extent}">{data}</Piece></ImageData>""" + "</VTKFile>";

    private string File(string format, bool compressed, int header)
    {
        byte[] head, body = Labels;
        if (compressed)
        {
            // Blocks of ten voxels: two whole ones and one of four.
            byte[][] blocks = [.. Labels.Chunk(10).Select(Zipped)];
            head = [.. new long[] { 3, 10, 4 }.Concat(blocks.Select(b => (long)b.Length)).SelectMany(Entry)];
            body = [.. blocks.SelectMany(b => b)];
        }
        else
        {
            head = [.. Entry(Labels.Length)];
        }

        string text = format switch
        {
            "ascii" => string.Join(' ', Labels),
            "binary" => compressed ? Convert.ToBase64String(head) + Convert.ToBase64String(body) : Convert.ToBase64String([.. head, .. body]),
            _ => "",
        };
        string attributes = compressed ? " compressor=\"vtkZLibDataCompressor\"" : "";
        string offset = format == "appended" ? " offset=\"3\"" : "";
        string document = Document($"<CellData Scalars=\"l\"><DataArray type=\"UInt8\" Name=\"l\" format=\"{format}\"{offset}>\n {text}\n</DataArray></CellData>", "0 4 0 3 0 2", attributes, header);
        string path = folder.At("v.vti");
        byte[] whole = Encoding.UTF8.GetBytes(document);
        if (format == "appended")
        {
            whole = [.. Encoding.UTF8.GetBytes(document.Replace("</VTKFile>", "<AppendedData encoding=\"raw\">\n _abc", StringComparison.Ordinal)), .. head, .. body, .. "</AppendedData></VTKFile>"u8];
        }

        System.IO.File.WriteAllBytes(path, whole);
        return path;

        IEnumerable<byte> Entry(long value) => BitConverter.GetBytes(value).Take(header);
    }

    private static byte[] Zipped(byte[] bytes)
    {
        var to = new MemoryStream();
        using (var zip = new ZLibStream(to, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return to.ToArray();
    }
}
