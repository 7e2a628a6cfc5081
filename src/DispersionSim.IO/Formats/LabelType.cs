using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>How labels stand in a file as numbers.</summary>
/// <param name="Kind">u for whole numbers, i for those with a sign, f for floats.</param>
/// <param name="Width">Bytes of each.</param>
/// <param name="BigEndian">The most significant byte comes first.</param>
internal sealed record LabelType(char Kind, int Width, bool BigEndian)
{
    /// <summary>Names that a user may give, all little-endian.</summary>
    public const string Names = "uint8, int8, uint16, int16, uint32, int32, uint64, int64, float32 or float64";

    /// <summary>The type of a name; null where it is none.</summary>
    public static LabelType? Named(string name) => name switch
    {
        "uint8" => new('u', 1, false),
        "int8" => new('i', 1, false),
        "uint16" => new('u', 2, false),
        "int16" => new('i', 2, false),
        "uint32" => new('u', 4, false),
        "int32" => new('i', 4, false),
        "uint64" => new('u', 8, false),
        "int64" => new('i', 8, false),
        "float32" => new('f', 4, false),
        "float64" => new('f', 8, false),
        _ => null,
    };

    /// <summary>The type that NumPy writes so, e.g. "&lt;u2"; null where it is none that can be labels.</summary>
    public static LabelType? OfNumpy(string text) => text[1..] switch
    {
        "b1" or "u1" => new('u', 1, false),
        "i1" => new('i', 1, false),
        "u2" or "u4" or "u8" or "i2" or "i4" or "i8" or "f4" or "f8" => new(text[1], text[2] - '0', text[0] == '>'),
        _ => null,
    };

    /// <summary>The labels of values.</summary>
    /// <exception cref="InputException">A value is no whole number from 0 to 255.</exception>
    public byte[] Labels(string path, ReadOnlySpan<byte> bytes)
    {
        byte[] labels = new byte[bytes.Length / Width];
        if (Width == 1 && Kind == 'u')
        {
            bytes.CopyTo(labels);
            return labels;
        }

        for (int i = 0; i < labels.Length; i++)
        {
            double value = Value(bytes.Slice(i * Width, Width));
            labels[i] = value >= 0 && value <= byte.MaxValue && value == Math.Floor(value)
                ? (byte)value
                : throw new InputException(FormattableString.Invariant($"{path}: label {value}: labels are whole numbers from 0 to 255"));
        }

        return labels;
    }

    private double Value(ReadOnlySpan<byte> bytes)
    {
        ulong bits = 0;
        for (int k = 0; k < Width; k++)
        {
            bits |= (ulong)bytes[BigEndian ? Width - 1 - k : k] << (8 * k);
        }

        int unused = 64 - (8 * Width);
        return Kind switch
        {
            'f' => Width == 4 ? BitConverter.UInt32BitsToSingle((uint)bits) : BitConverter.UInt64BitsToDouble(bits),
            'i' => (long)(bits << unused) >> unused,
            _ => bits,
        };
    }
}
