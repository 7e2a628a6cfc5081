namespace DispersionSim.IO;

/// <summary>Wall-clock seconds of one stage of one replicate.</summary>
public sealed record StageTiming(int Replicate, string Stage, double Seconds);

/// <summary>What was run, with what, how long it took, and the hash of every file it left. The only file of a run that holds times, so that all others repeat bit for bit.</summary>
public sealed record RunManifest
{
    /// <summary>Version of this layout of run folders.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>The command that filled the folder: run, disperse …</summary>
    public string Command { get; init; } = "run";

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    public required ulong Seed { get; init; }

    public int Replicates { get; init; } = 1;

    /// <summary>Which replicate of a larger run the folder holds, from 1; null for a run of its own.</summary>
    public int? Replicate { get; init; }

    /// <summary>E.g. "cpu" or "cuda:0 (NVIDIA …)".</summary>
    public required string Device { get; init; }

    public int Threads { get; init; } = 1;

    /// <summary>preview, standard or publication.</summary>
    public required string Quality { get; init; }

    /// <summary>Points along the axes of a window map, "10x7"; null for everything else.</summary>
    public string? Grid { get; init; }

    /// <summary>SHA-256 of the recipe as resolved.</summary>
    public required string RecipeHash { get; init; }

    /// <summary>False until every file is written; a folder left with false can be resumed.</summary>
    public bool Finished { get; init; }

    /// <summary>When the run began, given by the caller.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>Wall-clock seconds altogether, over all resumptions.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Largest resident memory, bytes.</summary>
    public long PeakMemoryBytes { get; init; }

    public IReadOnlyList<StageTiming> Timings { get; init; } = [];

    /// <summary>SHA-256 of every file below the folder, by path with forward slashes; see <see cref="FileHashes"/>.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public Provenance Provenance => new(Version, Seed, RecipeHash, Device);
}
