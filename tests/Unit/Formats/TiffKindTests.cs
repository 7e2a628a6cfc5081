using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>TIFF pages of every kind that instruments and programs write: read number by number, or refused in one line.</summary>
public sealed class TiffKindTests : IDisposable
{
    private const int Width = 37;
    private const int Height = 21;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Whole numbers of every width, without and with sign, real ones, in strips and tiles, in both orders of bytes.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Numbers_are_read_as_they_were_written(int bits, int format, int tile, bool bigEndian)
    {
        double Value(int x, int y, int sample) => Number(x, y, bits, format);
        File.WriteAllBytes(folder.At("a.tif"), new PlainTiff(Width, Height, bits) { Format = format, Tile = tile, BigEndian = bigEndian }.Bytes(Value));
        GreyImage image = MicrographTiffReader.Read(folder.At("a.tif"));
        Assert.Equal((Width, Height), (image.Width, image.Height));
        Assert.Equal(Enumerable.Range(0, Width * Height).Select(i => (float)Value(i % Width, i / Width, 0)), image.Values);
        Assert.Equal(format != 1 || bits > 16, MicrographTiffReader.Unusual(folder.At("a.tif")) is not null);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(16, false)]
    [InlineData(8, true)]
    [InlineData(16, true)]
    public void Colours_in_planes_are_those_side_by_side(int bits, bool tiled)
    {
        double Value(int x, int y, int sample) => (((x * 7) + (y * 3) + (50 * sample)) % 256) * (bits == 8 ? 1 : 257);
        var kind = new PlainTiff(Width, Height, bits) { Samples = 3, Photometric = 2, Tile = tiled ? 16 : 0 };
        File.WriteAllBytes(folder.At("a.tif"), kind.Bytes(Value));
        File.WriteAllBytes(folder.At("b.tif"), (kind with { Planar = true }).Bytes(Value));
        GreyImage together = MicrographTiffReader.Read(folder.At("a.tif")), apart = MicrographTiffReader.Read(folder.At("b.tif"));
        Assert.Equal(together.Values, apart.Values);
        Assert.True(apart.IsColoured);
        int scale = bits == 8 ? 1 : 257;
        Assert.Equal(((0.299 * Value(5, 4, 0)) + (0.587 * Value(5, 4, 1)) + (0.114 * Value(5, 4, 2))) / scale, apart.Values[(4 * Width) + 5], 1e-4);
    }

    /// <summary>A second number of a pixel, its opacity, is no grey; nor is a second plane.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Grey_beside_opacity_is_read(bool planar)
    {
        File.WriteAllBytes(folder.At("a.tif"), new PlainTiff(Width, Height, 8) { Samples = 2, Planar = planar }.Bytes((x, y, sample) => sample == 0 ? x + y : 255));
        Assert.Equal(Enumerable.Range(0, Width * Height).Select(i => (float)((i % Width) + (i / Width))), MicrographTiffReader.Read(folder.At("a.tif")).Values);
    }

    [Theory]
    [InlineData(4, 1, 15 - 3)]
    [InlineData(8, 1, 255 - 3)]
    [InlineData(8, 2, -1 - 3)]
    [InlineData(16, 1, 65535 - 3)]
    [InlineData(32, 3, -3)]
    public void White_as_the_least_is_turned_round(int bits, int format, double expected)
    {
        File.WriteAllBytes(folder.At("a.tif"), new PlainTiff(Width, Height, bits) { Format = format, Photometric = 0 }.Bytes((_, _, _) => 3));
        Assert.All(MicrographTiffReader.Read(folder.At("a.tif")).Values, v => Assert.Equal(expected, v));
    }

    [Theory]
    [InlineData(24, 1, 1, 1, "24 bits")]
    [InlineData(10, 1, 1, 1, "10 bits")]
    [InlineData(64, 6, 1, 1, "complex numbers of 64 bits")]
    [InlineData(8, 3, 1, 1, "real numbers of 8 bits")]
    [InlineData(8, 1, 4, 5, "4 x 8 bits")]
    [InlineData(8, 1, 3, 8, "CIELAB")]
    [InlineData(8, 1, 5, 1, "5 x 8 bits")]
    public void Other_kinds_are_refused_in_one_line(int bits, int format, int samples, int photometric, string words)
    {
        File.WriteAllBytes(folder.At("a.tif"), new PlainTiff(Width, Height, bits) { Format = format, Samples = samples, Photometric = photometric }.Bytes((x, y, _) => x + y));
        string line = Assert.Throws<InputException>(() => MicrographTiffReader.Read(folder.At("a.tif"))).Message;
        Assert.StartsWith(folder.At("a.tif"), line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    /// <summary>Labels are whole numbers from 0 to 255 however they are stored, and no others.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Labels_are_read_however_they_are_stored(int bits, int format, int tile, bool bigEndian)
    {
        int most = Math.Min(256, 1 << Math.Min(20, bits - (format == 2 ? 1 : 0)));
        var kind = new PlainTiff(Width, Height, bits) { Format = format, Tile = tile, BigEndian = bigEndian };
        File.WriteAllBytes(folder.At("a.tif"), kind.Bytes((x, y, _) => ((x * 5) + y) % most));
        Assert.Equal(Enumerable.Range(0, Width * Height).Select(i => (byte)((((i % Width) * 5) + (i / Width)) % most)), VolumeTiffReader.ReadLabels(folder.At("a.tif")).Labels);
        foreach (double bad in new[] { format == 2 ? -1 : 7, bits > 8 ? 300 : 7, format == 3 ? 2.5 : 7 }.Where(v => v != 7))
        {
            File.WriteAllBytes(folder.At("a.tif"), kind.Bytes((x, _, _) => x == 3 ? bad : 0));
            Assert.Contains("whole numbers from 0 to 255", Assert.Throws<InputException>(() => VolumeTiffReader.ReadLabels(folder.At("a.tif"))).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Numbers over the whole range of a kind, its ends among them.</summary>
    private static double Number(int x, int y, int bits, int format)
    {
        int i = x + (y * Width);
        double low = format switch { 1 => 0, 2 => -Math.Pow(2, bits - 1), _ => -1000 }, high = format switch { 1 => Math.Pow(2, bits) - 1, 2 => Math.Pow(2, bits - 1) - 1, _ => 1000 };
        double exact = low + Math.Floor((high - low) * i / ((Width * Height) - 1));

        // Beyond 53 bits a double has no odd numbers, and the last ones are none of the type.
        return bits == 64 && format != 3 ? low + (Math.Floor(i / 2.0) * Math.Pow(2, 40)) : format == 3 ? exact / 8 : exact;
    }

    /// <summary>Each width with each format that it can have, in strips and in tiles of 16, in both orders of bytes.</summary>
    public static IEnumerable<TheoryDataRow<int, int, int, bool>> Kinds() =>
        from kind in new[] { (1, 1), (2, 1), (4, 1), (8, 1), (12, 1), (16, 1), (32, 1), (64, 1), (2, 2), (4, 2), (8, 2), (12, 2), (16, 2), (32, 2), (64, 2), (16, 3), (32, 3), (64, 3) }
        from tile in new[] { 0, 16 }
        from big in new[] { false, true }
        select new TheoryDataRow<int, int, int, bool>(kind.Item1, kind.Item2, tile, big);
}
