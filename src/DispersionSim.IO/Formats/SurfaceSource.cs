using System.Diagnostics.CodeAnalysis;
using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A surface file in memory, with what the user said about it.</summary>
internal sealed record SurfaceSource(string Path, byte[] Bytes, SurfaceReadOptions Options)
{
    // A surface larger than this is not a foil measurement but a damaged count.
    private const long MostPoints = 1L << 28;

    /// <summary>The deflate method packs no tighter than 1 : 1032; a stated length beyond that is a damaged one.</summary>
    public const int LargestPacking = 1040;

    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>The file as text: UTF-16 with its mark, UTF-8, else Latin-1 (older instruments write a one-byte micro sign).</summary>
    public string Text => Decode(Bytes);

    public bool StartsWith(ReadOnlySpan<byte> magic) => Bytes.AsSpan().StartsWith(magic);

    public SurfaceBytes Cursor(int position = 0) => new(this, position);

    public InputException Error(string message) => new($"{Path}: {message}");

    public InputException Error(int line, string message) => new($"{Path}:{line}: {message}");

    [DoesNotReturn]
    public void Refuse(string message) => throw Error(message);

    /// <summary>Number of points of a grid whose counts the file states, checked.</summary>
    /// <param name="countX">Points along x.</param>
    /// <param name="countY">Points along y.</param>
    /// <param name="bytesEach">Least number of bytes that a point takes in the file; 0 where that is not known. Checked before memory is asked for.</param>
    public int Points(long countX, long countY, int bytesEach = 0)
    {
        if (countX < 2 || countY < 1 || countX > MostPoints || countY > MostPoints / countX)
        {
            Refuse($"states {countX} x {countY} points; a surface needs at least 2 x 1 and at most {MostPoints}.");
        }

        if (countX * countY * bytesEach > Bytes.Length)
        {
            Refuse($"is cut off or damaged: it states {countX} x {countY} points and has {Bytes.Length} bytes.");
        }

        return (int)(countX * countY);
    }

    /// <summary>A finished map; refuses spacings that are no length and files with no valid point.</summary>
    public HeightMap Map(int countX, int countY, double stepX, double stepY, double[] heights)
    {
        if (!(stepX > 0 && stepY > 0) || double.IsInfinity(stepX) || double.IsInfinity(stepY))
        {
            Refuse($"states a point spacing of {stepX} x {stepY} m; it must be a positive length.");
        }

        for (int i = 0; i < heights.Length; i++)
        {
            if (!double.IsFinite(heights[i]))
            {
                heights[i] = double.NaN;
            }
        }

        if (!Array.Exists(heights, double.IsFinite))
        {
            Refuse("holds no valid point.");
        }

        return new(countX, countY, stepX, stepY, heights, Periodic: false);
    }

    /// <summary>Metres in one unit of the heights: what the file says, else what the user says, else a question.</summary>
    public double HeightUnit(string? stated)
    {
        if (stated is not null && SurfaceLengthUnit.Metres(stated) is { } factor)
        {
            return factor;
        }

        if (Options.Unit is null)
        {
            Refuse(stated is null
                ? "does not say the unit of its heights: give it, e.g. unit = \"um\" in a recipe, height_unit = \"um\" in a case of dem, --unit um with analyze."
                : $"states heights in \"{stated.Trim()}\", which is no length: give unit = \"um\" in a recipe, height_unit = \"um\" in a case of dem, --unit um with analyze, if they are a length all the same.");
        }

        return SurfaceLengthUnit.Metres(Options.Unit) ?? throw Error($"the unit \"{Options.Unit}\" is not known: use {SurfaceLengthUnit.Known}.");
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes.AsSpan(2));
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
