using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The numbers of a TIFF page, from strips or tiles.</summary>
internal static class TiffRows
{
    /// <summary>Numbers that follow each other in a row.</summary>
    /// <param name="plane">Plane of samples; 0 where the samples of a pixel lie side by side.</param>
    /// <param name="row">Row of the page.</param>
    /// <param name="left">Column of the first pixel.</param>
    /// <param name="count">Number of pixels.</param>
    /// <param name="bytes">The numbers, as decoded, the first pixel's first.</param>
    public delegate void Stretch(int plane, int row, int left, int count, ReadOnlySpan<byte> bytes);

    /// <summary>Goes through a page, plane by plane.</summary>
    /// <param name="tiff">A file at that page.</param>
    /// <param name="planes">Planes that are wanted, from the first on.</param>
    /// <param name="place">The file, and where it has several, the page: begins every message.</param>
    /// <param name="visit">Called with each stretch.</param>
    /// <exception cref="InputException">Damaged or cut short.</exception>
    public static void Each(Tiff tiff, int planes, string place, Stretch visit)
    {
        for (int plane = 0; plane < planes; plane++)
        {
            if (tiff.IsTiled())
            {
                Tiles(tiff, plane, place, visit);
            }
            else
            {
                Strips(tiff, plane, place, visit);
            }
        }
    }

    /// <summary>Pixels a row, and rows.</summary>
    public static (int Width, int Height) Size(Tiff tiff) => (TiffFile.Field(tiff, TiffTag.IMAGEWIDTH), TiffFile.Field(tiff, TiffTag.IMAGELENGTH));

    private static void Strips(Tiff tiff, int plane, string place, Stretch visit)
    {
        (int width, int height) = Size(tiff);
        byte[] line = new byte[tiff.ScanlineSize()];
        for (int y = 0; y < height; y++)
        {
            if (!tiff.ReadScanline(line, 0, y, (short)plane))
            {
                throw new InputException($"{place}: is damaged or cut short at row {y + 1}");
            }

            visit(plane, y, 0, width, line);
        }
    }

    /// <summary>Tiles at the far edges reach beyond the page.</summary>
    private static void Tiles(Tiff tiff, int plane, string place, Stretch visit)
    {
        (int width, int height) = Size(tiff);
        int across = TiffFile.Field(tiff, TiffTag.TILEWIDTH), down = TiffFile.Field(tiff, TiffTag.TILELENGTH), bytes = tiff.TileRowSize();
        byte[] tile = new byte[tiff.TileSize()];
        for (int top = 0; top < height; top += down)
        {
            for (int left = 0; left < width; left += across)
            {
                if (across < 1 || down < 1 || tiff.ReadTile(tile, 0, left, top, 0, (short)plane) < 0)
                {
                    throw new InputException($"{place}: is damaged or cut short at row {top + 1}, column {left + 1}");
                }

                for (int y = top; y < Math.Min(height, top + down); y++)
                {
                    visit(plane, y, left, Math.Min(across, width - left), tile.AsSpan((y - top) * bytes, bytes));
                }
            }
        }
    }
}
