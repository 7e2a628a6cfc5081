using System.Globalization;

namespace DispersionSim.IO;

/// <summary>The lines and numbers of a surface text file.</summary>
internal static class SurfaceText
{
    private static readonly char[] Spaces = [' ', '\t', ',', ';'];

    /// <summary>Looks like text: no control bytes but tab and line ends at its start.</summary>
    public static bool IsText(SurfaceSource source)
    {
        ReadOnlySpan<byte> head = source.Bytes.AsSpan(0, Math.Min(4096, source.Bytes.Length));
        return source.StartsWith([0xFF, 0xFE]) || head.IndexOfAnyInRange((byte)0, (byte)8) < 0;
    }

    public static string[] Lines(string text) => text.Split('\n');

    /// <summary>The fields of a line. In a line parted by tabs or semicolons a comma is a decimal comma.</summary>
    public static string[] Fields(string line)
    {
        string trimmed = line.Trim();
        bool decimalComma = trimmed.IndexOfAny(['\t', ';']) >= 0 && trimmed.Contains(',');
        return (decimalComma ? trimmed.Replace(',', '.') : trimmed).Split(Spaces, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A height: a number, or NaN for the words that stand for a missing point.</summary>
    public static bool TryNumber(string word, out double value)
    {
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        value = double.NaN;
        return word.ToUpperInvariant() is "NAN" or "BAD" or "NA" or "N/A" or "NULL" or "---" or "***" or "1.#QNAN" or "-1.#IND";
    }

    /// <summary>A finite number, or null.</summary>
    public static double? Finite(string? word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    public static bool IsNumberLine(string line) => Fields(line) is { Length: > 0 } fields && Array.TrueForAll(fields, f => TryNumber(f, out _));
}
