using System.Runtime.InteropServices;

namespace DispersionSim.Engine;

/// <summary>Asks the system for pages of 2 MiB under large columns: neighbours lie far apart in them, and a processor remembers where few pages are.</summary>
/// <remarks>A wish: systems that have no such pages, or do not offer them, leave the columns on small ones.</remarks>
internal static unsafe partial class LargePages
{
    /// <summary>Least size of a column, B, that is worth it.</summary>
    public const nuint Least = 4 * Size;

    /// <summary>Size of a large page, B.</summary>
    public const nuint Size = 2 << 20;

    private const int AdviseHugePage = 14;

    /// <summary>Wishes for large pages under memory that has not been written yet.</summary>
    public static void Ask(void* from, nuint bytes)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(from, bytes, AdviseHugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* from, nuint bytes, int advice);
}
