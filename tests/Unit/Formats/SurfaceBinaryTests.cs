using System.IO.Compression;
using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Binary forms written here by the layout that their standards or makers give.</summary>
public class SurfaceBinaryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Binary_sdf_of_every_data_type_is_scaled(int type)
    {
        HeightMap map = SurfaceReader.Read("s.sdf", Sdf(type, [1, 2, 3, 4, 5, 6]));
        Assert.Equal((3, 2, 1e-6, 2e-6), (map.CountX, map.CountY, map.StepX, map.StepY));
        Assert.Equal([1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9], map.Heights.Select(h => Math.Round(h, 15)));
    }

    [Theory]
    [InlineData(1, ushort.MaxValue)]
    [InlineData(2, uint.MaxValue)]
    [InlineData(3, float.NaN)]
    [InlineData(3, float.MaxValue)]
    [InlineData(5, short.MinValue)]
    [InlineData(6, int.MinValue)]
    [InlineData(7, double.NaN)]
    [InlineData(7, double.MaxValue)]
    public void Binary_sdf_marks_missing_points_by_the_extreme_of_its_type(int type, double bad) =>
        Assert.Equal(1, SurfaceReader.Read("s.sdf", Sdf(type, [1, 2, bad, 4, 5, 6])).InvalidPoints);

    [Fact]
    public void Binary_sdf_with_the_longer_header_is_read() =>
        Assert.Equal(6e-9, SurfaceReader.Read("s.sdf", Sdf(5, [1, 2, 3, 4, 5, 6], extra: 8))[2, 1], 1e-15);

    [Theory]
    [InlineData(8, 0, "data type 8")]
    [InlineData(5, 1, "compressed")]
    public void Binary_sdf_of_another_kind_is_refused(int type, int compression, string words) =>
        Assert.Contains(words, Assert.Throws<InputException>(() => SurfaceReader.Read("s.sdf", Sdf(type, [1, 2, 3, 4, 5, 6], compression: compression))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(16, false)]
    [InlineData(16, true)]
    [InlineData(32, false)]
    [InlineData(32, true)]
    public void Sur_is_read_plain_and_compressed(int bits, bool packed)
    {
        HeightMap map = SurfaceReader.Read("s.sur", Sur(bits, packed));
        Assert.Equal((3, 2), (map.CountX, map.CountY));
        Assert.Equal([-1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9], map.Heights.Select(h => Math.Round(h, 15)));
    }

    [Fact]
    public void Sur_that_holds_an_image_is_refused() =>
        Assert.Contains("type 12", Assert.Throws<InputException>(() => SurfaceReader.Read("s.sur", Sur(16, packed: false, type: 12))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1 << 30)]
    [InlineData(4)]
    public void Compressed_sur_that_states_another_length_is_refused(int length) =>
        Assert.Contains("damaged", Assert.Throws<InputException>(() => SurfaceReader.Read("s.sur", Sur(16, packed: true, stated: length))).Message, StringComparison.Ordinal);

    /// <summary>Three by two points, 1 by 2 µm, Zscale 1 nm.</summary>
    internal static byte[] Sdf(int type, double[] values, int extra = 0, int compression = 0)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Encoding.ASCII.GetBytes("bISO-1.0" + "test".PadRight(10) + new string('0', 24)));
        writer.Write((ushort)3);
        writer.Write((ushort)2);
        Array.ForEach([1e-6, 2e-6, 1e-9, -1], writer.Write);
        writer.Write((byte)compression);
        writer.Write((byte)type);
        writer.Write((byte)0);
        writer.Write(new byte[extra]);
        foreach (double v in values)
        {
            writer.Write(type switch
            {
                0 => [(byte)v],
                1 => BitConverter.GetBytes((ushort)v),
                2 => BitConverter.GetBytes((uint)v),
                3 => BitConverter.GetBytes((float)v),
                4 => [(byte)(sbyte)v],
                5 => BitConverter.GetBytes((short)v),
                6 => BitConverter.GetBytes((int)v),
                _ => BitConverter.GetBytes(v),
            });
        }

        return stream.ToArray();
    }

    /// <summary>Three by two points, heights in nanometres.</summary>
    internal static byte[] Sur(int bits, bool packed, int type = 2, int? stated = null)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        void Text(string text, int length) => writer.Write(Encoding.ASCII.GetBytes(text.PadRight(length)));
        void Whole(params short[] numbers) => Array.ForEach(numbers, writer.Write);
        Text(packed ? "DSCOMPRESSED" : "DIGITAL SURF", 12);
        Whole(0, 1, 2, (short)type);
        Text("", 60);
        Whole(0, 0, 1, 0, 0);
        writer.Write(new byte[8]);
        Whole((short)bits);
        Array.ForEach([-1, 6, 3, 2, 6], writer.Write);
        Array.ForEach([1f, 1f, 1f], writer.Write);
        Text("", 48);
        Array.ForEach(["um", "um", "nm", "um", "um", "nm"], u => Text(u, 16));
        writer.Write(new byte[12 + 6 + 12 + 14 + 4 + 4 + 4 + 2]);
        Whole(0, 0);
        writer.Write(new byte[128 + 12 + 34]);
        byte[] heights = [.. new[] { -1, 2, 3, 4, 5, 6 }.SelectMany(v => bits == 16 ? BitConverter.GetBytes((short)v) : BitConverter.GetBytes(v))];
        writer.Write(packed ? Packed(heights, stated) : heights);
        return stream.ToArray();
    }

    /// <summary>Two pieces, the second of half the points.</summary>
    private static byte[] Packed(byte[] heights, int? stated)
    {
        byte[][] pieces = [Deflated(heights[..(heights.Length / 2)]), Deflated(heights[(heights.Length / 2)..])];
        return [.. BitConverter.GetBytes(2), .. pieces.SelectMany(p => (byte[])[.. BitConverter.GetBytes(stated ?? (heights.Length / 2)), .. BitConverter.GetBytes(p.Length)]), .. pieces.SelectMany(p => p)];
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (ZLibStream zlib = new(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return stream.ToArray();
    }
}
