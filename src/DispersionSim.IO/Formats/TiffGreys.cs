using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The greys of a TIFF page: its numbers, those of a palette, or mixed from colours of 8 or 16 bits.</summary>
internal sealed class TiffGreys
{
    private readonly string path;
    private readonly TiffSample sample;
    private readonly bool inverted, isMixed;
    private readonly float[] palette = [];
    private ColourMix mix;
    private bool paletteHasColours;

    /// <summary>The kind of a page.</summary>
    /// <exception cref="InputException">Of another kind.</exception>
    public TiffGreys(Tiff tiff, string path)
    {
        this.path = path;
        sample = new(tiff, path);
        var photometric = (Photometric)TiffFile.Field(tiff, TiffTag.PHOTOMETRIC, (int)Photometric.MINISBLACK);
        inverted = photometric == Photometric.MINISWHITE;
        isMixed = photometric is Photometric.RGB or Photometric.YCBCR;
        bool known = photometric switch
        {
            // A second number is how far the grey covers what is behind it.
            Photometric.MINISWHITE or Photometric.MINISBLACK => sample.Samples is 1 or 2,
            Photometric.PALETTE => sample is { Samples: 1, IsReal: false, IsSigned: false, Bits: 1 or 2 or 4 or 8 },
            Photometric.RGB => sample is { Samples: 3 or 4, IsReal: false, IsSigned: false, Bits: 8 or 16 },

            // Only the decoder of JPEG turns these into red, green and blue.
            Photometric.YCBCR => sample is { Samples: 3, Bits: 8, IsPlanar: false } && Jpeg(tiff),
            _ => false,
        };
        if (!known)
        {
            throw new InputException($"{path}: expected greys, a palette of at most 8 bits, or red, green and blue of 8 or 16 bits; this has {sample.Samples} x {sample.Bits} bits, {sample.Words}, of the kind {photometric}");
        }

        palette = photometric == Photometric.PALETTE ? Palette(tiff) : [];
    }

    /// <summary>What the greys are, where no convention says their range; null for the usual ones of at most 16 bits.</summary>
    public string? Unusual => isMixed || sample is { IsReal: false, IsSigned: false, Bits: <= 16 } ? null : sample.IsReal ? sample.Words : $"{sample.Words} of {sample.Bits} bits";

    /// <summary>Whether more than a few of the pixels read so far had colours.</summary>
    public bool AreColoured(int pixels) => palette.Length > 0 ? paletteHasColours : mix.IsColoured(pixels);

    /// <summary>The greys of the page, row by row.</summary>
    /// <exception cref="InputException">A real number that is none, or the page is damaged or cut short.</exception>
    public float[] Read(Tiff tiff)
    {
        (int width, int height) = TiffRows.Size(tiff);
        var values = new float[checked(width * height)];
        if (isMixed)
        {
            Mixed(tiff, width, values);
            return values;
        }

        int step = sample.IsPlanar ? 1 : sample.Samples;
        TiffRows.Each(tiff, 1, path, (_, row, left, count, bytes) =>
        {
            Span<float> to = values.AsSpan((row * width) + left, count);
            for (int x = 0; x < to.Length; x++)
            {
                double value = sample.At(bytes, x * step);
                to[x] = palette.Length > 0 ? palette[(int)value] : (float)(inverted ? sample.Inverted(value) : value);
                if (!float.IsFinite(to[x]))
                {
                    throw new InputException($"{path}: the pixel in row {row + 1}, column {left + x + 1} is {(float.IsNaN(to[x]) ? "not a number" : "infinite")}; cut it off, or give it a grey");
                }
            }
        });
        return values;
    }

    private void Mixed(Tiff tiff, int width, float[] values)
    {
        var colours = new byte[3 * values.Length];
        int shift = sample.Bits - 8, planes = sample.IsPlanar ? 3 : 1, step = sample.IsPlanar ? 1 : sample.Samples;
        TiffRows.Each(tiff, planes, path, (plane, row, left, count, bytes) =>
        {
            for (int x = 0; x < count; x++)
            {
                int at = 3 * ((row * width) + left + x);
                for (int c = 0; c < 3 / planes; c++)
                {
                    colours[at + plane + c] = (byte)((int)sample.At(bytes, (x * step) + c) >> shift);
                }
            }
        });
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = mix.Grey(colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]);
        }
    }

    private static bool Jpeg(Tiff tiff) =>
        TiffFile.Field(tiff, TiffTag.COMPRESSION) == (int)Compression.JPEG && tiff.SetField(TiffTag.JPEGCOLORMODE, JpegColorMode.RGB);

    private float[] Palette(Tiff tiff)
    {
        FieldValue[] map = tiff.GetField(TiffTag.COLORMAP) ?? throw new InputException($"{path}: is damaged: it has palette pixels and no palette");
        ushort[][] channels = [.. map.Take(3).Select(c => c.ToUShortArray())];

        // Some writers give 8-bit values where 16 bits are due.
        int shift = channels.Any(c => c.Any(v => v > 255)) ? 8 : 0;
        float[] greys = new float[1 << sample.Bits];
        for (int k = 0; k < greys.Length; k++)
        {
            var one = default(ColourMix);
            greys[k] = one.Grey((byte)(channels[0][k] >> shift), (byte)(channels[1][k] >> shift), (byte)(channels[2][k] >> shift));
            paletteHasColours |= one.IsColoured(1);
        }

        return greys;
    }
}
