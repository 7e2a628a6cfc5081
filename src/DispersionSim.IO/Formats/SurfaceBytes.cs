using System.Buffers.Binary;
using System.Text;

namespace DispersionSim.IO;

/// <summary>Reads little-endian values one after another from a surface file; a file that ends early is refused with the place.</summary>
internal sealed class SurfaceBytes(SurfaceSource source, int position)
{
    public int Position { get; set; } = position;

    /// <summary>Bytes after the position.</summary>
    public int Left => Math.Max(0, source.Bytes.Length - Position);

    public bool AtEnd => Position >= source.Bytes.Length;

    public byte Byte() => Take(1)[0];

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Take(2));

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public void Skip(long count) => Take(count);

    /// <summary>Text of fixed length, up to its first zero byte, trimmed.</summary>
    public string Text(int count)
    {
        ReadOnlySpan<byte> bytes = Take(count);
        int end = bytes.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]).Trim();
    }

    /// <summary>Text up to the next zero byte.</summary>
    public string TerminatedText()
    {
        int end = Array.IndexOf(source.Bytes, (byte)0, Math.Min(Position, source.Bytes.Length));
        if (end < 0)
        {
            source.Refuse($"is cut off or damaged: a name that starts at byte {Position} has no end.");
        }

        string text = Encoding.UTF8.GetString(source.Bytes, Position, end - Position);
        Position = end + 1;
        return text;
    }

    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || Position < 0 || Position + count > source.Bytes.Length)
        {
            source.Refuse($"is cut off or damaged: {count} bytes wanted at byte {Position}, the file has {source.Bytes.Length}.");
        }

        ReadOnlySpan<byte> bytes = source.Bytes.AsSpan(Position, (int)count);
        Position += (int)count;
        return bytes;
    }
}
