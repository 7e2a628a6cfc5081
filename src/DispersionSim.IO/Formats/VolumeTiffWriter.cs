using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Writes a voxel volume as TIFF stacks with ImageJ descriptions; page 0 is the lowest slice, rows are y, columns x.</summary>
/// <remarks>
/// <c>volume.tif</c>: 8 bits a voxel, the phase with the largest share. <c>volume-fractions.tif</c>: a hyperstack of 16 bits, channels =
/// phases (fastest), slices = z; a fraction is value/65535, and the phases of a voxel add up to 65535. Sixteen bits, because the binder is
/// a film thinner than a voxel: rounding to 8 bits would lose a good part of it.
/// The same volume gives the same bytes.
/// </remarks>
public static class VolumeTiffWriter
{
    internal const int FractionOne = 65535;

    private const double Micrometre = 1e-6;

    /// <summary>From here on the 4 GiB limit of plain TIFF is not safe any more.</summary>
    private const long BigTiffBytes = 3_500_000_000;

    /// <summary>The label stack.</summary>
    public static void WriteLabels(string path, VoxelVolume volume, Provenance provenance)
    {
        byte[] labels = Labels(volume);
        int slice = volume.CountX * volume.CountY;
        var header = new StackHeader(volume, provenance, Channels: 1, BitsPerSample: 8);
        Write(path, header, page => labels.AsSpan(page * slice, slice).ToArray());
    }

    /// <summary>The hyperstack of phase fractions.</summary>
    public static void WriteFractions(string path, VoxelVolume volume, Provenance provenance)
    {
        int phases = volume.Fraction.Length;
        var header = new StackHeader(volume, provenance, phases, BitsPerSample: 16);
        ushort[][] slice = [];
        Write(path, header, page =>
        {
            slice = page % phases == 0 ? QuantizedSlice(volume, page / phases) : slice;
            return System.Runtime.InteropServices.MemoryMarshal.AsBytes<ushort>(slice[page % phases]).ToArray();
        });
    }

    /// <summary>The phase with the largest share of each voxel.</summary>
    internal static byte[] Labels(VoxelVolume volume)
    {
        byte[] labels = new byte[volume.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = (byte)volume.Label(i);
        }

        return labels;
    }

    /// <summary>Fractions of one slice as 16-bit numbers; the phase with the largest share takes up the rounding, so that they add up.</summary>
    private static ushort[][] QuantizedSlice(VoxelVolume volume, int z)
    {
        int count = volume.CountX * volume.CountY, start = z * count;
        ushort[][] slice = [.. volume.Fraction.Select(_ => new ushort[count])];
        for (int i = 0; i < count; i++)
        {
            int sum = 0;
            for (int phase = 0; phase < slice.Length; phase++)
            {
                slice[phase][i] = (ushort)Math.Round(Math.Clamp(volume.Fraction[phase][start + i], 0f, 1f) * (double)FractionOne);
                sum += slice[phase][i];
            }

            ref ushort largest = ref slice[(int)volume.Label(start + i)][i];
            largest = (ushort)Math.Clamp(largest + FractionOne - sum, 0, FractionOne);
        }

        return slice;
    }

    private static void Write(string path, StackHeader header, Func<int, byte[]> page) => AtomicFile.Write(path, stream =>
    {
        string mode = header.TotalBytes > BigTiffBytes ? "w8" : "w";
        using Tiff tiff = TiffFile.Open(path, mode, stream, new HeldStream()) ?? throw new IOException("the TIFF encoder did not start");
        for (int number = 0; number < header.Pages; number++)
        {
            WritePage(tiff, header, number, page(number));
        }
    });

    private static void WritePage(Tiff tiff, StackHeader header, int number, byte[] pixels)
    {
        SetFields(tiff, header, number);
        int row = pixels.Length / header.Volume.CountY;
        byte[] line = new byte[row];
        for (int y = 0; y < header.Volume.CountY; y++)
        {
            Array.Copy(pixels, y * row, line, 0, row);
            if (!tiff.WriteScanline(line, y))
            {
                throw new IOException("the disk is full or the stream is closed");
            }
        }

        tiff.WriteDirectory();
    }

    private static void SetFields(Tiff tiff, StackHeader header, int number)
    {
        VoxelVolume v = header.Volume;
        tiff.SetField(TiffTag.IMAGEWIDTH, v.CountX);
        tiff.SetField(TiffTag.IMAGELENGTH, v.CountY);
        tiff.SetField(TiffTag.BITSPERSAMPLE, header.BitsPerSample);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.SAMPLEFORMAT, SampleFormat.UINT);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.COMPRESSION, Compression.ADOBE_DEFLATE);
        tiff.SetField(TiffTag.ROWSPERSTRIP, v.CountY);
        tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.NONE);
        tiff.SetField(TiffTag.XRESOLUTION, Micrometre / v.VoxelSize);
        tiff.SetField(TiffTag.YRESOLUTION, Micrometre / v.VoxelSize);
        if (number == 0)
        {
            tiff.SetField(TiffTag.SOFTWARE, $"{Provenance.Program} {header.Provenance.Version}");
            tiff.SetField(TiffTag.IMAGEDESCRIPTION, header.Description);
        }
    }

    private sealed record StackHeader(VoxelVolume Volume, Provenance Provenance, int Channels, int BitsPerSample)
    {
        public int Pages => Volume.CountZ * Channels;

        public long TotalBytes => (long)Volume.Count * Channels * BitsPerSample / 8;

        /// <summary>What ImageJ reads, then lines of our own, which it keeps.</summary>
        public string Description => string.Join('\n', (string[])
        [
            "ImageJ=1.53t",
            $"images={Pages}",
            .. Channels > 1 ? (string[])[$"channels={Channels}"] : [],
            $"slices={Volume.CountZ}",
            .. Channels > 1 ? (string[])["hyperstack=true", "mode=grayscale"] : [],
            "unit=um",
            $"spacing={Volume.VoxelSize / Micrometre:R}",
            "loop=false",
            $"min=0.0",
            Channels > 1 ? $"max={FractionOne}.0" : $"max={Enum.GetValues<VoxelPhase>().Length - 1}.0",
            $"voxel_size_m={Volume.VoxelSize:R}",
            $"origin_z_m={Volume.OriginZ:R}",
            $"phases={string.Join(',', Enumerable.Range(0, Volume.Fraction.Length).Select(p => StatePalette.Name((VoxelPhase)p)))}",
            $"provenance={Provenance.Line}",
            "",
        ]);
    }

    /// <summary>Leaves the stream open when the encoder closes: the caller flushes and renames.</summary>
    private sealed class HeldStream : TiffStream
    {
        public override void Close(object clientData)
        {
        }
    }
}
