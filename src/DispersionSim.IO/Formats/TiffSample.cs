using System.Buffers.Binary;
using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>How the numbers of a TIFF page are stored: whole without or with sign, of 1, 2, 4, 8, 12, 16, 32 or 64 bits, or real of 16, 32 or 64.</summary>
internal sealed record TiffSample
{
    private readonly SampleFormat format;

    /// <summary>The kind of a page.</summary>
    /// <param name="tiff">A file at that page.</param>
    /// <param name="place">The file, and where it has several, the page: begins every message.</param>
    /// <exception cref="InputException">Of another kind.</exception>
    public TiffSample(Tiff tiff, string place)
    {
        int Field(TiffTag tag) => TiffFile.Field(tiff, tag, 1);
        (Bits, Samples, IsPlanar) = (Field(TiffTag.BITSPERSAMPLE), Field(TiffTag.SAMPLESPERPIXEL), Field(TiffTag.PLANARCONFIG) == (int)PlanarConfig.SEPARATE);
        format = Field(TiffTag.SAMPLEFORMAT) is var given && given == (int)SampleFormat.VOID ? SampleFormat.UINT : (SampleFormat)given;
        bool known = format switch
        {
            SampleFormat.UINT or SampleFormat.INT => Bits is 1 or 2 or 4 or 8 or 12 or 16 or 32 or 64,
            SampleFormat.IEEEFP => Bits is 16 or 32 or 64,
            _ => false,
        };
        if (!known)
        {
            throw new InputException($"{place}: expected whole numbers of 1, 2, 4, 8, 12, 16, 32 or 64 bits or real ones of 16, 32 or 64; this has {Words} of {Bits} bits");
        }
    }

    public int Bits { get; }

    /// <summary>Numbers a pixel.</summary>
    public int Samples { get; }

    /// <summary>Whether each sample has a plane of its own.</summary>
    public bool IsPlanar { get; }

    public bool IsReal => format == SampleFormat.IEEEFP;

    /// <summary>Whether numbers may lie below zero, though they are whole.</summary>
    public bool IsSigned => format == SampleFormat.INT;

    /// <summary>What the numbers are, e.g. "whole numbers with sign".</summary>
    public string Words => format switch
    {
        SampleFormat.UINT => "whole numbers",
        SampleFormat.INT => "whole numbers with sign",
        SampleFormat.IEEEFP => "real numbers",
        SampleFormat.COMPLEXINT or SampleFormat.COMPLEXIEEEFP => "complex numbers",
        _ => $"numbers of unknown format {(int)format}",
    };

    /// <summary>A number.</summary>
    /// <param name="bytes">A stretch of a row, as decoded.</param>
    /// <param name="index">Which of its numbers.</param>
    public double At(ReadOnlySpan<byte> bytes, int index) => (format, Bits) switch
    {
        (SampleFormat.UINT, 8) => bytes[index],
        (SampleFormat.UINT, 16) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * index)..]),
        (SampleFormat.UINT, 64) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[(8 * index)..]),
        (SampleFormat.IEEEFP, 16) => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * index)..]),
        (SampleFormat.IEEEFP, 32) => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * index)..]),
        (SampleFormat.IEEEFP, _) => BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * index)..]),
        _ => Whole(bytes, index),
    };

    /// <summary>What stands for a number where white is stored as the least.</summary>
    public double Inverted(double value) => IsReal ? -value : IsSigned ? -1 - value : Math.Pow(2, Bits) - 1 - value;

    private double Whole(ReadOnlySpan<byte> bytes, int index)
    {
        ulong bits = Bits switch
        {
            8 => bytes[index],
            16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * index)..]),
            32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * index)..]),
            64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes[(8 * index)..]),
            _ => Packed(bytes, index),
        };
        int unused = 64 - Bits;
        return IsSigned ? (long)(bits << unused) >> unused : bits;
    }

    /// <summary>Numbers of 1, 2, 4 or 12 bits follow each other from the highest bit of each byte on.</summary>
    private ulong Packed(ReadOnlySpan<byte> bytes, int index)
    {
        ulong bits = 0;
        for (long at = (long)index * Bits, end = at + Bits; at < end; at++)
        {
            bits = (bits << 1) | (uint)((bytes[(int)(at >> 3)] >> (int)(7 - (at & 7))) & 1);
        }

        return bits;
    }
}
