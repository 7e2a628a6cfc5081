namespace DispersionSim.IO;

/// <summary>What a checkpoint belongs to; it is used only where all of it agrees.</summary>
/// <param name="RecipeHash">SHA-256 of the recipe as resolved.</param>
/// <param name="Seed">Seed of the replicate.</param>
/// <param name="Stage">Name of the stage.</param>
public sealed record CheckpointKey(string RecipeHash, ulong Seed, string Stage);
