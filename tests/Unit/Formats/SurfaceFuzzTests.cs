using System.Text;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Damaged files of every kind: one line, or numbers; never another fault, an endless loop or memory for points that are not there.</summary>
public class SurfaceFuzzTests
{
    /// <summary>A small sound file of each format, written here.</summary>
    private static readonly Dictionary<string, byte[]> Sound = new()
    {
        ["s.x3p"] = new X3pFile { IsBinary = true, HasMask = true }.Build(),
        ["t.x3p"] = new X3pFile().Build(),
        ["b.sdf"] = SurfaceBinaryTests.Sdf(5, [1, 2, 3, 4, 5, 6]),
        ["a.sdf"] = Text("aISO-1.0\nNumPoints = 3\nNumProfiles = 2\nXscale = 1e-6\nYscale = 1e-6\nZscale = 1e-9\n*\n1 2 3\n4 BAD 6\n*\n"),
        ["s.sur"] = SurfaceBinaryTests.Sur(16, packed: false),
        ["c.sur"] = SurfaceBinaryTests.Sur(32, packed: true),
        ["s.top"] = [.. Text("WSxM file copyright\nNumber of columns: 3\nNumber of rows: 2\nX Amplitude: 3 nm\nY Amplitude: 2 nm\nZ Amplitude: 5 nm\n[Header end]\n"), .. new byte[] { 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0 }],
        ["m.txt"] = Text("# Width: 3 um\n# Height: 2 um\n# Value units: nm\n1 2 3\n4 5 6\n"),
        ["p.xyz"] = Text("0 0 1\n1 0 2\n0 1 3\n1 1 NaN\n"),
        ["d.csv"] = Text("Scan Parameters\nLateral um,Raw Micrometer,\n0.0,1,,\n0.2,2,,\n0.4,3,,\n"),
    };

    public static TheoryData<string> Names => [.. Sound.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sound_file_is_read(string name) => Assert.InRange(Read(name, Sound[name]).Heights.Length, 3, 6);

    [Theory]
    [MemberData(nameof(Names))]
    public void File_cut_off_at_any_byte_is_refused_in_one_line_or_gives_numbers(string name)
    {
        byte[] whole = Sound[name];
        for (int length = 0; length < whole.Length; length++)
        {
            Try(name, whole[..length]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void File_with_any_byte_changed_is_refused_in_one_line_or_gives_numbers(string name)
    {
        byte[] whole = Sound[name];
        foreach (byte value in new byte[] { 0, 0x7f, 0x80, 0xff, (byte)'9', (byte)'-' })
        {
            for (int at = 0; at < whole.Length; at++)
            {
                byte[] bytes = [.. whole];
                bytes[at] = value;
                Try(name, bytes);
            }
        }
    }

    // Counts of 2³² − 1 along both sides: their product overflows a long.
    [Fact]
    public void Counts_whose_product_overflows_are_refused()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write("FRTM_GLIDERV1.00"u8);
        writer.Write((ushort)4);
        foreach ((ushort id, byte[] block) in new (ushort, byte[])[]
        {
            (0x66, [.. Enumerable.Repeat((byte)0xff, 8), 16, 0, 0, 0]), (0x67, new byte[16]), (0x6c, new byte[12]), (0x0b, new byte[8]),
        })
        {
            writer.Write(id);
            writer.Write(block.Length);
            writer.Write(block);
        }

        Assert.Contains("4294967295 x 4294967295", Assert.Throws<InputException>(() => Read("s.frt", stream.ToArray())).Message, StringComparison.Ordinal);
    }

    // 16384 × 16384 points of two bytes are not in a file of a few hundred.
    [Fact]
    public void Memory_is_not_asked_for_before_the_file_is_known_to_hold_the_points()
    {
        byte[] bytes = Text("\\*File list\r\n\\*Ciao image list\r\n\\Data offset: 0\r\n\\Data length: 9\r\n\\Bytes/pixel: 2\r\n\\Samps/line: 16384\r\n\\Number of lines: 16384\r\n\\Scan Size: 1 1 um\r\n"
            + "\\@2:Image Data: S [Height] \"Height\"\r\n\\@2:Z scale: V [Sens. Zscan] (0.006 V/LSB) 440 V\r\n\\*Scanner list\r\n\\@Sens. Zscan: V 5 nm/V\r\n\\*File list end\r\n");
        string message = Assert.Throws<InputException>(() => Read("s.spm", bytes)).Message;
        Assert.Contains("16384 x 16384", message, StringComparison.Ordinal);
        Assert.Contains($"{bytes.Length} bytes", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s.top")]
    [InlineData("s.gwy")]
    [InlineData("s.opd")]
    [InlineData("s.plu")]
    [InlineData("s.frt")]
    [InlineData("s.di")]
    [InlineData("s.al3d")]
    [InlineData("s.sdf")]
    [InlineData("s.x3p")]
    public void Noise_under_the_name_of_a_format_is_refused(string name)
    {
        RandomStream random = new(7, StreamName.MonteCarlo);
        byte[] noise = [.. Enumerable.Range(0, 2000).Select(_ => (byte)random.NextInt(256))];
        Assert.DoesNotContain('\n', Assert.Throws<InputException>(() => Read(name, noise)).Message);
    }

    [Fact]
    public void A_single_valid_point_gives_figures_that_are_zero_or_none()
    {
        HeightMap map = Read("m.txt", Text("# Width: 3 um\n# Height: 2 um\n# Value units: nm\nNaN 2 NaN\nNaN NaN NaN\n"));
        IReadOnlyList<Measurement> measured = SurfaceMetrology.OfMeasured(map);
        Assert.Equal(0, measured.Single(m => m.Name == "Sq levelled").Value);
        Assert.True(double.IsNaN(measured.Single(m => m.Name == "Ra").Value));
        Assert.Equal(5, map.InvalidPoints);
    }

    private static void Try(string name, byte[] bytes)
    {
        try
        {
            SurfaceMetrology.OfMeasured(Read(name, bytes));
        }
        catch (InputException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    private static HeightMap Read(string name, byte[] bytes) => SurfaceReader.Read(name, bytes, new() { Unit = "um", PixelSize = 1e-6 });

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
