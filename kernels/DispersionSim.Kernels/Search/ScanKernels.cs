using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>Sums of all entries before each, in two passes without atomics: a thread sums its chunk, later spreads what came before over it.</summary>
public static class ScanKernels
{
    /// <summary>Entries a thread.</summary>
    public const int Chunk = 64;

    /// <summary>Sum of a chunk.</summary>
    public static void Sum(Index1D t, ArrayView<int> values, int count, ArrayView<int> sums)
    {
        int from = t * Chunk, sum = 0;
        for (int k = from; k < from + Chunk && k < count; k++)
        {
            sum += values[k];
        }

        sums[t] = sum;
    }

    /// <summary>For each entry of a chunk the sum of those before it; into another column, for a device may read an entry again after it is overwritten.</summary>
    public static void Spread(Index1D t, ArrayView<int> values, int count, ArrayView<int> before, ArrayView<int> results)
    {
        int from = t * Chunk, sum = before[t];
        for (int k = from; k < from + Chunk && k < count; k++)
        {
            results[k] = sum;
            sum += values[k];
        }
    }
}
