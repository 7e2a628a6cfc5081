namespace DispersionSim.Engine;

/// <summary>Counts positive numbers by size, chunk by chunk, to tell below what all but a few of them lie: to 1.6 %, from 1/16 to 4.</summary>
/// <remarks>Counts are whole numbers, so that threads do not matter. A bin is a float's exponent and the first six bits behind its point.</remarks>
internal sealed class Tally
{
    private const int Shift = 17;
    private const int Bins = 6 << 6;

    private static readonly int First = BitConverter.SingleToInt32Bits(1f / 16) >> Shift;

    private int[] counts = [];

    /// <summary>Begins anew, for a number of chunks.</summary>
    public void Clear(int chunks)
    {
        if (counts.Length < chunks * Bins)
        {
            counts = new int[chunks * Bins];
        }

        Array.Clear(counts);
    }

    /// <summary>Counts a number that a chunk holds.</summary>
    public void Add(int chunk, double number)
    {
        int bin = (BitConverter.SingleToInt32Bits((float)number) >> Shift) - First;
        if (bin >= 0)
        {
            counts[(chunk * Bins) + Math.Min(bin, Bins - 1)]++;
        }
    }

    /// <summary>What all but so many of the numbers lie below, rounded up; 0 where it is less than 1/16.</summary>
    public double AllBut(int few)
    {
        for (int bin = Bins - 1; bin >= 0; bin--)
        {
            for (int at = bin; at < counts.Length; at += Bins)
            {
                few -= counts[at];
            }

            if (few < 0)
            {
                return BitConverter.Int32BitsToSingle((First + bin + 1) << Shift);
            }
        }

        return 0;
    }
}
