using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>FRT MicroProf .frt: numbered blocks; size, spacing, scale and 16- or 32-bit heights of the first data set.</summary>
/// <remarks>Height = stored value · scale, metres. The stored value 1 is an invalid point.</remarks>
internal sealed class FrtFormat : ISurfaceFormat
{
    private const int Grid = 0x66;
    private const int Extent = 0x67;
    private const int Scale = 0x6c;
    private const int Data = 0x0b;

    public string Name => "frt";

    public bool Recognises(SurfaceSource source) => source.StartsWith("FRTM_GLIDERV"u8);

    public HeightMap Read(SurfaceSource source)
    {
        Dictionary<int, int> blocks = Blocks(source);
        SurfaceBytes cursor = source.Cursor(At(source, blocks, Grid));
        uint countX = cursor.UInt32(), countY = cursor.UInt32(), bits = cursor.UInt32();
        cursor.Position = At(source, blocks, Extent);
        double sizeX = cursor.Double(), sizeY = cursor.Double();
        cursor.Position = At(source, blocks, Scale);
        cursor.Skip(4);
        double scale = cursor.Double();
        cursor.Position = At(source, blocks, Data);
        double[] heights = new double[source.Points(countX, countY, sizeof(ushort))];
        for (int i = 0; i < heights.Length; i++)
        {
            long stored = bits switch
            {
                16 => cursor.UInt16(),
                32 => cursor.Int32(),
                _ => throw source.Error($"states {bits} bits a height; 16 and 32 are known."),
            };
            heights[i] = stored == 1 ? double.NaN : stored * scale;
        }

        return source.Map((int)countX, (int)countY, sizeX / countX, sizeY / countY, heights);
    }

    private static Dictionary<int, int> Blocks(SurfaceSource source)
    {
        SurfaceBytes cursor = source.Cursor(16);
        int count = cursor.UInt16();
        Dictionary<int, int> blocks = [];
        for (int i = 0; i < count && !cursor.AtEnd; i++)
        {
            int id = cursor.UInt16();
            uint size = cursor.UInt32();
            blocks.TryAdd(id, cursor.Position);
            cursor.Skip(size);
        }

        return blocks;
    }

    private static int At(SurfaceSource source, Dictionary<int, int> blocks, int id) =>
        blocks.TryGetValue(id, out int at) ? at : throw source.Error($"has no block 0x{id:x2}: no surface of heights in it.");
}
