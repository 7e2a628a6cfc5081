namespace DispersionSim.Engine;

/// <summary>Where columns begin within a page of memory.</summary>
/// <remarks>
/// Kernels walk a dozen columns side by side. Where these begin alike, entries of one number lie in one set of the nearest cache, which holds eight lines a set, and push each other out
/// at every item. Columns made one after the other begin five lines apart, so that sixty-four of them share no set.
/// </remarks>
internal static class ColumnColours
{
    private const uint Line = 64;
    private const uint Lines = 64;
    private static uint made;

    /// <summary>Bytes from the start of a page, a multiple of 64.</summary>
    public static nuint Next() => Interlocked.Increment(ref made) * 5 % Lines * Line;
}
