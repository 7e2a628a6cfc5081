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

    public string RecipeHash => Provenance.RecipeHash;

    public Provenance Provenance => new(Version, Recipe.Seed, Provenance.HashOf(RecipeText + Quality), Device);

    public static RunPlan For(Recipe recipe, Quality quality, int? replicates) =>
        new(recipe, RecipeWriter.Write(recipe, "As resolved: every key with its value."), quality, replicates ?? recipe.Quality[quality].Replicates);
}
