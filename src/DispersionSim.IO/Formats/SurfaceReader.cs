using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A surface file format: knows its own files by content and reads them.</summary>
internal interface ISurfaceFormat
{
    /// <summary>A line of <see cref="FormatCatalog"/>.</summary>
    string Name { get; }

    bool Recognises(SurfaceSource source);

    HeightMap Read(SurfaceSource source);
}

/// <summary>Reads measured surfaces.</summary>
/// <remarks>
/// The format is found by content, for names lie; a name that promises a format which the content is not is refused.
/// Rows keep the order of the file. Invalid points become NaN (count: <see cref="HeightMap.InvalidPoints"/>).
/// A unit that the file does not state is asked for, never guessed. A profile is a map with one row.
/// </remarks>
public static class SurfaceReader
{
    // Those with a signature first; a bare matrix, which any table looks like, last.
    private static readonly ISurfaceFormat[] Formats =
    [
        new X3pFormat(), new Al3dFormat(), new SurFormat(), new OpdFormat(), new FrtFormat(), new WsxmFormat(), new GwyFormat(),
        new NanoscopeFormat(), new PluFormat(), new SdfFormat(), new DektakFormat(), new XyzFormat(), new TextMatrixFormat(),
    ];

    /// <summary>Reads a surface from a file.</summary>
    /// <exception cref="InputException">The file is missing, no surface, damaged, or leaves open what the options do not say.</exception>
    public static HeightMap Read(string path, SurfaceReadOptions? options = null) => Read(path, ImportFile.Bytes(path), options);

    /// <summary>Reads a surface from the bytes of a file; the path is for messages and its extension.</summary>
    public static HeightMap Read(string path, byte[] bytes, SurfaceReadOptions? options = null)
    {
        SurfaceSource source = new(path, bytes, options ?? new());
        if (bytes.Length == 0)
        {
            source.Refuse("is empty.");
        }

        ISurfaceFormat format = Array.Find(Formats, f => f.Recognises(source)) ?? throw source.Error("is not a surface: not text and no known instrument format.");
        CheckName(source, format);
        return format.Read(source);
    }

    private static void CheckName(SurfaceSource source, ISurfaceFormat format)
    {
        FormatEntry[] promised = [.. FormatCatalog.All.Where(e => e.Kind == FormatKind.Surface && e.Extensions.Contains(source.Extension, StringComparer.Ordinal))];
        if (promised.Length > 0 && format is TextMatrixFormat or XyzFormat && !promised.Any(e => e.Name is "text-matrix" or "xyz"))
        {
            source.Refuse($"is named {source.Extension} but its content is not {promised[0].Name} (a damaged or renamed file?).");
        }
    }
}
