using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class VolumeFileTests : IDisposable
{
    private static readonly Provenance From = new("1.2.3", 7, "cafe", "cpu");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_label_stack_reads_back_voxel_by_voxel_with_its_size_and_origin()
    {
        VoxelVolume volume = SampleStates.Volume();
        VolumeTiffWriter.WriteLabels(folder.At("volume.tif"), volume, From);
        LabelVolume back = VolumeTiffReader.ReadLabels(folder.At("volume.tif"));
        Assert.Equal((7, 5, 4), (back.CountX, back.CountY, back.CountZ));
        Assert.Equal(5e-8, back.VoxelSize);
        Assert.Equal(-3e-7, back.OriginZ);
        Assert.Equal(Enumerable.Range(0, volume.Count).Select(i => (byte)volume.Label(i)), back.Labels);
    }

    [Fact]
    public void Phase_fractions_read_back_to_sixteen_bits_and_add_up_to_one()
    {
        VoxelVolume volume = SampleStates.Volume();
        VolumeTiffWriter.WriteFractions(folder.At("f.tif"), volume, From);
        VoxelVolume back = VolumeTiffReader.ReadFractions(folder.At("f.tif"));
        for (int i = 0; i < volume.Count; i++)
        {
            // The largest phase takes up the rounding of the other five: at most 5 half steps, and its own.
            Assert.All(Enumerable.Range(0, 6), p => Assert.Equal(volume.Fraction[p][i], back.Fraction[p][i], 3.0 / 65535));
            Assert.Equal(1, Enumerable.Range(0, 6).Sum(p => (double)back.Fraction[p][i]), 1e-6);
        }
    }

    [Fact]
    public void A_thin_binder_film_keeps_its_volume_in_the_file()
    {
        // One part in a thousand of every voxel: 8 bits would round it to nothing.
        const int count = 6 * 6 * 6;
        var volume = new VoxelVolume
        {
            CountX = 6,
            CountY = 6,
            CountZ = 6,
            VoxelSize = 1e-7,
            OriginZ = 0,
            Fraction = [.. Enum.GetValues<VoxelPhase>().Select(p => Enumerable.Repeat(p == VoxelPhase.Binder ? 0.001f : p == VoxelPhase.Pore ? 0.999f : 0, count).ToArray())],
            ParticleId = new int[count],
            AgglomerateId = new int[count],
        };
        VolumeTiffWriter.WriteFractions(folder.At("f.tif"), volume, From);
        double written = volume.VolumeOf(VoxelPhase.Binder), read = VolumeTiffReader.ReadFractions(folder.At("f.tif")).VolumeOf(VoxelPhase.Binder);
        Assert.Equal(written, read, 0.01 * written);
    }

    [Fact]
    public void The_same_volume_gives_the_same_bytes()
    {
        foreach (Action<string> write in (Action<string>[])[p => VolumeTiffWriter.WriteLabels(p, SampleStates.Volume(), From), p => VolumeTiffWriter.WriteFractions(p, SampleStates.Volume(), From), p => VolumeVtiWriter.Write(p, SampleStates.Volume(), From)])
        {
            write(folder.At("a"));
            write(folder.At("b"));
            Assert.Equal(File.ReadAllBytes(folder.At("a")), File.ReadAllBytes(folder.At("b")));
        }
    }

    [Fact]
    public void A_stack_carries_what_ImageJ_reads()
    {
        VolumeTiffWriter.WriteFractions(folder.At("f.tif"), SampleStates.Volume(), From);
        string bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(folder.At("f.tif")));
        Assert.Contains("ImageJ=1.53t\nimages=24\nchannels=6\nslices=4\nhyperstack=true\nmode=grayscale\nunit=um\nspacing=0.05\n", bytes, StringComparison.Ordinal);
        Assert.Contains("seed 7, recipe cafe", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_or_foreign_stack_is_refused_in_one_line()
    {
        string path = folder.At("volume.tif");
        VolumeTiffWriter.WriteLabels(path, SampleStates.Volume(40, 40, 8), From);
        byte[] good = File.ReadAllBytes(path);
        Assert.Throws<InputException>(() => VolumeTiffReader.ReadFractions(path));
        foreach (int length in new[] { 0, 3, 9, good.Length / 3 })
        {
            File.WriteAllBytes(path, good[..length]);
            InputException e = Assert.Throws<InputException>(() => VolumeTiffReader.ReadLabels(path));
            Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    [Fact]
    public void Raw_labels_need_a_shape_that_fits()
    {
        File.WriteAllBytes(folder.At("v.raw"), [.. Enumerable.Range(0, 24).Select(i => (byte)i)]);
        LabelVolume volume = VolumeRawReader.Read(folder.At("v.raw"), (2, 3, 4));
        Assert.Equal((4, 3, 2), (volume.CountX, volume.CountY, volume.CountZ));
        Assert.Equal(12, volume.Labels[4 * 3]);
        Assert.Contains("24 bytes", Assert.Throws<InputException>(() => VolumeRawReader.Read(folder.At("v.raw"), (2, 3, 5))).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => VolumeRawReader.Read(folder.At("v.raw"), (2, 3, 4), "float32"));
    }

    [Fact]
    public void A_numpy_array_is_read_by_its_header()
    {
        const string text = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3, 4), }";
        byte[] header = System.Text.Encoding.Latin1.GetBytes(text.PadRight(117) + "\n");
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. Enumerable.Range(0, 24).Select(i => (byte)i)];
        File.WriteAllBytes(folder.At("v.npy"), file);
        Assert.Equal(23, VolumeRawReader.ReadNumpy(folder.At("v.npy")).Labels[^1]);
        File.WriteAllBytes(folder.At("v.npy"), file[..^1]);
        Assert.Throws<InputException>(() => VolumeRawReader.ReadNumpy(folder.At("v.npy")));
    }

    /// <summary>Published phase fractions of stacks from other programs: deflate, PackBits and 1 bit a pixel.</summary>
    [Theory]
    [InlineData("taufactor_electrode.tiff", 256, 256, 256, new[] { 0, 85, 170 }, new[] { 0.449917, 0.400466, 0.149616 })]
    [InlineData("nmc-1-cal_generatedCBD_bridge.tif", 251, 301, 301, new[] { 0, 1, 2 }, new[] { 0.400549, 0.499451, 0.100000 })]
    [InlineData("SampleData_2Phase_stack_3d_1bit.tif", 100, 100, 100, new[] { 0, 1 }, new[] { 0.601691, 0.398309 })]
    public void Stacks_of_other_programs_have_their_published_phase_fractions(string file, int pages, int rows, int columns, int[] labels, double[] fractions)
    {
        LabelVolume volume = VolumeTiffReader.ReadLabels(Path.Combine(ReferenceVolumes(), file));
        Assert.Equal((pages, rows, columns), (volume.CountZ, volume.CountY, volume.CountX));
        Assert.All(labels.Zip(fractions), pair => Assert.Equal(pair.Second, volume.Labels.Count(l => l == pair.First) / (double)volume.Labels.Length, 1e-6));
    }

    [Fact]
    public void Raw_labels_of_another_program_have_their_published_mean() =>
        Assert.Equal(0.399553, VolumeRawReader.Read(Path.Combine(ReferenceVolumes(), "SampleData_2Phase_stack_3d_uint8.raw"), (100, 100, 100)).Labels.Average(l => l), 1e-6);

    private static string ReferenceVolumes()
    {
        string? root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "DispersionSim.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        string data = Path.Combine(root ?? "", "..", "shared", "data", "volumes");
        Assert.SkipUnless(root is not null && Directory.Exists(data), "the reference volumes are not on this machine");
        return data;
    }

    /// <summary>Values 0 to 23 in shape 2, 3, 4 as NumPy writes them, of every type and order that can hold labels.</summary>
    [Theory]
    [InlineData("|b1", false)]
    [InlineData("|u1", true)]
    [InlineData("|i1", false)]
    [InlineData("<u2", true)]
    [InlineData(">u2", false)]
    [InlineData("<i4", false)]
    [InlineData(">i8", true)]
    [InlineData("<f4", true)]
    [InlineData(">f8", false)]
    public void Arrays_of_every_type_and_order_hold_the_same_labels(string type, bool fortran)
    {
        byte[] labels = [.. Enumerable.Range(0, 24).Select(k => (byte)(type == "|b1" ? k % 2 : k))], stored = fortran ? [.. Enumerable.Range(0, 24).Select(k => labels[(k % 2 * 12) + (k / 2 % 3 * 4) + (k / 6)])] : labels;
        string header = $"{{'descr': '{type}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': (2, 3, 4), }}\n";
        File.WriteAllBytes(folder.At("v.npy"), [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.Latin1.GetBytes(header), .. stored.SelectMany(v => Stored(v, type))]);
        LabelVolume read = VolumeRawReader.ReadNumpy(folder.At("v.npy"));
        Assert.Equal((4, 3, 2), (read.CountX, read.CountY, read.CountZ));
        Assert.Equal(labels, read.Labels);
    }

    [Theory]
    [InlineData("<f4", "1, 1, 1", 0.5, "0.5")]
    [InlineData("<f4", "1, 1, 1", double.NaN, "NaN")]
    [InlineData("<i4", "1, 1, 1", -1, "-1")]
    [InlineData("<i4", "1, 1, 1", 300, "300")]
    [InlineData("<f4", "1, 1, 1, 1", 1, "1, 1, 1, 1")]
    [InlineData("<f4", "1, 1, 2", 1, "cut short")]
    [InlineData("<f4", "0, 1, 2", 1, "shape 0,1,2")]
    [InlineData("<c8", "1, 1, 1", 1, "<c8")]
    public void Arrays_that_hold_no_labels_are_refused_by_name(string type, string shape, double value, string word)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}\n";
        File.WriteAllBytes(folder.At("v.npy"), [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. System.Text.Encoding.Latin1.GetBytes(header), .. Stored(value, type)]);
        InputException refused = Assert.Throws<InputException>(() => VolumeRawReader.ReadNumpy(folder.At("v.npy")));
        Assert.Contains(folder.At("v.npy"), refused.Message, StringComparison.Ordinal);
        Assert.Contains(word, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Pages of 19 by 21 pixels in tiles of 16 by 16, which reach beyond the edges.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Stack_in_tiles_is_read_like_one_in_strips(int bits)
    {
        const int width = 19, height = 21, tile = 16;
        byte Label(int z, int y, int x) => (byte)(((7 * z) + (3 * y) + x) % 5);
        using (var tiff = Tiff.Open(folder.At("t.tif"), "wb"))
        {
            for (int z = 0; z < 2; z++)
            {
                foreach ((TiffTag tag, object value) in new (TiffTag, object)[] { (TiffTag.IMAGEWIDTH, width), (TiffTag.IMAGELENGTH, height), (TiffTag.BITSPERSAMPLE, bits), (TiffTag.SAMPLESPERPIXEL, 1), (TiffTag.PHOTOMETRIC, Photometric.MINISBLACK), (TiffTag.TILEWIDTH, tile), (TiffTag.TILELENGTH, tile), (TiffTag.COMPRESSION, Compression.LZW) })
                {
                    tiff.SetField(tag, value);
                }

                for (int y = 0; y < height; y += tile)
                {
                    for (int x = 0; x < width; x += tile)
                    {
                        byte[] pixels = [.. Enumerable.Range(0, tile * tile).SelectMany(k => Stored(Label(z, y + (k / tile), x + (k % tile)), bits == 8 ? "|u1" : "<u2"))];
                        tiff.WriteTile(pixels, x, y, 0, 0);
                    }
                }

                tiff.WriteDirectory();
            }
        }

        LabelVolume read = VolumeTiffReader.ReadLabels(folder.At("t.tif"));
        Assert.Equal((width, height, 2), (read.CountX, read.CountY, read.CountZ));
        Assert.All(read.Labels.Index(), l => Assert.Equal(Label(l.Index / (width * height), l.Index / width % height, l.Index % width), l.Item));
    }

    private static byte[] Stored(double value, string type)
    {
        byte[] bytes = type[1..] switch
        {
            "f4" or "c8" => BitConverter.GetBytes((float)value),
            "f8" => BitConverter.GetBytes(value),
            _ => BitConverter.GetBytes((long)value)[..(type[2] - '0')],
        };
        return type[0] == '>' ? [.. bytes.Reverse()] : bytes;
    }
}
