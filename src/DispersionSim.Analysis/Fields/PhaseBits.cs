using System.Runtime.Intrinsics;

namespace DispersionSim.Analysis;

/// <summary>Which voxels have a label, eight a byte, the first in the lowest bit; each line along axis 2 begins with a byte of its own.</summary>
internal sealed class PhaseBits
{
    private readonly byte[] bits;

    /// <summary>The voxels of a label.</summary>
    public PhaseBits(VoxelField field, byte label)
    {
        int length = field.Shape[2];
        BytesPerLine = (length + 7) / 8;
        bits = new byte[field.Count / length * BytesPerLine];
        for (int from = 0, to = 0; from < field.Count; from += length, to += BytesPerLine)
        {
            Pack(field.Labels.AsSpan(from, length), label, bits.AsSpan(to, BytesPerLine));
        }
    }

    public int BytesPerLine { get; }

    /// <summary>The lines, one behind the other.</summary>
    public ReadOnlySpan<byte> Bytes => bits;

    private static void Pack(ReadOnlySpan<byte> labels, byte label, Span<byte> to)
    {
        var wanted = Vector128.Create(label);
        int k = 0;
        for (; k + Vector128<byte>.Count <= labels.Length; k += Vector128<byte>.Count)
        {
            uint mask = Vector128.Equals(Vector128.Create(labels[k..]), wanted).ExtractMostSignificantBits();
            (to[k / 8], to[(k / 8) + 1]) = ((byte)mask, (byte)(mask >> 8));
        }

        for (; k < labels.Length; k++)
        {
            to[k / 8] |= (byte)(labels[k] == label ? 1 << (k % 8) : 0);
        }
    }
}
