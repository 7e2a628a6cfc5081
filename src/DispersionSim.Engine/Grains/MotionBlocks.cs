namespace DispersionSim.Engine;

/// <summary>Blocks of a thread's particles, in the order in which they may move while the thread still evaluates its table.</summary>
/// <remarks>
/// A block may move once the last contact of its particles is evaluated: forces are then gathered while they still lie in the cache. A block with
/// contacts in another thread's table waits until all threads are done.
/// </remarks>
/// <param name="from">First particle, a multiple of the length.</param>
/// <param name="to">The one after the last.</param>
internal sealed unsafe class MotionBlocks(int from, int to) : IDisposable
{
    /// <summary>Particles in a block.</summary>
    public const int Length = 128;

    /// <summary>Delay of a block that waits for other threads.</summary>
    public const int Late = 1 << 30;

    private readonly RawColumn<int> last = new(((to - from) / Length) + 1);
    private readonly int[] blocks = new int[(to - from + Length - 1) / Length];
    private readonly int[] ready = new int[(to - from + Length - 1) / Length];

    /// <summary>Number of the last contact of each block, by block of all particles.</summary>
    public int* Last => last.Pointer - (from / Length);

    public int Count => blocks.Length;

    public void Clear() => new Span<int>(last.Pointer, Count).Fill(-1);

    public void Sort()
    {
        for (int b = 0; b < Count; b++)
        {
            (blocks[b], ready[b]) = (b, last[b]);
        }

        Array.Sort(ready, blocks);
    }

    /// <summary>Whether block number n in this order may move once the contacts before k are evaluated.</summary>
    public bool MayMove(int n, int k) => n < Count && ready[n] < k;

    /// <summary>Particles of block number n in this order.</summary>
    public (int From, int To) Particles(int n)
    {
        int first = from + (blocks[n] * Length);
        return (first, Math.Min(first + Length, to));
    }

    public void Dispose() => last.Dispose();
}
