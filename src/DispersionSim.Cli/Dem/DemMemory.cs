using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>Whether a case fits into the machine.</summary>
internal static class DemMemory
{
    /// <summary>Table, readings and account of a particle, and the engine's 0.4 kB.</summary>
    private const double BytesPerParticle = 1500;

    /// <summary>Refuses a number of particles that needs more memory than there is.</summary>
    /// <exception cref="InputException">Too many, with what is needed and what there is.</exception>
    public static void Check(double particles, string key)
    {
        double needed = particles * BytesPerParticle, there = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (needed > there || particles > int.MaxValue / 4)
        {
            throw new InputException($"{key}: {particles:G6} particles need about {needed / 1e9:G3} GB of memory; there are {there / 1e9:G3} GB");
        }
    }
}
