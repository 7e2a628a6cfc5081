namespace DispersionSim.Process;

/// <summary>Seeds of replicates: each its own powder and its own foil.</summary>
public static class ReplicateSeeds
{
    /// <summary>Seed of replicate k (from 1): a SplitMix64 step away from the others, so that streams do not overlap.</summary>
    public static ulong Of(ulong seed, int replicate)
    {
        unchecked
        {
            ulong z = seed + ((ulong)replicate * 0x9E3779B97F4A7C15UL);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
