namespace DispersionSim.IO;

/// <summary>Where a file comes from; every output carries it. Holds nothing that differs between two runs of the same recipe, seed and device class.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Seed">Seed of the run or replicate.</param>
/// <param name="RecipeHash">SHA-256 of the recipe as resolved, lower-case hexadecimal.</param>
/// <param name="Device">Device class, e.g. "cpu".</param>
public sealed record Provenance(string Version, ulong Seed, string RecipeHash, string Device)
{
    public const string Program = "DispersionSim";

    /// <summary>One line for headers and comments.</summary>
    public string Line => $"{Program} {Version}, seed {Seed}, recipe {RecipeHash}, device {Device}";

    /// <summary>SHA-256 of a recipe's text (UTF-8), lower-case hexadecimal.</summary>
    public static string HashOf(string recipe) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(recipe)));
}
