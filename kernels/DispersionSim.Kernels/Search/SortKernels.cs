using ILGPU;

namespace DispersionSim.Kernels;

/// <summary>One digit of a radix sort without atomics: each thread counts and places a chunk of its own, so that equal keys keep their order.</summary>
public static class SortKernels
{
    /// <summary>Entries a thread.</summary>
    public const int Chunk = 128;

    /// <summary>Bits a digit.</summary>
    public const int Bits = 4;

    /// <summary>Values of a digit.</summary>
    public const int Digits = 1 << Bits;

    /// <summary>How often each digit occurs in a chunk; counts lie digit by digit, so that their running sums are places.</summary>
    public static void Count(Index1D t, ArrayView<int> keys, int count, int shift, int chunks, ArrayView<int> places)
    {
        for (int d = 0; d < Digits; d++)
        {
            places[(d * chunks) + t] = 0;
        }

        int from = t * Chunk;
        for (int k = from; k < from + Chunk && k < count; k++)
        {
            int at = (Digit(keys[k], shift) * chunks) + t;
            places[at] = places[at] + 1;
        }
    }

    /// <summary>Puts the entries of a chunk where they belong.</summary>
    public static void Place(
        Index1D t, ArrayView<int> keys, ArrayView<int> values, int count, int shift, int chunks, ArrayView<int> places, ArrayView<int> sortedKeys, ArrayView<int> sortedValues)
    {
        int from = t * Chunk;
        for (int k = from; k < from + Chunk && k < count; k++)
        {
            int key = keys[k], at = (Digit(key, shift) * chunks) + t, place = places[at];
            sortedKeys[place] = key;
            sortedValues[place] = values[k];

            // Last: generated code may read the place again where it is used.
            places[at] = place + 1;
        }
    }

    private static int Digit(int key, int shift) => (key >> shift) & (Digits - 1);
}
