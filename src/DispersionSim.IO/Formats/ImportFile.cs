using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Opens files that users bring, and says in one line why one cannot be opened.</summary>
internal static class ImportFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(Directory.Exists(path) ? $"{path}: is a folder, a file is wanted" : $"{path}: there is no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(Directory.Exists(path) ? $"{path}: is a folder, a file is wanted" : $"{path}: cannot be read: {RecipePlace.OneLine(e.Message, 160)}", e);
        }
    }

    public static string Text(string path) => Text(Bytes(path), path);

    /// <summary>Text in UTF-8, in UTF-16 with a byte-order mark, or in Latin-1, as instruments write it.</summary>
    public static string Text(byte[] bytes, string fileName)
    {
        string text = bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)
            : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
            : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3)
            : Utf8OrLatin(bytes);
        return text.Contains('\0', StringComparison.Ordinal) ? throw new InputException($"{fileName}: this is not a text file") : text;
    }

    private static string Utf8OrLatin(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
