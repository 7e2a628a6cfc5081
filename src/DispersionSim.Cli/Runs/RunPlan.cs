using System.Reflection;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>What a run computes: recipe, quality and number of replicates. Everything that its bits depend on is here.</summary>
internal sealed record RunPlan(Recipe Recipe, string RecipeText, Quality Quality, int Replicates)
{
    /// <summary>The kernels run on the host; see <see cref="DeviceChoice"/>.</summary>
    public const string Device = "cpu";

    public static string Version { get; } =
        typeof(RunPlan).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public QualityLevel Level => Recipe.Quality[Quality];

    /// <summary>Process nulls beyond those that a run of this quality makes: layers that are judged themselves, against as many nulls as a run's.</summary>
    public int ExtraNulls { get; init; }

    /// <summary>Process nulls a replicate.</summary>
    public int NullFilms => Level.NullFilms > 0 ? Level.NullFilms + ExtraNulls : 0;

    public string RecipeHash => Provenance.RecipeHash;

    public Provenance Provenance => new(Version, Recipe.Seed, Provenance.HashOf(RecipeText + Quality), Device);

    /// <summary>The manifest of a run of this plan, as far as it has come.</summary>
    /// <param name="started">When it began.</param>
    /// <param name="seconds">How long it has taken.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="timings">Stages that are done.</param>
    public RunManifest Manifest(DateTimeOffset started, double seconds, int threads, IReadOnlyList<StageTiming> timings)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new()
        {
            Version = Version,
            Seed = Recipe.Seed,
            Replicates = Replicates,
            Device = Device,
            Threads = threads,
            Quality = Quality.ToString().ToLowerInvariant(),
            RecipeHash = RecipeHash,
            Started = started,
            WallSeconds = seconds,
            PeakMemoryBytes = process.PeakWorkingSet64,
            Timings = timings,
        };
    }

    public static RunPlan For(Recipe recipe, Quality quality, int? replicates) =>
        new(recipe, RecipeWriter.Write(recipe, "As resolved: every key with its value."), quality, replicates ?? recipe.Quality[quality].Replicates);
}
