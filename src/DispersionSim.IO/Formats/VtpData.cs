using System.Buffers.Binary;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace DispersionSim.IO;

/// <summary>Arrays of a VTK XML file: headers in the text, values appended raw and zlib-compressed in blocks after it (<c>header_type="UInt64"</c>).</summary>
internal sealed class VtpData
{
    public const string FileAttributes = "version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\" compressor=\"vtkZLibDataCompressor\"";

    private const int BlockBytes = 1 << 20;

    private readonly MemoryStream appended = new();

    /// <summary>Appends an array and returns its element.</summary>
    public string Array<T>(string name, int components, ReadOnlySpan<T> values) where T : unmanaged
    {
        string element = $"<DataArray type=\"{TypeName(typeof(T))}\" Name=\"{SecurityElement.Escape(name)}\" NumberOfComponents=\"{components}\" format=\"appended\" offset=\"{appended.Length}\"/>";
        Append(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));
        return element;
    }

    /// <summary>A text that the file carries as field data.</summary>
    public string Note(string name, string text)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), 0];
        string element = $"<DataArray type=\"String\" Name=\"{SecurityElement.Escape(name)}\" NumberOfTuples=\"1\" format=\"appended\" offset=\"{appended.Length}\"/>";
        Append(bytes);
        return element;
    }

    /// <summary>A single number as field data.</summary>
    public string Number(string name, double value)
    {
        string element = $"<DataArray type=\"Float64\" Name=\"{SecurityElement.Escape(name)}\" NumberOfTuples=\"1\" format=\"appended\" offset=\"{appended.Length}\"/>";
        Append(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>([value]));
        return element;
    }

    /// <summary>Writes the file: its text, then the appended values.</summary>
    public void WriteFile(Stream stream, string type, string content)
    {
        stream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>\n<VTKFile type=\"{type}\" {FileAttributes}>\n{content}\n<AppendedData encoding=\"raw\">\n_"));
        appended.Position = 0;
        appended.CopyTo(stream);
        stream.Write("\n</AppendedData>\n</VTKFile>\n"u8);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var blocks = new List<byte[]>();
        for (int at = 0; at < bytes.Length; at += BlockBytes)
        {
            blocks.Add(Compress(bytes.Slice(at, Math.Min(BlockBytes, bytes.Length - at))));
        }

        long[] header = [blocks.Count, BlockBytes, bytes.Length % BlockBytes, .. blocks.Select(b => (long)b.Length)];
        Span<byte> word = stackalloc byte[8];
        foreach (long number in header)
        {
            BinaryPrimitives.WriteInt64LittleEndian(word, number);
            appended.Write(word);
        }

        blocks.ForEach(b => appended.Write(b));
    }

    private static byte[] Compress(ReadOnlySpan<byte> block)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(block);
        }

        return compressed.ToArray();
    }

    private static string TypeName(Type type) =>
        type == typeof(double) ? "Float64" : type == typeof(float) ? "Float32" : type == typeof(long) ? "Int64" : type == typeof(int) ? "Int32" : "UInt8";
}
