using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Splits a number of primaries among agglomerates.</summary>
public static class AgglomerateSizes
{
    /// <summary>Sizes uniform in [minimum, maximum]; the last takes what is left where that is at least two.</summary>
    /// <returns>The sizes; their sum is <paramref name="primaries"/>, or one less where a single primary is left over.</returns>
    public static int[] Split(int primaries, int minimum, int maximum, RandomStream random)
    {
        var sizes = new List<int>();
        int left = primaries;
        while (left >= 2)
        {
            int size = Math.Min(left, minimum + random.NextInt(maximum - minimum + 1));
            sizes.Add(size);
            left -= size;
        }

        return [.. sizes];
    }
}
