namespace DispersionSim.Core;

/// <summary>Counter-based random numbers (Philox 4×32, 10 rounds): the n-th number of a stream is a function of seed, name, index and n alone.</summary>
/// <remarks>
/// Any thread may draw any stream at any time and the bits are the same; a checkpoint needs only <see cref="Position"/>.
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
/// </remarks>
public sealed class RandomStream
{
    private readonly uint keyLow;
    private readonly uint keyHigh;
    private readonly uint name;
    private readonly uint index;
    private readonly uint[] block = new uint[4];
    private ulong position;
    private ulong blockNumber = ulong.MaxValue;

    /// <summary>The stream of a purpose, from its beginning: the same three arguments give the same numbers on every machine.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="name">What the numbers are used for.</param>
    /// <param name="index">Which of the streams of that name: a replicate, an aggregate, a step.</param>
    public RandomStream(ulong seed, StreamName name, int index = 0)
    {
        keyLow = (uint)seed;
        keyHigh = (uint)(seed >> 32);
        this.name = (uint)name;
        this.index = (uint)index;
    }

    /// <summary>How many 32-bit words have been drawn; setting it continues from there.</summary>
    public ulong Position
    {
        get => position;
        set => position = value;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextBits()
    {
        ulong wanted = position >> 2;
        if (wanted != blockNumber)
        {
            Philox((uint)wanted, (uint)(wanted >> 32), name, index, keyLow, keyHigh, block);
            blockNumber = wanted;
        }

        return block[(int)(position++ & 3)];
    }

    /// <summary>Uniform in (0, 1): never 0, never 1.</summary>
    public double NextDouble()
    {
        if ((position & 1) == 0 && position >> 2 == blockNumber)
        {
            // Both words are of the block at hand.
            int at = (int)(position & 2);
            position += 2;
            return Double(block[at], block[at + 1]);
        }

        return Double(NextBits(), NextBits());
    }

    /// <summary>Uniform among 0 … count − 1.</summary>
    public int NextInt(int count) => (int)(((ulong)NextBits() * (ulong)count) >> 32);

    /// <summary>Normal with mean 0 and standard deviation 1 (Box–Muller).</summary>
    public double NextGaussian() => Math.Sqrt(-2 * Math.Log(NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>A direction, uniform on the unit sphere.</summary>
    public Vector3d NextDirection()
    {
        double z = (2 * NextDouble()) - 1, angle = 2 * Math.PI * NextDouble(), r = Math.Sqrt(Math.Max(0, 1 - (z * z)));
        return new(r * Math.Cos(angle), r * Math.Sin(angle), z);
    }

    /// <summary>Puts a list into random order (Fisher–Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static double Double(uint high, uint low) => ((((ulong)high << 21) ^ (low >> 11)) + 0.5) * (1.0 / (1UL << 53));

    private static void Philox(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint[] output)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = 0xD2511F53UL * c0, p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        (output[0], output[1], output[2], output[3]) = (c0, c1, c2, c3);
    }
}
