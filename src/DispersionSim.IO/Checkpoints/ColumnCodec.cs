using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Columns of numbers as bytes and back, bit for bit (NaN payloads and signed zeros included).</summary>
internal static class ColumnCodec
{
    private static readonly Type[] Types = [typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(byte)];

    public static void Write(BinaryWriter writer, ColumnBag bag)
    {
        writer.Write(bag.Columns.Count);
        foreach ((string name, Array values) in bag.Columns)
        {
            int type = Array.IndexOf(Types, values.GetType().GetElementType());
            if (type < 0)
            {
                throw new ArgumentException($"column '{name}' of {values.GetType().Name} cannot be kept: int, uint, long, ulong, float, double or byte", nameof(bag));
            }

            writer.Write(name);
            writer.Write((byte)type);
            writer.Write(values.LongLength);
            WriteValues(writer, values);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">Not columns.</exception>
    /// <exception cref="EndOfStreamException">Cut short.</exception>
    public static ColumnBag Read(BinaryReader reader)
    {
        var bag = new ColumnBag();
        int count = reader.ReadInt32();
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            byte type = reader.ReadByte();
            long length = reader.ReadInt64();
            bag.SetArray(name, ReadValues(reader, type, length));
        }

        return bag;
    }

    private static void WriteValues(BinaryWriter writer, Array values)
    {
        Span<byte> bytes = BytesOf(values);
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(bytes);
            return;
        }

        byte[] swapped = bytes.ToArray();
        ReverseEach(swapped, bytes.Length / Math.Max(1, values.Length));
        writer.Write(swapped);
    }

    private static Array ReadValues(BinaryReader reader, byte type, long length)
    {
        if (type >= Types.Length || length < 0 || length > Array.MaxLength)
        {
            throw new FormatException("a column has an impossible type or length");
        }

        Array values = Array.CreateInstance(Types[type], length);
        Span<byte> bytes = BytesOf(values);
        reader.BaseStream.ReadExactly(bytes);
        if (!BitConverter.IsLittleEndian)
        {
            ReverseEach(bytes, bytes.Length / Math.Max(1, values.Length));
        }

        return values;
    }

    private static Span<byte> BytesOf(Array values) => values switch
    {
        int[] v => MemoryMarshal.AsBytes(v.AsSpan()),
        uint[] v => MemoryMarshal.AsBytes(v.AsSpan()),
        long[] v => MemoryMarshal.AsBytes(v.AsSpan()),
        ulong[] v => MemoryMarshal.AsBytes(v.AsSpan()),
        float[] v => MemoryMarshal.AsBytes(v.AsSpan()),
        double[] v => MemoryMarshal.AsBytes(v.AsSpan()),
        _ => (byte[])values,
    };

    private static void ReverseEach(Span<byte> bytes, int width)
    {
        for (int at = 0; at + width <= bytes.Length; at += width)
        {
            bytes.Slice(at, width).Reverse();
        }
    }
}
