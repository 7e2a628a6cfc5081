using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The greys of a TIFF page: of 1, 8 or 16 bits, of 32-bit real numbers, of a palette, or mixed from colours of 8 bits.</summary>
internal sealed class TiffGreys
{
    private readonly string path;
    private readonly int bits, samples;
    private readonly bool inverted;
    private readonly float[] palette = [];
    private ColourMix mix;
    private bool paletteHasColours;

    /// <summary>The kind of a page.</summary>
    /// <exception cref="InputException">Of another kind.</exception>
    public TiffGreys(Tiff tiff, string path)
    {
        int Field(TiffTag tag, int otherwise) => tiff.GetField(tag)?[0].ToInt() ?? otherwise;
        this.path = path;
        (bits, samples) = (Field(TiffTag.BITSPERSAMPLE, 1), Field(TiffTag.SAMPLESPERPIXEL, 1));
        var photometric = (Photometric)Field(TiffTag.PHOTOMETRIC, 1);
        IsReal = bits == 32 && Field(TiffTag.SAMPLEFORMAT, 1) == (int)SampleFormat.IEEEFP;
        bool known = samples == 1 ? bits is 1 or 8 or 16 || IsReal : samples is 3 or 4 && bits == 8;
        if (!known || tiff.IsTiled() || Field(TiffTag.PLANARCONFIG, 1) != 1 || (photometric == Photometric.PALETTE && bits != 8))
        {
            throw new InputException($"{path}: expected grey pixels of 1, 8 or 16 bits or real numbers of 32, a palette of 8 bits, or colours of 8 bits, in strips; this has {samples} x {bits} bits{(tiff.IsTiled() ? " in tiles" : "")}");
        }

        inverted = photometric == Photometric.MINISWHITE;
        palette = photometric == Photometric.PALETTE ? Palette(tiff) : [];
    }

    /// <summary>Whether greys are real numbers, which no convention says the range of.</summary>
    public bool IsReal { get; }

    /// <summary>Whether more than a few of the pixels read so far had colours.</summary>
    public bool AreColoured(int pixels) => palette.Length > 0 ? paletteHasColours : mix.IsColoured(pixels);

    /// <summary>The greys of a row.</summary>
    /// <exception cref="InputException">A real number that is none.</exception>
    public void Read(byte[] line, int row, Span<float> to)
    {
        for (int x = 0; x < to.Length; x++)
        {
            to[x] = samples > 1 ? mix.Grey(line[x * samples], line[(x * samples) + 1], line[(x * samples) + 2]) : palette.Length > 0 ? palette[line[x]] : Grey(line, x);
            if (!float.IsFinite(to[x]))
            {
                throw new InputException($"{path}: the pixel in row {row + 1}, column {x + 1} is {(float.IsNaN(to[x]) ? "not a number" : "infinite")}; cut it off, or give it a grey");
            }
        }
    }

    private float Grey(byte[] line, int x)
    {
        float value = bits switch
        {
            1 => (line[x / 8] >> (7 - (x % 8))) & 1,
            8 => line[x],
            16 => BitConverter.ToUInt16(line, 2 * x),
            _ => BitConverter.ToSingle(line, 4 * x),
        };
        return !inverted ? value : IsReal ? -value : (1 << bits) - 1 - value;
    }

    private float[] Palette(Tiff tiff)
    {
        FieldValue[] map = tiff.GetField(TiffTag.COLORMAP) ?? throw new InputException($"{path}: is damaged: it has palette pixels and no palette");
        ushort[][] channels = [.. map.Take(3).Select(c => c.ToUShortArray())];

        // Some writers give 8-bit values where 16 bits are due.
        int shift = channels.Any(c => c.Any(v => v > 255)) ? 8 : 0;
        float[] greys = new float[256];
        for (int k = 0; k < greys.Length; k++)
        {
            var one = default(ColourMix);
            greys[k] = one.Grey((byte)(channels[0][k] >> shift), (byte)(channels[1][k] >> shift), (byte)(channels[2][k] >> shift));
            paletteHasColours |= one.IsColoured(1);
        }

        return greys;
    }
}
