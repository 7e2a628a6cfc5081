using BitMiracle.LibTiff.Classic;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A TIFF file, whose faults are told in one line.</summary>
internal static class TiffFile
{
    /// <summary>Reads something from a file.</summary>
    /// <exception cref="InputException">Absent, no TIFF, or damaged.</exception>
    public static T Reading<T>(string path, Func<Tiff, T> content)
    {
        using FileStream stream = FileFault.OpenRead(path);
        try
        {
            using Tiff tiff = Open(path, "r", stream, new TiffStream())
                ?? throw new InputException($"{path}: is no TIFF file, or is damaged");
            return content(tiff);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException or NullReferenceException or IOException)
        {
            // The decoder does not guard against every kind of damage itself.
            throw new InputException($"{path}: is damaged: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>A whole number of a page's directory; another where it has none.</summary>
    public static int Field(Tiff tiff, TiffTag tag, int otherwise = 0) => tiff.GetField(tag)?[0].ToInt() ?? otherwise;

    /// <summary>Opens a file without a word on the console; null where that fails.</summary>
    public static Tiff? Open(string path, string mode, Stream stream, TiffStream through)
    {
        Tiff.SetErrorHandler(SilentErrors.Instance);
        return Tiff.ClientOpen(path, mode, stream, through);
    }

    /// <summary>The decoder would print to the console.</summary>
    private sealed class SilentErrors : TiffErrorHandler
    {
        public static SilentErrors Instance { get; } = new();

        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }

        public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
        {
        }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
        {
        }
    }
}
