using System.Buffers.Binary;

namespace DispersionSim.Tests.Unit;

/// <summary>An uncompressed TIFF of one page, written tag by tag after the TIFF 6.0 specification, not by the library that reads it.</summary>
internal sealed record PlainTiff(int Width, int Height, int Bits)
{
    public int Samples { get; init; } = 1;

    /// <summary>1 whole, 2 with sign, 3 real.</summary>
    public int Format { get; init; } = 1;

    /// <summary>0 white is least, 1 black is least, 2 red, green and blue.</summary>
    public int Photometric { get; init; } = 1;

    /// <summary>Whether each sample has a plane of its own.</summary>
    public bool Planar { get; init; }

    public bool BigEndian { get; init; }

    /// <summary>Edge of tiles; strips of the whole width where 0.</summary>
    public int Tile { get; init; }

    /// <summary>The file.</summary>
    /// <param name="value">The number of a pixel: column, row, sample; its lowest bits are written, or those of the real number.</param>
    public byte[] Bytes(Func<int, int, int, double> value)
    {
        var parts = new List<byte[]>();
        (int across, int down) = Tile > 0 ? (Tile, Tile) : (Width, 2);
        for (int plane = 0; plane < (Planar ? Samples : 1); plane++)
        {
            for (int top = 0; top < Height; top += down)
            {
                for (int left = 0; left < Width; left += across)
                {
                    int rows = Tile > 0 ? down : Math.Min(down, Height - top);
                    parts.Add([.. Enumerable.Range(top, rows).SelectMany(y => Row(left, across, y, plane, value))]);
                }
            }
        }

        bool tiled = Tile > 0;
        var tags = new SortedDictionary<int, (int Type, uint[] Values)>
        {
            [256] = (4, [(uint)Width]),
            [257] = (4, [(uint)Height]),
            [258] = (3, [.. Enumerable.Repeat((uint)Bits, Samples)]),
            [259] = (3, [1]),
            [262] = (3, [(uint)Photometric]),
            [tiled ? 324 : 273] = (4, new uint[parts.Count]),
            [277] = (3, [(uint)Samples]),
            [tiled ? 325 : 279] = (4, [.. parts.Select(p => (uint)p.Length)]),
            [284] = (3, [Planar ? 2u : 1u]),
            [339] = (3, [.. Enumerable.Repeat((uint)Format, Samples)]),
        };
        if (tiled)
        {
            (tags[322], tags[323]) = ((4, [(uint)Tile]), (4, [(uint)Tile]));
        }
        else
        {
            tags[278] = (4, [2u]);
        }

        int directory = 8 + parts.Sum(p => p.Length), at = 8;
        foreach ((int k, byte[] part) in parts.Index())
        {
            tags[tiled ? 324 : 273].Values[k] = (uint)at;
            at += part.Length;
        }

        int beyond = directory + 2 + (12 * tags.Count) + 4;
        var entries = new List<byte>();
        var far = new List<byte>();
        foreach ((int tag, (int type, uint[] values)) in tags)
        {
            byte[] data = [.. values.SelectMany(v => Number(v, type == 3 ? 2 : 4))];
            entries.AddRange([.. Number((ulong)tag, 2), .. Number((ulong)type, 2), .. Number((ulong)values.Length, 4)]);
            entries.AddRange(data.Length <= 4 ? [.. data, .. new byte[4 - data.Length]] : Number((ulong)(beyond + far.Count), 4));
            far.AddRange(data.Length <= 4 ? [] : data);
        }

        byte[] head = BigEndian ? [0x4D, 0x4D] : [0x49, 0x49];
        return [.. head, .. Number(42, 2), .. Number((ulong)directory, 4), .. parts.SelectMany(p => p), .. Number((ulong)tags.Count, 2), .. entries, .. Number(0, 4), .. far];
    }

    private IEnumerable<byte> Row(int left, int count, int y, int plane, Func<int, int, int, double> value)
    {
        var bits = new List<bool>();
        var bytes = new List<byte>();
        for (int k = 0; k < count * (Planar ? 1 : Samples); k++)
        {
            int x = left + (Planar ? k : k / Samples), sample = Planar ? plane : k % Samples;
            ulong number = x < Width && y < Height ? Stored(value(x, y, sample)) : 0;
            if (Bits % 8 == 0)
            {
                bytes.AddRange(Number(number, Bits / 8));
            }
            else
            {
                bits.AddRange(Enumerable.Range(0, Bits).Select(b => ((number >> (Bits - 1 - b)) & 1) == 1));
            }
        }

        return [.. bytes, .. bits.Chunk(8).Select(c => (byte)c.Select((on, k) => on ? 128 >> k : 0).Sum())];
    }

    private ulong Stored(double value) => (Format, Bits) switch
    {
        (3, 16) => BitConverter.HalfToUInt16Bits((Half)value),
        (3, 32) => BitConverter.SingleToUInt32Bits((float)value),
        (3, _) => BitConverter.DoubleToUInt64Bits(value),
        _ => unchecked((ulong)(long)value) & (Bits == 64 ? ulong.MaxValue : (1UL << Bits) - 1),
    };

    private byte[] Number(ulong value, int width)
    {
        byte[] all = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(all, value);
        byte[] bytes = all[..width];
        if (BigEndian)
        {
            Array.Reverse(bytes);
        }

        return bytes;
    }
}
