using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Dealing out anew what belongs to each of a set, every order as likely as any other.</summary>
public static class Shuffling
{
    /// <summary>The same values in another order, by Fisher and Yates' exchange.</summary>
    public static T[] Of<T>(T[] values, RandomStream random)
    {
        T[] shuffled = [.. values];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = (int)(random.NextDouble() * (i + 1));
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
